import type { Article, ArticleQuote, BlockAnalysis } from '../article';
import type { Quote } from '../attribution/quotes';
import { lookFor } from './by-block';
import { firstQuotes } from './numbering';

/** What can be told of a quote by its block alone; `text` is the block's as it is written, and the quote is number `q` in it. */
export type QuoteTest = (quote: Quote, block: BlockAnalysis, text: string, q: number) => boolean;

/**
 * Finds the quotes that pass a test, as places in the article's list, in order; of those that come into question, if `isWanted` says which. The test, a pure
 * one, is made once for each block.
 */
export function quotesWhere(test: QuoteTest, isWanted: (quote: ArticleQuote) => boolean = () => true): (article: Article) => number[] {
  const passing = lookFor((block, text) => block.quotes.flatMap((quote, q) => (test(quote, block, text, q) ? [q] : [])));
  return (article) => {
    const { blocks, found } = passing(article);
    const first = firstQuotes(article);
    const places: number[] = [];
    for (let i = 0; i < blocks.length; i++) {
      for (const q of found[i] ?? []) {
        const place = (first[blocks[i] ?? 0] ?? 0) + q;
        const quote = article.quotes[place];
        if (quote && isWanted(quote)) places.push(place);
      }
    }
    return places;
  };
}
