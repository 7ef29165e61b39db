/** The words of a text, in lower case, and where they stand: what is left when punctuation, white space and capitals don't matter. */
export interface Words {
  readonly words: readonly string[];
  /** For each word, in UTF-16 units. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Finds the words of a text. Linear. */
export function wordsOf(text: string): Words {
  const words: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push(match[0].toLowerCase());
    start.push(match.index);
    end.push(match.index + match[0].length);
  }
  return { words, start, end };
}

/** Whether a word is a figure. */
export const isFigure = (word: string): boolean => /\p{N}/u.test(word);

/** Whether one word could be the other with a slip of the hand or two in it: never for figures, nor for words of two letters or fewer. */
export function couldBeSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  const slips = longer < 8 ? 1 : 2;
  // A slip at both ends of a word is too rare for what it costs to look for it.
  if (Math.abs(a.length - b.length) > slips || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return false;
  if (longer > LONGEST_WORD || Math.min(a.length, b.length) < 3 || isFigure(a) || isFigure(b)) return false;
  return distance(a, b, slips) <= slips;
}

/** Words longer than this are compared as a whole. */
const LONGEST_WORD = 40;

/** How many letters have to be added, left out, changed or swapped with their neighbour; anything above `most` where there are more. */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return least;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
