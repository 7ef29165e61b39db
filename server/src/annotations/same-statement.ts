import { align } from './alignment';
import { keptShare } from './context';
import { couldBeSlip, isFigure, wordsOf } from './words';

/** Words that say how much, or that nothing is so: one letter makes another of some of them. */
const WEIGHTY = new Set(
  (
    'not no nor never none nobody nothing neither without cannot now hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half ' +
    'third thirds quarter quarters one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety first second fourth fifth'
  ).split(' '),
);

/**
 * Whether two wordings state the same, so that a verdict on one holds for the other: word for word, whatever the punctuation and the capitals,
 * but for slips of the hand in longer words. Anything else (a figure, a "not", a word more) may make another statement of it.
 */
export function isSameStatement(a: string, b: string): boolean {
  const before = wordsOf(a).words;
  const after = wordsOf(b).words;
  if (before.length !== after.length) return before.join('') === after.join('') && before.length > 0;
  return before.every((word, i) => {
    const now = after[i] ?? '';
    if (word === now) return true;
    if (WEIGHTY.has(word) || WEIGHTY.has(now) || isFigure(word) || isFigure(now)) return false;
    return Math.min(word.length, now.length) >= 4 && couldBeSlip(word, now);
  });
}

/** From this share of the words on, an annotation that was followed through edits still lies on what it was put on. */
const STILL = 0.3;

/** Whether words that became of others by edits still have much of them. */
export function isStillAbout(was: string, now: string): boolean {
  const { words } = wordsOf(was);
  const left = wordsOf(now).words;
  if (words.length === 0) return now.trim() !== '';
  if (words.length > LONGEST || left.length > LONGEST * 2) return left.length >= words.length * STILL;
  if (words.length === 1)
    return left.some((word) => word === words[0] || couldBeSlip(word, words[0] ?? '') || isPartOf(word, words[0] ?? ''));
  return keptShare(align(words, left, 0, left.length).fate) >= STILL;
}

/** Longer passages are told by their length alone. */
const LONGEST = 1500;

/** Half-typed: "Brek" of "Brekke". */
const isPartOf = (part: string, whole: string): boolean => part.length * 2 >= whole.length && whole.startsWith(part);
