import type { LocationLink } from 'vscode-languageserver-types';
import type { Article } from '../article';
import type { Abilities } from './abilities';
import { addressOf, rangeIn } from './document-places';
import { judgedQuoteAt } from './evidence-cards';
import type { Lines } from './lines';

/** Where the quote at `offset` stands in the documents beside the article: the place that it was matched with, or each of its pieces. */
export function quoteSource(article: Article, offset: number, lines: Lines, able: Abilities): LocationLink[] {
  const judged = judgedQuoteAt(article, offset);
  if (!judged) return [];
  const quote = judged.speech.quotes.find(({ span }) => span[0] <= offset && offset <= span[1]);
  return judged.evidence.places.map((place) => {
    const range = rangeIn(place, able);
    return {
      ...(quote && { originSelectionRange: lines.rangeOf(quote.span) }),
      targetUri: addressOf(place, able),
      targetRange: range,
      targetSelectionRange: range,
    };
  });
}
