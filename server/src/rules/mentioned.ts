import { remembered } from '../text/remembered';
import { type Span, spanLength } from '../text/span';

/** The last of `mentions`, which come in order and apart, that ends at or before `place`. */
export const lastBefore = (mentions: readonly Span[], place: number): Span | undefined => mentions[endingBy(mentions, place) - 1];

/** Those of `mentions`, which come in order and apart, that lie in `span`. */
export const within = (mentions: readonly Span[], [start, end]: Span): readonly Span[] =>
  mentions.slice(endingBy(mentions, start), endingBy(mentions, end)).filter((mention) => mention[0] >= start);

/** Those of `mentions`, which come in order of their starts, that start in `span`. */
export function startingWithin(mentions: readonly Span[], [start, end]: Span): readonly Span[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < mentions.length && (mentions[last]?.[0] ?? end) < end) last++;
  return low === last ? NONE : mentions.slice(low, last);
}

const NONE: readonly Span[] = [];

/** The length of the longest of `mentions` that ends at or before `place`; 0 where none does. Logarithmic, after the first time. */
export function longestBefore(mentions: readonly Span[], place: number): number {
  const { byEnd, longest } = lengthsOf(mentions);
  return longest[endingBy(byEnd, place) - 1] ?? 0;
}

/** Mentions by where they end, and of each the longest so far. */
const lengthsOf = remembered((mentions: readonly Span[]) => {
  const byEnd = [...mentions].sort((a, b) => a[1] - b[1]);
  let most = 0;
  const longest = byEnd.map((span) => {
    most = Math.max(most, spanLength(span));
    return most;
  });
  return { byEnd, longest };
});

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
