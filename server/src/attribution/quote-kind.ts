import type { BlockKind } from '../text/blocks';
import { isDigit, isLetter, isUpper } from '../text/characters';
import { type Tokens, tokenText } from '../text/tokens';
import { cueVerb } from './cue-verbs';
import type { NearbyCues } from './nearby-cues';
import type { QuoteKind } from './quotes';

/** Words right before a quote that hold its words at arm's length. */
const DISTANCING = new Set(
  'so-called dubbed nicknamed termed supposed supposedly purported purportedly alleged self-described self-styled self-proclaimed'.split(
    ' ',
  ),
);

/** Words for works, before the name of one. */
const WORKS = new Set(
  (
    'album anthem anthology autobiography ballad ballet biography blockbuster blog book bestseller broadcast cartoon column comedy comic concerto documentary drama ' +
    'episode essay exhibition fable film franchise game hit hymn installation magazine melodrama memoir miniseries movie musical mural novel novella opera painting ' +
    'play podcast poem portrait prequel program programme remake romcom saga sculpture sequel series serial show single sitcom soap song sonnet soundtrack symphony ' +
    'tale thriller track trilogy tune videogame volume western'
  ).split(' '),
);
const NAMING = new Set(['titled', 'entitled', 'headlined', 'subtitled', 'retitled', 'captioned']);
/** Small words that titles leave small. */
const SMALL = new Set("a an and as at but by for from in into nor of on or over per the to up via vs with ’s 's n’t n't".split(' '));

/** Words that a clause of its own starts with or holds. */
const CLAUSE = new Set(
  "i we you he she they it i’m there this that these those is are was were be am has have had will would can could should may might must shall do does did 's ’s 're ’re 'm ’m 'll ’ll 've ’ve don't let no yes never not".split(
    ' ',
  ),
);

/** Longest title, in words; longest quote held at arm's length. */
const LONGEST_TITLE = 12;
const LONGEST_SCARE = 2;

/**
 * What the quote whose words are the tokens `[first, last)` is by its form: how it opens and ends, what introduces it, and how its words are written.
 * `before` and `after` are the tokens on the outer sides of its marks; -1 and the number of tokens at the block's edges.
 */
export function quoteKind(
  tokens: Tokens,
  block: BlockKind,
  [first, last]: readonly [number, number],
  cues: NearbyCues,
): Exclude<QuoteKind, 'unclosed'> {
  const before = first - 2;
  const after = last + 1;
  const form = readForm(tokens, first, last);
  if (form.words === 0) return 'scare';
  const previous = tokenText(tokens, before).toLowerCase();
  if ((DISTANCING.has(previous) || (previous === 'called' && tokenText(tokens, before - 1) === 'so')) && form.words <= 4) return 'scare';
  const opensSentence = before < 0 || opensAfter(tokens, before);
  const heading = block === 'headline' || block === 'subhead';
  if (!opensSentence && namesWork(tokens, before, previous, form)) return 'title';
  const cueBefore = isCue(previous) || previous === 'adding' || previous === 'saying';
  const introduced = previous === ',' ? cues.around(before, before) : cueBefore || INTRODUCING.has(previous);
  const attributed = attributedAfter(tokens, last, after);
  if (previous === ':' && form.capital) return 'direct';
  if (opensSentence || (introduced && form.capital)) {
    if (form.ended || attributed || heading || (form.words > LONGEST_SCARE && (introduced || form.clause))) return 'direct';
  }
  if (introduced && form.clause && form.ended && form.words > 3) return 'direct';
  if (form.capital && form.words > LONGEST_SCARE && !form.titled && (form.stopped || form.clause)) return 'direct';
  if (!heading && form.titled && !form.asks) {
    if (namesBroadcaster(tokens, before, previous)) return 'title';
    if (form.words > 1 || previous === 'on') return cueBefore || attributed ? 'mixed' : 'title';
  }
  return form.words > LONGEST_SCARE || heading || cues.around(first - 1, after) ? 'mixed' : 'scare';
}

/** Marks before an utterance that is set into the writer's sentence. */
const INTRODUCING = new Set(['(', '—', '–', '-', '--']);

/** How the words of a quote are written. */
interface Form {
  readonly words: number;
  /** Starts with a capital or a figure. */
  readonly capital: boolean;
  /** Each word but the small ones has a capital. */
  readonly titled: boolean;
  /** Holds words that only clauses hold. */
  readonly clause: boolean;
  /** Its last unit ends a sentence, or is the comma before an attribution. */
  readonly ended: boolean;
  /** Its last unit ends a sentence. */
  readonly stopped: boolean;
  /** Its last unit is "?" or "!". */
  readonly asks: boolean;
}

