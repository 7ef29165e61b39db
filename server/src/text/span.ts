/** A stretch of text: UTF-16 offsets, `[start, end)`, `start <= end`. */
export type Span = readonly [start: number, end: number];

/** The number of UTF-16 units in `span`. */
export const spanLength = ([start, end]: Span): number => end - start;

/** Whether `outer` holds the whole of `inner`; equal spans contain each other. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Whether the two spans share at least one unit; spans that only touch do not. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** `span` moved by `by` units. */
export const shift = ([start, end]: Span, by: number): Span => [start + by, end + by];

/** The smallest span that holds all of `spans`. Throws a RangeError when there is none. */
export function hull(spans: readonly Span[]): Span {
  const [first, ...rest] = spans;
  if (!first) throw new RangeError('the hull of no spans');
  let [start, end] = first;
  for (const [s, e] of rest) {
    start = Math.min(start, s);
    end = Math.max(end, e);
  }
  return [start, end];
}

/** The number of UTF-16 units in all of `spans`, which don't overlap. */
export const totalLength = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + spanLength(span), 0);

/** The number of UTF-16 units that two lists of spans share; within each list they don't overlap. */
export const sharedLength = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((sum, [s, e]) => sum + b.reduce((inner, [t, f]) => inner + Math.max(0, Math.min(e, f) - Math.max(s, t)), 0), 0);

/** The index of the first of `things` that ends after `place`; they come in order and apart. Logarithmic; their number where none does. */
export function firstEndingAfter(things: readonly { readonly span: Span }[], place: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.span[1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
