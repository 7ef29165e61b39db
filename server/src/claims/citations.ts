import type { Span } from '../text/span';

/** A link, a web address or a footnote's mark: "](", "https://", "www.", "[1]", "[^note]", a superior figure. */
const CITATION = /\]\((?=[^)\s])|\bhttps?:\/\/\S|\bwww\.\w|\[\^[^\]\s]{1,40}\]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/g;
/** A footnote's own text, which cites nothing by its mark: "[^1]: …". */
const NOTE = /^\s*\[\^?[^\]\s]{1,40}\]:/;

/** Where a text, as the writer wrote it, points at its evidence: the starts of links and footnote marks, in order. Linear. */
export function citationsOf(text: string): number[] {
  const places: number[] = [];
  for (const match of text.matchAll(CITATION)) {
    const before = text.charAt(match.index - 1);
    const squared = /[\u00b2\u00b3]/.test(match[0]) && /[\dmk]/.test(before);
    if (!squared) places.push(match.index);
  }
  return places;
}

/**
 * Whether a place of `citations` lies in a sentence or right after it, where a footnote's mark stands.
 * `text` is what the writer wrote, markup and all.
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
