import type { Article } from '../article';
import { firstEndingAfter, type Span } from '../text/span';
import { mentionsOf } from './mention-places';
import { quotesOf, speakerAt } from './said-places';

/** What to list. */
export interface ReferenceOptions {
  /** With the fullest naming, which is where the speaker is introduced. */
  readonly declaration: boolean;
  /** Attributions less sure than this, 0…1, tell nothing. */
  readonly minimumConfidence: number;
}

/**
 * Every place of the speaker at `offset` (a mention, or words that somebody said): their mentions and their quotes, in order, each once. “I” and “we” inside
 * their own quotes are not listed beside these.
 */
export function references(article: Article, offset: number, { declaration, minimumConfidence }: ReferenceOptions): Span[] {
  const speaker = speakerAt(article, offset, minimumConfidence);
  if (!speaker) return [];
  const mentions = mentionsOf(article);
  const quotes = quotesOf(article, speaker);
  const naming = mentions.naming(speaker);
  const inOwnQuote = ([start]: Span): boolean => (quotes[firstEndingAfter(quotes, start)]?.span[0] ?? Number.POSITIVE_INFINITY) <= start;
  const places = mentions.of(speaker).filter((place) => (declaration || place !== naming) && !inOwnQuote(place.span));
  return [...places, ...quotes].map(({ span }) => span).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}
