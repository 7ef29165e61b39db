import type { Span } from '../text/span';

/** The last of `mentions`, which come in order and apart, that ends at or before `place`. */
export function lastBefore(mentions: readonly Span[], place: number): Span | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.[1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1];
}
