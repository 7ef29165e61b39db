import { remembered } from '../text/remembered';
import { firstNot } from '../text/sorted';
import { type Span, spanLength } from '../text/span';

/** The last of `mentions`, which come in order and apart, that ends at or before `place`. */
export const lastBefore = (mentions: readonly Span[], place: number): Span | undefined => mentions[endingBy(mentions, place) - 1];

/** Those of `mentions`, which come in order and apart, that lie in `span`. */
export const within = (mentions: readonly Span[], [start, end]: Span): readonly Span[] =>
  mentions.slice(endingBy(mentions, start), endingBy(mentions, end)).filter((mention) => mention[0] >= start);

/**
 * Those of `mentions`, which come in order of their starts, that start in one of `spans`, which come in order and apart. Whichever of the two are more, most
 * of them are passed over by halves.
 */
export function startingWithin(mentions: readonly Span[], spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let m = 0;
  for (let s = 0; s < spans.length; s++) {
    const span = spans[s];
    if (!span) break;
    m = below(mentions, 0, span[0], m);
    let mention = mentions[m];
    for (; mention && mention[0] < span[1]; mention = mentions[++m]) found.push(mention);
    if (!mention) break;
    s = below(spans, 1, mention[0] + 1, s + 1) - 1;
  }
  return found;
}

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
const endingBy = (mentions: readonly Span[], place: number): number => below(mentions, 1, place + 1);

/** The index of the first of `spans`, from `from` on, whose start (`edge` 0) or end (1) is not below `place`; their number where none is. Logarithmic. */
function below(spans: readonly Span[], edge: 0 | 1, place: number, from = 0): number {
  return firstNot(from, spans.length, (i) => (spans[i]?.[edge] ?? 0) < place);
}
