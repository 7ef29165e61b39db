import { KeyedWords } from '../language/keyed-words';
import { TAG_NAMES, type TagName, type Tags } from '../language/tags';
import type { WordShapes } from '../language/word-shapes';
import { isDigit } from '../text/characters';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import { type Tokens, tokenText } from '../text/tokens';

/** What makes readers ask "says who?": things that nobody sees for themselves and that somebody must have counted, compared or judged. */
export type StakeKind = 'comparison' | 'superlative' | 'share' | 'trend' | 'amount' | 'accusation' | 'cause';

/** The words of a sentence that make it such. */
export interface Stake {
  readonly kind: StakeKind;
  /** Relative to the block. */
  readonly span: Span;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs only: what somebody is said to have done. "Fraud" and "corruption" by themselves are mostly the name of a charge or a subject. */
const ACCUSATION = words(
  'bribed stole stolen embezzled laundered misled lied falsified forged cheated defrauded swindled underpaid overcharged smuggled blackmailed harassed bullied abused tortured concealed hid ' +
    'hidden plagiarised plagiarized rigged tampered flouted mismanaged squandered colluded dumped poisoned exploited evaded pocketed fabricated doctored',
);
/** What somebody took, paid or committed is an accusation, too. */
const MISDEED = words('bribes bribe kickbacks fraud perjury corruption forgery theft');
/** A court, or the police, stands behind what comes with these. */
const ADJUDICATED = words(
  'charged charges convicted convictions conviction guilty pleaded pled sentenced court trial jury judge allegations allegation accused accusations investigation indicted indictment suspected suspicion ' +
    'acquitted prosecutors lawsuit sued verdict counts',
);
const TREND = words(
  'rose risen rise rises rising fell fallen fall falls falling grew grown increased increasing increases decreased decreasing dropped declined declining jumped soared plunged surged ' +
    'climbed slumped shrank shrunk doubled tripled trebled quadrupled halved cut reduced lost slashed outnumber outnumbers worsened improved shut closed',
);
const DOUBLING = words('doubled tripled trebled quadrupled halved');
const COST = words(
  'cost costs costing costed wasted overspent owes owed earns earned employs employed worth generates generated brings brought kills killed pushed affects affected',
);
const SHARE = words('percent %');
const FRACTION = words('half third thirds quarter quarters fifth fifths tenth tenths majority nine-tenths two-thirds three-quarters');
const TIMES = words('twice thrice times');
const MAGNITUDE = words('million millions billion billions trillion thousand thousands hundred hundreds m bn k');
/** "more than a decade" compares nothing. */
const SPAN = /^(?:an?|dozen|hundred|thousand|million|century|decade|year|month|week|day|hour|minute|mile|metre|meter|foot|third|quarter)$/;
const CURRENCY = words('$ £ € ¥ dollars pounds euros crowns yen rupees francs pesos rand yuan');
const SCOPE = words('in of on among ever across anywhere');
/** Superlatives of place in a row rather than of rank, and set phrases. */
const PLAIN_SUPERLATIVE = words('last latest first next best-known least eldest youngest nearest');
const CAUSE = words('caused causes causing triggered');

const tag = (name: TagName): number => TAG_NAMES.indexOf(name);
const [CD, JJR, RBR, JJS, RBS, JJ, DT] = (['CD', 'JJR', 'RBR', 'JJS', 'RBS', 'JJ', 'DT'] as const).map(tag);
const [VBD, VBN, VBZ, VBP, VB] = (['VBD', 'VBN', 'VBZ', 'VBP', 'VB'] as const).map(tag);
const VERBS = new Set([VBD, VBN, VBZ, VBP, VB]);

/** What no stake is without, but for some shares: one of these words, or a superlative. */
const [TRIGGER, PART_OF] = [1, 2];
const triggers = new KeyedWords(
  new Map([
    ...[ACCUSATION, MISDEED, TREND, COST, SHARE, FRACTION, TIMES, CAUSE, words('than no most per')].flatMap((set) =>
      [...set].map((word) => [word, TRIGGER] as const),
    ),
    ...['in', 'out'].map((word) => [word, PART_OF] as const),
  ]),
);

/** Whether `stakeOf` may find anything; nearly always false where it finds nothing. Much faster than to look. Linear. */
export function mayHaveStake({ text, start }: Tokens, tags: Tags, { key }: WordShapes, { tokens: [first, last] }: Sentence): boolean {
  for (let i = first; i < last; i++) {
    const kind = triggers.of(key[i] as number);
    if (kind === TRIGGER || tags[i] === JJS) return true;
    // "one in five", "nine out of ten"
    if (kind === PART_OF && i > first && (tags[i - 1] === CD || isDigit(text.charCodeAt(start[i - 1] as number)))) return true;
  }
  return false;
}

/** How far apart, in tokens, words may stand that belong together. */
const NEAR = 8;
/** "more people in the town have read it than …" */
const FAR = 12;

/** What in a sentence makes readers ask who says so, the strongest kind first; null where it is a plain report. Linear. */
export function stakeOf(tokens: Tokens, tags: Tags, { tokens: [first, last] }: Sentence): Stake | null {
  const lower: string[] = [];
  for (let i = first; i < last; i++) lower.push(tokenText(tokens, i).toLowerCase());
  const word = (i: number): string => lower[i - first] ?? '';
  const isA = (i: number, ...wanted: readonly (number | undefined)[]): boolean => i >= first && i < last && wanted.includes(tags[i]);
  const isFigure = (i: number): boolean => isA(i, CD) || /^\d/.test(word(i));
  const isYear = (i: number): boolean => /^(?:1[5-9]|20)\d\d$/.test(word(i));
  const near = (i: number, by: number, test: (at: number) => boolean): boolean => {
    for (let at = Math.max(first, i - by); at < Math.min(last, i + by + 1); at++) if (at !== i && test(at)) return true;
    return false;
  };
  const isMuch = (i: number): boolean => (isFigure(i) && !isYear(i)) || SHARE.has(word(i)) || FRACTION.has(word(i));
  const isMuchMoney = (i: number): boolean =>
    isFigure(i) && (MAGNITUDE.has(word(i + 1)) || CURRENCY.has(word(i - 1)) || CURRENCY.has(word(i + 1)) || /\d(?:m|bn|k)$/.test(word(i)));
  const isShare = (i: number): boolean =>
    (SHARE.has(word(i)) && isFigure(i - 1)) ||
    (isFigure(i) && word(i + 1) === 'in' && isFigure(i + 2) && !isYear(i + 2) && !isFigure(i - 1)) ||
    (isFigure(i) && word(i + 1) === 'out' && word(i + 2) === 'of' && isFigure(i + 3)) ||
    (word(i) === 'per' && word(i + 1) === 'cent' && isFigure(i - 1)) ||
    (FRACTION.has(word(i)) && word(i + 1) === 'of' && (isFigure(i - 1) || isA(i - 1, DT, JJ) || i === first || word(i) === 'half'));
  const found = (kind: StakeKind, from: number, to: number): Stake => ({ kind, span: [tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0] });

  let adjudicated = false;
  for (let i = first; i < last; i++) adjudicated ||= ADJUDICATED.has(word(i));
  let best: Stake | null = null;
  const offer = (stake: Stake): void => {
    if (!best || RANK.indexOf(stake.kind) < RANK.indexOf(best.kind)) best = stake;
  };
  for (let i = first; i < last; i++) {
    const w = word(i);
    if (!adjudicated && isMisdeed(i)) offer(found('accusation', i, i + 1));
    else if (
      w === 'than' &&
      near(i, FAR, (at) => at < i && (isA(at, JJR, RBR) || /^(?:more|fewer|less)$/.test(word(at)))) &&
      !isFigure(i + 1) &&
      !(/^(?:an?|half)$/.test(word(i + 1)) && SPAN.test(word(i + 2)))
    ) {
      offer(found('comparison', i, i + 1));
    } else if (
      (TIMES.has(w) && /^(?:as|more|higher|likelier|larger|bigger|greater)$/.test(word(i + 1))) ||
      (w === 'no' && word(i + 1) === 'other')
    ) {
      offer(found('comparison', i, i + 2));
    } else if (isSuperlative(i)) offer(found('superlative', i, i + 1));
    else if (isShare(i)) offer(found('share', i - (isFigure(i - 1) ? 1 : 0), i + 1));
    else if (TREND.has(w) && VERBS.has(tags[i] ?? -1) && (DOUBLING.has(w) || near(i, NEAR, isMuch))) offer(found('trend', i, i + 1));
    else if (COST.has(w) && near(i, NEAR, (at) => at > i && isMuchMoney(at))) offer(found('amount', i, i + 1));
    else if (CAUSE.has(w) && VERBS.has(tags[i] ?? -1)) offer(found('cause', i, i + 1));
  }
  return best;

  function isMisdeed(i: number): boolean {
    if (ACCUSATION.has(word(i))) return VERBS.has(tags[i] ?? -1);
    return MISDEED.has(word(i)) && near(i, 3, (at) => at < i && /^(?:took|taken|paid|pays|accepted|committed|solicited)$/.test(word(at)));
  }

  function isSuperlative(i: number): boolean {
    const w = word(i);
    const most = w === 'most' && (isA(i + 1, JJ) || isA(i, RBS)) && word(i + 1) !== 'of';
    const graded = (isA(i, JJS) || most) && !PLAIN_SUPERLATIVE.has(w) && w !== 'least' && (w !== 'most' || most);
    if (!graded) return false;
    if (near(i, 4, (at) => at < i && (word(at) === 'among' || (word(at) === 'one' && word(at + 1) === 'of')))) return false;
    const definite = near(i, 3, (at) => at < i && (word(at) === 'the' || word(at) === '’s' || word(at) === "'s"));
    return definite && near(i, NEAR, (at) => at > i && SCOPE.has(word(at)));
  }
}

/** Which kind a reader minds most. */
const RANK: readonly StakeKind[] = ['accusation', 'comparison', 'superlative', 'trend', 'share', 'amount', 'cause'];
