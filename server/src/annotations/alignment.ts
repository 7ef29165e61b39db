import { couldBeSlip } from './words';

/** How a word of the pattern fares in an alignment: kept as it was, with a slip, put in another word's place, or gone. */
export type Fate = 'same' | 'slip' | 'other' | 'gone';

/** A pattern of words laid along a stretch of a text. */
export interface Alignment {
  /** For each word of the pattern, the index of the word of the text that it became; −1 where it is gone. */
  readonly at: readonly number[];
  readonly fate: readonly Fate[];
  /** Words that have to be added, left out or changed; a slip counts for less. */
  readonly cost: number;
}

/** What a slip costs, where a whole word costs 1. */
const SLIP = 0.35;

/**
 * Lays `pattern` along the words `first`…`to` of `words`, wherever in them it costs least; the words around it cost nothing.
 * Takes time in proportion to the product of both lengths.
 */
export function align(pattern: readonly string[], words: readonly string[], first: number, to: number): Alignment {
  const from = Math.max(0, first);
  const rows = pattern.length;
  const columns = Math.max(0, to - from);
  const width = columns + 1;
  const steps = new Uint8Array((rows + 1) * width);
  let last = new Float64Array(width);
  let row = new Float64Array(width);
  for (let i = 1; i <= rows; i++) {
    const word = pattern[i - 1] ?? '';
    row[0] = i;
    steps[i * width] = UP;
    for (let j = 1; j <= columns; j++) {
      const price = priceOf(word, words[from + j - 1] ?? '');
      const across = (last[j - 1] ?? 0) + price;
      const up = (last[j] ?? 0) + 1;
      const left = (row[j - 1] ?? 0) + 1;
      const least = Math.min(across, up, left);
      row[j] = least;
      steps[i * width + j] = least === across ? ACROSS : least === up ? UP : LEFT;
    }
    [last, row] = [row, last];
  }
  let end = 0;
  for (let j = 1; j <= columns; j++) if ((last[j] ?? 0) < (last[end] ?? 0)) end = j;
  return { ...traced(pattern, words, from, steps, width, end), cost: last[end] ?? 0 };
}

const ACROSS = 1;
const UP = 2;
const LEFT = 3;

function traced(pattern: readonly string[], words: readonly string[], from: number, steps: Uint8Array, width: number, end: number) {
  const at: number[] = pattern.map(() => -1);
  const fate: Fate[] = pattern.map(() => 'gone');
  let j = end;
  for (let i = pattern.length; i > 0; ) {
    const step = steps[i * width + j];
    if (step === ACROSS) {
      i--;
      j--;
      at[i] = from + j;
      const [was, is] = [pattern[i] ?? '', words[from + j] ?? ''];
      fate[i] = was === is ? 'same' : couldBeSlip(was, is) ? 'slip' : 'other';
    } else if (step === UP) i--;
    else j--;
  }
  return { at, fate };
}

const priceOf = (a: string, b: string): number => (a === b ? 0 : couldBeSlip(a, b) ? SLIP : 1);
