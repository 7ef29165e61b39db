import type { Span } from '../text/span';

/** The last of `mentions`, which come in order and apart, that ends at or before `place`. */
export const lastBefore = (mentions: readonly Span[], place: number): Span | undefined => mentions[endingBy(mentions, place) - 1];

/** Those of `mentions`, which come in order and apart, that lie in `span`. */
export const within = (mentions: readonly Span[], [start, end]: Span): readonly Span[] =>
  mentions.slice(endingBy(mentions, start), endingBy(mentions, end)).filter((mention) => mention[0] >= start);

/** How many of `mentions` end at or before `place`. */
function endingBy(mentions: readonly Span[], place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.[1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
