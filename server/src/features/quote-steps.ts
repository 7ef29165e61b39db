import type { Article } from '../article';
import { firstEndingAfter, type Span } from '../text/span';

/** Which way to step. */
export type StepDirection = 'next' | 'previous';

/**
 * The quote after `offset`, or before it; round the end of the article where there is none further on. Words at arm’s length and titles are passed over.
 * Null where the article has no quotes.
 */
export function quoteStep({ quotes }: Article, offset: number, direction: StepDirection): Span | null {
  const here = firstEndingAfter(quotes, offset);
  const step = direction === 'next' ? 1 : -1;
  const inside = (quotes[here]?.span[0] ?? Number.POSITIVE_INFINITY) <= offset;
  let at = direction === 'previous' || inside ? here + step : here;
  for (let tried = 0; tried < quotes.length; tried++, at += step) {
    const quote = quotes[((at % quotes.length) + quotes.length) % quotes.length];
    if (quote && quote.kind !== 'scare' && quote.kind !== 'title') return quote.span;
  }
  return null;
}
