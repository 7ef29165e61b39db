import { isSpace } from './characters';

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
export function splitLines(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  const gaps: number[] = [];
  const size = text.length;
  let at = 0;
  let gap = 0;
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
      gaps.push(gap);
      gap = 0;
    } else gap++;
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
