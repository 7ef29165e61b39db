import type { Position, Range } from 'vscode-languageserver-types';
import { type Replacement, replacedText } from '../annotations/track';
import { firstAbove } from '../text/sorted';
import type { Span } from '../text/span';

/** In what units a client counts characters within a line. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

/**
 * The lines of a text, for turning offsets (UTF-16 units into the text) into positions and back. A line ends at `\n`, `\r\n` or `\r`,
 * as the protocol says. A lone surrogate counts as the replacement character does: three bytes of UTF-8, one unit of UTF-32.
 */
export class Lines {
  /** Linear in the length of `text`, where `starts` isn't known. */
  constructor(
    readonly text: string,
    readonly encoding: PositionEncoding = 'utf-16',
    private readonly starts: Uint32Array = Uint32Array.from(lineStarts(text, 0, text.length)),
  ) {}

  /** The lines of the text after replacements that come from the last to the first and lie apart. */
  replacedAll(replacements: readonly Replacement[]): Lines {
    const [only] = replacements;
    if (!only) return this;
    if (replacements.length === 1) return this.replaced(only.at, only.text);
    return new Lines(replacedText(this.text, replacements), this.encoding);
  }

  /** The lines of the text in which `inserted` has taken the place of a span. Linear in the number of lines, not in the text. */
  replaced([from, to]: Span, inserted: string): Lines {
    const text = this.text.slice(0, from) + inserted + this.text.slice(to);
    const by = inserted.length - (to - from);
    // Whether a line starts at a place depends on the units before and after it.
    const before = firstAbove(this.starts, from - 1);
    const after = firstAbove(this.starts, to);
    const between = lineStarts(text, from, from + inserted.length);
    const starts = new Uint32Array(before + between.length + this.starts.length - after);
    starts.set(this.starts.subarray(0, before));
    starts.set(between, before);
    for (let old = after, at = before + between.length; at < starts.length; old++, at++) starts[at] = (this.starts[old] ?? 0) + by;
    return new Lines(text, this.encoding, starts);
  }

  /** How many lines there are; at least one. */
  get count(): number {
    return this.starts.length;
  }

  /** The line that `offset` lies on, from 0. */
  lineAt(offset: number): number {
    return Math.max(0, firstAbove(this.starts, offset) - 1);
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
    const from = this.#stepBefore(start, end);
    let units = from > start ? (this.#steps.get(start)?.[(from - start) >> STEP] ?? 0) : 0;
    let at = from > start ? this.#wholeBefore(from) : start;
    while (at < end) {
      const code = this.text.codePointAt(at) ?? 0;
      units += unitsOf(code, this.encoding);
      at += code > 0xffff ? 2 : 1;
    }
    return units;
  }

  /** In long lines, the units up to each step of them that was reached so far, by where they start; so that many places of one line aren't each counted from its start. */
  readonly #steps = new Map<number, number[]>();

  /** The last step of the line from `start` that lies before `end`; its units are known. */
  #stepBefore(start: number, end: number): number {
    const wanted = (end - start) >> STEP;
    if (wanted === 0) return start;
    let known = this.#steps.get(start);
    if (!known) {
      known = [0];
      this.#steps.set(start, known);
    }
    for (let step = known.length; step <= wanted; step++) {
      let units = known[step - 1] ?? 0;
      let at = step > 1 ? this.#wholeBefore(start + ((step - 1) << STEP)) : start;
      for (const stop = this.#wholeBefore(start + (step << STEP)); at < stop; ) {
        const code = this.text.codePointAt(at) ?? 0;
        units += unitsOf(code, this.encoding);
        at += code > 0xffff ? 2 : 1;
      }
      known.push(units);
    }
    return start + (wanted << STEP);
  }

  /** `at`, or the start of the character that it lies inside. */
  #wholeBefore(at: number): number {
    return at > 0 && (this.text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
  }
}

/** Long lines are counted in steps of 2 to the power of this, in UTF-16 units. */
const STEP = 10;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/** Where lines start from `first` to `last`, both included. */
function lineStarts(text: string, first: number, last: number): number[] {
  const starts = first === 0 ? [0] : [];
  for (let at = Math.max(1, first); at <= last; at++) {
    const code = text.charCodeAt(at - 1);
    if (code === NEW_LINE || (code === RETURN && text.charCodeAt(at) !== NEW_LINE)) starts.push(at);
  }
  return starts;
}

function unitsOf(code: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return code > 0xffff ? 2 : 1;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
