import type { Span } from '../text/span';

/** A footnote's own text, which cites nothing by its mark: "[^1]: …". */
const NOTE = /^\s*\[\^?[^\]\s]{1,40}\]:/;

/**
 * Whether a place of `citations` lies in a sentence or right after it, where a footnote's mark stands.
 * `text` is what the writer wrote, markup and all; `citations` are those of its layout.
 */
export function isCited(text: string, [start, end]: Span, citations: readonly number[]): boolean {
  if (
    NOTE.test(
      text
        .slice(Math.max(0, start - 50), start + 50)
        .split('\n')
        .at(-1) ?? '',
    )
  )
    return false;
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const place = citations[low];
  return place !== undefined && (place < end || text.slice(end, place).trim() === '') && !text.slice(end, place).includes('\n');
}
