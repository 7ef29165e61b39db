import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Replacement } from '../annotations/track';
import { Lines, type PositionEncoding } from '../features/lines';
import type { Span } from '../text/span';

/** An open document at one version. Immutable: an edit makes a new one. */
export class OpenDocument {
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
    private lineIndex: Lines | null = null,
  ) {}

  /** The lines of the text, in the client's units. */
  get lines(): Lines {
    this.lineIndex ??= new Lines(this.text, this.encoding);
    return this.lineIndex;
  }

  /** The document after changes that apply one after the other, as the protocol has them. A change that makes no sense is left out. */
  changed(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let { text, touched }: { text: string; touched: Span | null } = { text: this.text, touched: null };
    let lines: Lines | null = null;
    let edits: Replacement[] | null = [];
    /** Replacements in `lines` that are still to be made, from the last to the first: as editors send those of one command. */
    let waiting: Replacement[] = [];
    let changed = false;
    const settled = (): Lines => {
      lines = (lines ?? this.lines).replacedAll(waiting);
      waiting = [];
      text = lines.text;
      return lines;
    };
    for (const change of changes) {
      if (typeof change?.text !== 'string') continue;
      if (!('range' in change && change.range)) {
        [text, touched, lines, waiting] = [change.text, [0, change.text.length], new Lines(change.text, this.encoding), []];
        [edits, changed] = [null, true];
        continue;
      }
      const early = waiting.length > 0 ? spanOf(lines ?? this.lines, change.range) : undefined;
      // What lies before all that waits is the same in the text before those changes and after them.
      const at = early && early[1] < (waiting.at(-1)?.at[0] ?? 0) ? early : spanOf(settled(), change.range);
      if (!at) continue;
      waiting.push({ at, text: change.text });
      edits?.push({ at, text: change.text });
      const here: Span = [at[0], at[0] + change.text.length];
      touched = touched ? hullAfter(touched, at, here) : here;
      changed = true;
    }
    if (waiting.length > 0) settled();
    const index = lines ?? this.lineIndex;
    return new OpenDocument(this.uri, this.languageId, version, text, this.encoding, changed ? touched : null, edits, index);
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
