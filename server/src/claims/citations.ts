import type { Span } from '../text/span';

/** A footnote's own text, which cites nothing by its mark: "[^1]: …". */
const NOTE = /^\s*\[\^?[^\]\s]{1,40}\]:/;

/**
 * Whether a place of `citations` lies in a sentence or right after it, where a footnote's mark stands.
 * `text` is what the writer wrote, markup and all; `citations` are those of its layout.
 */
export function isCited(text: string, [start, end]: Span, citations: readonly number[]): boolean {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const place = citations[low];
  if (place === undefined || (place >= end && !isBlank(text, end, place))) return false;
  const line = text.slice(Math.max(0, start - 50), start + 50);
  return !NOTE.test(line.slice(line.lastIndexOf('\n') + 1));
}

/** Whether nothing but white space of one line lies between two places. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === LINE_END || text.charAt(at).trim() !== '') return false;
  return true;
}

const LINE_END = 0x0a;