function readForm(tokens: Tokens, first: number, last: number): Form {
  const { text, start, end } = tokens;
  let words = 0;
  let capital = false;
  let titled = true;
  let clause = false;
  for (let t = first; t < last; t++) {
    const code = text.charCodeAt(start[t] ?? 0);
    const digit = isDigit(code);
    if (!digit && !isLetter(code)) continue;
    if (words === 0) capital = digit || isUpper(code);
    words++;
    if (words > 40) continue;
    if (titled && !digit && !isUpper(code) && !SMALL.has(tokenText(tokens, t))) titled = false;
    if (!clause && CLAUSE.has(tokenText(tokens, t).toLowerCase())) clause = true;
  }
  const lastMark = lastUnit(tokens, first, last);
  const stopped = lastMark === '.' || lastMark === '?' || lastMark === '!' || lastMark === '…';
  return {
    words,
    capital,
    titled: titled && capital && words <= LONGEST_TITLE && !isDigit(text.charCodeAt(start[first] ?? 0)),
    clause,
    stopped,
    ended: stopped || lastMark === ',' || lastMark === '—' || lastMark === '–',
    asks: lastMark === '?' || lastMark === '!',
  };

  function lastUnit({ text }: Tokens, from: number, to: number): string {
    // Inner quotation marks close with the outer one.
    let at = to - 1;
    while (at > from && '’”\'"»›)'.includes(text.charAt((end[at] ?? 0) - 1)) && (end[at] ?? 0) - (start[at] ?? 0) <= 2) at--;
    return at < from ? '' : text.charAt((end[at] ?? 0) - 1);
  }
}

/** Whether the token at `before` ends or introduces, so that a sentence opens after it. */
function opensAfter(tokens: Tokens, before: number): boolean {
  const code = tokens.text.charCodeAt((tokens.end[before] ?? 0) - 1);
  switch (code) {
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x3a:
    case 0x2026:
    case 0x2022:
      return true;
    case 0x22:
    case 0x201d:
    case 0x2019:
    case 0xbb: {
      const inner = tokens.text.charCodeAt((tokens.end[before - 1] ?? 0) - 1);
      return inner === 0x2e || inner === 0x21 || inner === 0x3f || inner === 0x2026;
    }
    default:
      return false;
  }
}

/** "the film “…”", "her 2019 book, “…”", "a song called “…”", "titled “…”". */
function namesWork(tokens: Tokens, before: number, previous: string, form: Form): boolean {
  const earlier = tokenText(tokens, before - 1).toLowerCase();
  if (NAMING.has(previous) || (previous === ',' && NAMING.has(earlier))) return true;
  if (!form.capital) return false;
  return WORKS.has(previous) || ((previous === 'called' || previous === 'named' || previous === ',') && WORKS.has(earlier));
}

/** "on ABC’s “…”", "the Herald’s “…”": a programme or a column. */
function namesBroadcaster(tokens: Tokens, before: number, previous: string): boolean {
  if (previous !== '’s' && previous !== "'s") return false;
  return /^(?:[A-Z]{2,5}\d?|[Cc]hannel|Herald|Journal|Magazine|Network|News|Post|Press|Radio|Television|Times|TV)$/.test(
    tokenText(tokens, before - 1),
  );
}

const isCue = (word: string): boolean => cueVerb(word)?.uses.has('quote') === true || word === 'according';

function cueWithin(tokens: Tokens, from: number, to: number): boolean {
  for (let t = Math.max(0, from); t < Math.min(to, tokens.length); t++) if (isCue(tokenText(tokens, t).toLowerCase())) return true;
  return false;
}

const SUBJECT = /^(?:he|she|they|it|we|i|\p{Lu}.*|the|a|an|one|another)$/u;

/** Whether an attribution follows the closing mark: “…”, she said · “…” said Jane Doe · “…” Jane Doe asked. */
function attributedAfter(tokens: Tokens, last: number, after: number): boolean {
  const inside = tokenText(tokens, last - 1);
  let at = after;
  const comma = tokenText(tokens, at) === ',';
  if (comma) at++;
  if (/^[.;:]$/.test(inside) && !comma) return false;
  const word = tokenText(tokens, at);
  if (isCue(word.toLowerCase())) return true;
  return SUBJECT.test(word) && cueWithin(tokens, at + 1, at + 5);
}
