import { isSameDay, isSameTime } from './moments';
import { figures } from './numbers';

/** A difference that changes nothing that was said, and why. */
export type Lesser = 'joined' | 'number' | 'contraction' | 'spelling' | 'filler' | 'repetition';

/** What "'s" and "'d" stand for. */
interface Clitics {
  readonly s: string;
  readonly d: string;
}

const CLITICS: readonly Clitics[] = ["'s", ' is', ' has', ' us'].flatMap((s) => ["'d", ' would', ' had'].map((d) => ({ s, d })));

const CONTRACTED: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  kinda: 'kind of',
  sorta: 'sort of',
  gimme: 'give me',
  lemme: 'let me',
  dunno: 'do not know',
  "'cause": 'because',
  cause: 'because',
  cos: 'because',
  "'em": 'them',
  yeah: 'yes',
  ok: 'okay',
  mr: 'mister',
  dr: 'doctor',
};

/** What people say without meaning it; a quote may leave it out. */
const EMPTY_PHRASES = new Set([
  'you know',
  'i mean',
  'well',
  'so',
  'and',
  'like',
  'sort of',
  'kind of',
  'you know what i mean',
  'look',
  'yeah',
  'right',
  'okay',
  'ok',
]);

/**
 * Whether the words of a quote and those of its source, where they differ, say the same: other spelling, figures for words, "do not" for "don't",
 * fillers and false starts left out; null where they don't. `around`: the words of the source before and after.
 */
export function lesserDifference(quoted: readonly string[], said: readonly string[], around: Around): Lesser | null {
  if (quoted.join('') === said.join('')) return 'joined';
  if (quoted.length === 0) return leftOut(said, around);
  if (said.length === 0) return null;
  if (figures(quoted).join('') === figures(said).join('')) return 'number';
  if (isSameTime(quoted, said) || isSameDay(quoted, said, [...around.before.slice(-2), ...around.after.slice(0, 2)])) return 'number';
  for (const clitics of CLITICS) {
    if (expanded(quoted, clitics).join('') === expanded(said, clitics).join('')) return 'contraction';
    if (plainest(quoted, clitics) === plainest(said, clitics)) return 'spelling';
  }
  return null;
}

/** The words of the source beside a difference. */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the source sets the words off: with commas, dashes, at a sentence's start. */
  readonly setOff: boolean;
}

function leftOut(said: readonly string[], { before, after, setOff }: Around): Lesser | null {
  if (setOff && EMPTY_PHRASES.has(said.join(' '))) return 'filler';
  // "We, we will": what was said and begun again.
  const words = said.join(' ');
  if (said.length <= 3 && (before.slice(-said.length).join(' ') === words || after.slice(0, said.length).join(' ') === words))
    return 'repetition';
  return null;
}

const plainest = (words: readonly string[], clitics: Clitics): string => figures(expanded(words, clitics)).map(spelling).join('');

const expanded = (words: readonly string[], clitics: Clitics): string[] => words.flatMap((word) => expand(word, clitics).split(' '));

function expand(word: string, { s, d }: Clitics): string {
  const known = Object.hasOwn(CONTRACTED, word) ? CONTRACTED[word] : undefined;
  if (known !== undefined) return known;
  return word
    .replace(/n't$/, ' not')
    .replace(/'re$/, ' are')
    .replace(/'ll$/, ' will')
    .replace(/'ve$/, ' have')
    .replace(/'m$/, ' am')
    .replace(/'s$/, s)
    .replace(/'d$/, d)
    .replace(/in'$/, 'ing');
}

/** British and American spellings, accents or none. */
function spelling(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z]{2,})is(e[ds]?|ing|ation|ations)$/, '$1iz$2')
    .replace(/([a-z]{2,})ys(e[ds]?|ing)$/, '$1yz$2')
    .replace(/([a-z]{2,})our(s|ed|ing|able|ite|hood|ly)?$/, '$1or$2')
    .replace(/([a-z]{2,})tre(s?)$/, '$1ter$2')
    .replace(/([a-z]{2,})ogue(s?)$/, '$1og$2')
    .replace(/([a-z]{3,})ll(ed|ing|er|ers)$/, '$1l$2')
    .replace(/([a-z]{2,})ence$/, '$1ense')
    .replace(/^grey/, 'gray')
    .replace(/programme(s?)$/, 'program$1')
    .replace(/'s$/, 's');
}
