import type { EvidenceIndex, IndexedDocument } from './evidence-index';
import type { SoughtWord } from './sought-quote';
import { Flag } from './words';

/** Sought words, with the index's numbers for them. */
export interface Segment {
  readonly words: readonly SoughtWord[];
  /** For each word its number; -1 where no document has it. */
  readonly numbers: Int32Array;
}

/** A stretch of sought words `[from, to)` that stands otherwise in the document: as its words `[first, last)`. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** How a segment lies in a document. */
export interface Aligned {
  readonly holder: IndexedDocument;
  /** The words of the document, `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Where the two differ, fillers and brackets included. */
  readonly steps: readonly Step[];
  readonly cost: number;
}

/** What one changed, added or missing word costs. */
export const WORD = 100;
/** What a word of the document costs that a bracket stands for. */
const UNDER_BRACKET = 5;

/** The segment of some sought words. */
export function segmentOf(words: readonly SoughtWord[], index: EvidenceIndex): Segment {
  return { words, numbers: Int32Array.from(words, ({ word }) => index.numberOf(word) ?? -1) };
}

/** Whether sought word `i` can be word `place` of the document. */
function agrees({ words, numbers }: Segment, i: number, holder: IndexedDocument, place: number, index: EvidenceIndex): boolean {
  const number = holder.words[place] ?? -2;
  if (numbers[i] === number) return true;
  const word = words[i];
  return word?.bracket === 'ending' && word.fixed !== '' && index.wordOf(number).startsWith(word.fixed);
}

/** How many sought words from the first on stand word for word from `place` on, and after which word of the document; fillers of the document don't count. */
export function runFrom(segment: Segment, holder: IndexedDocument, place: number, index: EvidenceIndex): { count: number; end: number } {
  const { length } = segment.words;
  let i = 0;
  let end = place;
  for (let at = place; i < length && at < holder.words.length; at++) {
    if (agrees(segment, i, holder, at, index)) {
      i++;
      end = at + 1;
    } else if (((holder.flags[at] ?? 0) & Flag.Filler) === 0 || i === 0) break;
  }
  return { count: i, end };
}

/** The same backwards: how many sought words up to the last end before `end`, and from which word of the document on. */
export function runBefore(segment: Segment, holder: IndexedDocument, end: number, index: EvidenceIndex): { count: number; start: number } {
  let i = segment.words.length - 1;
  let start = end;
  for (let at = end - 1; i >= 0 && at >= 0; at--) {
    if (agrees(segment, i, holder, at, index)) {
      i--;
      start = at;
    } else if (((holder.flags[at] ?? 0) & Flag.Filler) === 0 || start === end) break;
  }
  return { count: segment.words.length - 1 - i, start };
}

const DIAGONAL = 1;
const LEFT = 2;
const UP = 3;

/**
 * Lays a whole segment on the stretch of the document's words `[from, to)` that takes the fewest changes; its ends are free. Edit distance over
 * words; what a transcriber noted costs nothing to leave out, what brackets put in costs nothing to add. Time is the product of the lengths.
 */
export function align(segment: Segment, holder: IndexedDocument, from: number, to: number, index: EvidenceIndex): Aligned {
  const rows = segment.words.length;
  const columns = to - from;
  const moves = new Uint8Array((rows + 1) * (columns + 1));
  let before = new Int32Array(columns + 1);
  let row = new Int32Array(columns + 1);
  for (let i = 1; i <= rows; i++) {
    const bracket = segment.words[i - 1]?.bracket === 'word';
    const nearBracket = bracket || segment.words[i]?.bracket === 'word';
    const add = bracket ? 0 : WORD;
    row[0] = (before[0] ?? 0) + add;
    moves[i * (columns + 1)] = UP;
    for (let j = 1; j <= columns; j++) {
      const place = from + j - 1;
      const filler = ((holder.flags[place] ?? 0) & Flag.Filler) !== 0;
      const diagonal = (before[j - 1] ?? 0) + (agrees(segment, i - 1, holder, place, index) ? 0 : WORD);
      const left = (row[j - 1] ?? 0) + (filler ? 0 : nearBracket ? UNDER_BRACKET : WORD);
      const up = (before[j] ?? 0) + add;
      const least = Math.min(diagonal, left, up);
      row[j] = least;
      moves[i * (columns + 1) + j] = diagonal === least ? DIAGONAL : left === least ? LEFT : UP;
    }
    [before, row] = [row, before];
  }
  let best = 0;
  for (let j = 1; j <= columns; j++) if ((before[j] ?? 0) < (before[best] ?? 0)) best = j;
  return { holder, ...traced(segment, holder, from, moves, columns, best, index), cost: before[best] ?? 0 };
}

function traced(
  segment: Segment,
  holder: IndexedDocument,
  from: number,
  moves: Uint8Array,
  columns: number,
  end: number,
  index: EvidenceIndex,
): Pick<Aligned, 'first' | 'last' | 'steps'> {
  const steps: Step[] = [];
  let i = segment.words.length;
  let j = end;
  while (i > 0) {
    const move = moves[i * (columns + 1) + j];
    const [to, last] = [i, j];
    if (move !== LEFT) i--;
    if (move === DIAGONAL || move === LEFT) j--;
    if (move === DIAGONAL && agrees(segment, i, holder, from + j, index)) continue;
    const next = steps.at(-1);
    if (next && next.from === to && next.first === from + last) steps[steps.length - 1] = { ...next, from: i, first: from + j };
    else steps.push({ from: i, to, first: from + j, last: from + last });
  }
  return { first: from + j, last: from + end, steps: steps.reverse() };
}
