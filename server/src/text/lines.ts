import { type Change, growth } from './change';
import { isSpace } from './characters';
import { firstAbove } from './sorted';

/** The lines of a text that hold anything but white space, in order. Struct of arrays; offsets are UTF-16 units into the text. */
export interface Lines {
  readonly length: number;
  /** First unit of each line that is no white space. */
  readonly start: Uint32Array;
  /** After the last unit of each line that is no white space. */
  readonly end: Uint32Array;
  /** Columns of white space before `start`; a tab counts for four. */
  readonly indent: Uint32Array;
  /** How many blank lines stand before the line. */
  readonly gap: Uint32Array;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Ends of lines: LF, VT, FF, CR, NEL, and the line and paragraph separators. CR LF is one end. */
const isLineEnd = (code: number): boolean => (code >= LINE_FEED && code <= RETURN) || code === 0x85 || code === 0x2028 || code === 0x2029;

/** Finds the lines of `text`. Linear. */
export const splitLines = (text: string): Lines => linesFrom(text, 0, 0, () => false);

/** The lines of a text after a change, and how many of them, at the beginning and at the end, are what they were. */
export interface LinesAgain {
  readonly lines: Lines;
  readonly head: number;
  readonly tail: number;
}

/** The lines of `text` as `splitLines` finds them, by those that the text had before a change: they are looked for only where it was. */
export function splitLinesAgain(text: string, old: Lines, change: Change): LinesAgain {
  // A line whose first unit is the same has the same before it.
  const head = firstAbove(old.start, change.start - 1) - 1;
  if (head < 0) return { lines: splitLines(text), head: 0, tail: 0 };
  const by = growth(change);
  if ((old.end[head] ?? 0) > change.before && !hasLineEnd(text, change)) {
    // Within a line nothing begins and nothing ends.
    const start = moved(old.start, head + 1, by);
    return { lines: { ...old, start, end: moved(old.end, head, by) }, head, tail: old.length - head - 1 };
  }
  let from = old.start[head] ?? 0;
  while (from > 0 && isSpace(text.charCodeAt(from - 1)) && !isLineEnd(text.charCodeAt(from - 1))) from--;
  let next = firstAbove(old.start, change.before - 1);
  // What stands before the first line that both have may be new.
  let tail = old.length;
  const between = linesFrom(text, from, old.gap[head] ?? 0, (start) => {
    while (next < old.length && (old.start[next] ?? 0) + by < start) next++;
    const isShared = (old.start[next] ?? Number.NaN) + by === start;
    if (isShared) tail = next + 1;
    return isShared;
  });
  const join = (values: keyof Omit<Lines, 'length'>, by: number): Uint32Array => {
    const joined = new Uint32Array(head + between.length + old.length - tail);
    joined.set(old[values].subarray(0, head));
    joined.set(between[values], head);
    joined.set(moved(old[values].subarray(tail), 0, by), head + between.length);
    return joined;
  };
  const start = join('start', by);
  const lines = { length: start.length, start, end: join('end', by), indent: join('indent', 0), gap: join('gap', 0) };
  return { lines, head, tail: old.length - tail };
}

function hasLineEnd(text: string, { start, after }: Change): boolean {
  for (let at = start; at < after; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

/** The values, those from index `first` on moved by `by`. */
const moved = (values: Uint32Array, first: number, by: number): Uint32Array =>
  by === 0 ? values : values.map((value, i) => (i < first ? value : value + by));

/** The lines from `from` on, where a line begins, with `gap` blank ones before it; up to the one, included, that begins where `isLast` says. */
function linesFrom(text: string, from: number, gap: number, isLast: (start: number) => boolean): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  const gaps: number[] = [];
  const size = text.length;
  let at = from;
  let blank = gap;
  while (at < size) {
    let indent = 0;
    let code = text.charCodeAt(at);
    while (at < size && isSpace(code) && !isLineEnd(code)) {
      indent += code === TAB ? 4 : 1;
      code = text.charCodeAt(++at);
    }
    const start = at;
    let end = at;
    while (at < size && !isLineEnd(code)) {
      at++;
      if (!isSpace(code)) end = at;
      code = text.charCodeAt(at);
    }
    if (end > start) {
      starts.push(start);
      ends.push(end);
      indents.push(indent);
      gaps.push(blank);
      blank = 0;
      if (isLast(start)) break;
    } else blank++;
    at += code === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
  }
  return {
    length: starts.length,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    indent: Uint32Array.from(indents),
    gap: Uint32Array.from(gaps),
  };
}
