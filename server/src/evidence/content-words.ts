import { isSmall } from './small-words';
import { readWords } from './words';

/** A word that tells what a sentence is about. */
export interface ContentWord {
  readonly word: string;
  readonly stem: string;
  /** The ways in which it may be written elsewhere, itself among them. */
  readonly forms: readonly string[];
}

const ENDINGS = ['', 's', 'es', 'ed', 'd', 'ing', "'s", 'er', 'ly', 'e'];
/** Words that a report puts around what it reports. */
const REPORTING = new Set(
  'told according added reported report reports today yesterday tomorrow people year years week weeks month months time'.split(' '),
);

/** What is part of a number. */
const COUNTING = new Set(
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion trillion percent per cent dollars pounds euros yen'.split(
    ' ',
  ),
);

/** The telling words of a text, each stem once. */
export function contentWords(text: string): ContentWord[] {
  const words = new Map<string, ContentWord>();
  readWords(text, 0, text.length, (word) => {
    if (isSmall(word) || REPORTING.has(word) || COUNTING.has(word) || /^\d/.test(word)) return;
    const stem = stemOf(word);
    if (!words.has(stem)) words.set(stem, { word, stem, forms: [...new Set([word, ...ENDINGS.map((ending) => stem + ending)])] });
  });
  return [...words.values()];
}

/** What stays of a word whatever its ending; for comparing, not for showing. */
export function stemOf(word: string): string {
  const plain = word.replace(/'s$/, '');
  if (plain.length < 5) return plain.replace(/(?<=..[^s])s$/, '');
  return plain.replace(/(?:ing|ed|es|s|ly|e)$/, '');
}

const NEGATIVE = new Set(
  "not no never none nobody nothing neither nor without denied denies refused failed cannot can't won't don't didn't doesn't isn't wasn't weren't aren't haven't hasn't hadn't wouldn't couldn't shouldn't".split(
    ' ',
  ),
);

/** Whether a text says "not" an odd number of times. */
export function isNegated(text: string): boolean {
  let times = 0;
  readWords(text, 0, text.length, (word) => {
    if (NEGATIVE.has(word)) times++;
  });
  return times % 2 === 1;
}

const TIME =
  /\b(?:(?:1[89]|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last year|this year|next year)\b/gi;

/** The years, months and days that a text names. */
export const timesOf = (text: string): Set<string> => new Set([...text.matchAll(TIME)].map(([time]) => time.toLowerCase()));
