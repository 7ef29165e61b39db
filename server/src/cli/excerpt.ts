import type { Span } from '../text/span';
import { harmless, widthOf } from './terminal';

/** A part of a line, and what points at a place in it. */
export interface Excerpt {
  readonly text: string;
  /** Spaces and carets; as wide as `text` up to the end of what it points at. */
  readonly pointer: string;
}

/**
 * Cuts the part of `line` around `span` (both relative to the line) that fits into `columns`, and points at the span. What is cut off is shown
 * by an ellipsis; a span longer than the room is pointed at as far as it goes.
 */
export function excerpt(line: string, span: Span, columns: number): Excerpt {
  const room = Math.max(20, columns);
  // A unit takes at least half a column, so nothing beyond this could be shown. Long lines are never looked at whole.
  const reach = room * 2;
  const wanted = Math.min(span[1] - span[0], room);
  const lead = line.length <= room ? line.length : Math.max(12, Math.floor((room - wanted) / 2));
  let from = Math.max(0, span[0] - lead);
  if (from > 0 && line.length - from < room) from = Math.max(0, line.length - room + 1);
  if (isLowSurrogate(line, from)) from--;
  let to = Math.min(line.length, from + reach);
  if (isLowSurrogate(line, to)) to--;
  const before = (from > 0 ? '…' : '') + harmless(line.slice(from, span[0]));
  const marked = harmless(line.slice(span[0], Math.min(span[1], to)));
  const shown = fitInto(before + marked + harmless(line.slice(Math.min(span[1], to), to)), room, to < line.length);
  const start = Math.min(widthOf(before), room - 1);
  const width = Math.max(1, Math.min(widthOf(marked), room - start));
  return { text: shown, pointer: ' '.repeat(start) + '^'.repeat(width) };
}

const isLowSurrogate = (text: string, at: number): boolean => at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** An emoji of several people is one character to a reader. */
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As many characters of `text` as fit into `room` columns. */
function fitInto(text: string, room: number, more: boolean): string {
  if (!more && widthOf(text) <= room) return text;
  let width = 0;
  let fitted = '';
  for (const { segment: character } of segments.segment(text)) {
    width += widthOf(character);
    if (width > room - 1) return `${fitted}…`;
    fitted += character;
  }
  return more ? `${fitted}…` : fitted;
}
