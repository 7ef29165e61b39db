import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../text/span';

/** In what units a client counts characters within a line. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

/**
 * The lines of a text, for turning offsets (UTF-16 units into the text) into positions and back. A line ends at `\n`, `\r\n` or `\r`,
 * as the protocol says. A lone surrogate counts as the replacement character does: three bytes of UTF-8, one unit of UTF-32.
 */
export class Lines {
  private readonly starts: Uint32Array;

  /** Linear in the length of `text`. */
  constructor(
    readonly text: string,
    readonly encoding: PositionEncoding = 'utf-16',
  ) {
    this.starts = lineStarts(text);
  }

  /** How many lines there are; at least one. */
  get count(): number {
    return this.starts.length;
  }

  /** The line that `offset` lies on, from 0. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where a line starts and ends, without its line end; an empty span at the end of the text for a line that is not there. */
  lineSpan(line: number): Span {
    const start = this.starts[line];
    if (start === undefined) return [this.text.length, this.text.length];
    let end = this.starts[line + 1] ?? this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === NEW_LINE) end--;
    if (end > start && this.text.charCodeAt(end - 1) === RETURN) end--;
    return [start, end];
  }

  /** The position of an offset; offsets outside the text count as its ends, one inside a line end as the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    const [start, end] = this.lineSpan(line);
    return { line, character: this.width(start, Math.min(at, end)) };
  }

  /**
   * The offset of a position; one past the end of its line or of the text counts as that end, and anything that is no number as 0.
   * A position inside a character is the offset of its start.
   */
  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.starts.length) return this.text.length;
    const [start, end] = this.lineSpan(Math.floor(line));
    if (!(character > 0)) return start;
    if (this.encoding === 'utf-16') return Math.min(start + Math.floor(character), end);
    let left = character;
    let at = start;
    while (at < end) {
      const code = this.text.codePointAt(at) ?? 0;
      left -= unitsOf(code, this.encoding);
      if (left < 0) break;
      at += code > 0xffff ? 2 : 1;
    }
    return at;
  }

  /** The range of a span. */
  rangeOf([start, end]: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The span of a range; a range written backwards is turned round. */
  spanOf({ start, end }: Range): Span {
    const a = this.offsetAt(start);
    const b = this.offsetAt(end);
    return a <= b ? [a, b] : [b, a];
  }

  /** How many units of the client's encoding `[start, end)` takes; the span lies on one line. */
  width(start: number, end: number): number {
    if (this.encoding === 'utf-16') return end - start;
    let units = 0;
    let at = start;
    while (at < end) {
      const code = this.text.codePointAt(at) ?? 0;
      units += unitsOf(code, this.encoding);
      at += code > 0xffff ? 2 : 1;
    }
    return units;
  }
}

const NEW_LINE = 0x0a;
const RETURN = 0x0d;

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEW_LINE || (code === RETURN && text.charCodeAt(at + 1) !== NEW_LINE)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

function unitsOf(code: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return code > 0xffff ? 2 : 1;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
