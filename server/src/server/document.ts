import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Replacement } from '../annotations/track';
import { Lines, type PositionEncoding } from '../features/lines';
import type { Span } from '../text/span';

/** An open document at one version. Immutable: an edit makes a new one. */
export class OpenDocument {
  private lineIndex: Lines | null = null;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    readonly version: number,
    readonly text: string,
    readonly encoding: PositionEncoding,
    /** The stretch of `text` that the last change touched; null right after opening or a change of the whole. */
    readonly touched: Span | null = null,
    /** What was replaced since the version before, one after the other; null where that was the whole, or nobody knows. */
    readonly edits: readonly Replacement[] | null = null,
  ) {}

  /** The lines of the text, in the client's units. */
  get lines(): Lines {
    this.lineIndex ??= new Lines(this.text, this.encoding);
    return this.lineIndex;
  }

  /** The document after changes that apply one after the other, as the protocol has them. A change that makes no sense is left out. */
  changed(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let document: OpenDocument = this;
    let touched: Span | null = null;
    let edits: Replacement[] | null = [];
    for (const change of changes) {
      if (typeof change?.text !== 'string') continue;
      const at = 'range' in change && change.range ? spanOf(document.lines, change.range) : null;
      if (at === undefined) continue;
      const text = at ? document.text.slice(0, at[0]) + change.text + document.text.slice(at[1]) : change.text;
      const here: Span = at ? [at[0], at[0] + change.text.length] : [0, text.length];
      touched = touched && at ? hullAfter(touched, at, here) : here;
      if (at) edits?.push({ at, text: change.text });
      else edits = null;
      document = new OpenDocument(this.uri, this.languageId, version, text, this.encoding, touched, edits);
    }
    return document === this ? new OpenDocument(this.uri, this.languageId, version, this.text, this.encoding, null, []) : document;
  }
}

/** The span of a range that came over the wire; undefined where it is none. */
function spanOf(lines: Lines, range: unknown): Span | undefined {
  if (typeof range !== 'object' || range === null) return undefined;
  const { start, end } = range as { start?: unknown; end?: unknown };
  return isPosition(start) && isPosition(end) ? lines.spanOf({ start, end }) : undefined;
}

/** Whether `value` is a position: it came over the wire and may be anything. */
export function isPosition(value: unknown): value is { line: number; character: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { line, character } = value as { line?: unknown; character?: unknown };
  return Number.isFinite(line) && Number.isFinite(character);
}

/** Whether `value` is a range. */
export function isRange(value: unknown): value is { start: { line: number; character: number }; end: { line: number; character: number } } {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as { start?: unknown; end?: unknown };
  return isPosition(start) && isPosition(end);
}

/** `before`, moved by the replacement of `replaced` with `inserted`, and joined with it. */
function hullAfter(before: Span, replaced: Span, inserted: Span): Span {
  const by = inserted[1] - replaced[1];
  const move = (offset: number) => (offset >= replaced[1] ? offset + by : Math.min(offset, inserted[0]));
  return [Math.min(move(before[0]), inserted[0]), Math.max(move(before[1]), inserted[1])];
}
