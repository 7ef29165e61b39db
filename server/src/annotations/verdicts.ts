import { overlaps, type Span } from '../text/span';
import { isVerdict, type Placed, type Verdict } from './annotation';
import { isSameStatement } from './same-statement';

/** A person's verdict on words of a text, as the analysis heeds it. */
export interface PlacedVerdict {
  readonly span: Span;
  readonly verdict: Verdict;
  /** The id of the annotation that says so. */
  readonly annotation: string;
  /** Who says so; null where nobody says. */
  readonly by: string | null;
}

/**
 * The verdicts that hold on a text, the earliest first: of two on the same words the later one counts. One that was verified holds only as long as
 * its words state the same; a dispute or a wish for a source is settled with its annotation.
 */
export function verdictsOf(text: string, placed: readonly Placed[]): PlacedVerdict[] {
  return placed
    .flatMap((one): (PlacedVerdict & { readonly at: string })[] => {
      const { annotation, span } = one;
      const { id, kind, by, modified } = annotation;
      if (span === null || !isVerdict(kind) || hasLapsed(text, one)) return [];
      if (kind !== 'verified' && annotation.resolved !== null) return [];
      return [{ span, verdict: kind, annotation: id, by, at: modified ?? annotation.at ?? '' }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) || a.span[0] - b.span[0] || a.span[1] - b.span[1])
    .map(({ at: _, ...verdict }) => verdict);
}

/** Whether words that somebody has verified have become another statement since. */
export function hasLapsed(text: string, { annotation: { kind, selectors }, span }: Placed): boolean {
  return kind === 'verified' && span !== null && selectors !== null && !isSameStatement(selectors.exact, text.slice(...span));
}

/** The share of a stretch that a verdict has to cover to be one on it. */
const MOST = 0.5;

/** The verdict on a stretch of a text: the latest of those that cover most of it; undefined where there is none. */
export function verdictOn<V extends { readonly span: Span }>(verdicts: readonly V[], [start, end]: Span): V | undefined {
  return verdicts.findLast(({ span }) => {
    const shared = Math.min(end, span[1]) - Math.max(start, span[0]);
    return shared > 0 && shared >= (end - start) * MOST;
  });
}

/** The annotations that lie on a stretch of a text, in part or whole; at its very ends too. */
export const annotationsOn = (placed: readonly Placed[], at: Span): Placed[] =>
  placed.filter(({ span }) => span !== null && (overlaps(span, at) || (at[0] === at[1] && span[0] <= at[0] && at[0] <= span[1])));
