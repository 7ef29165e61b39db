import type { Article, ArticleQuote } from '../article';
import type { Span } from '../text/span';

/** A word of a quote. */
export interface QuotedWord {
  /** As it is compared: in lower case, apostrophes straight, small numbers in figures. */
  readonly word: string;
  /** Relative to the article. */
  readonly span: Span;
}

/** What somebody is quoted as saying at one place: a quote, or several of one sentence that only their attribution parts. */
export interface Utterance {
  readonly quotes: readonly ArticleQuote[];
  readonly words: readonly QuotedWord[];
}

/** How many words of a quote are compared. */
const MOST = 150;
const FIGURES = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, i) => [word, `${i + 1}`]),
);

/** The first words of a quote. */
export function wordsOf({ text }: Article, { span: [start, end] }: ArticleQuote): QuotedWord[] {
  const words: QuotedWord[] = [];
  for (const match of text.slice(start, Math.min(end, start + MOST * 12)).matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu)) {
    if (words.length >= MOST) break;
    const word = match[0].toLowerCase().replaceAll('’', "'");
    const at = start + match.index;
    words.push({ word: FIGURES.get(word) ?? word, span: [at, at + match[0].length] });
  }
  return words;
}

/** The quotes of an article, those joined that one attribution holds within a block. In order of the text. */
export function utterancesOf(article: Article): Utterance[] {
  const utterances: Utterance[] = [];
  for (const quote of article.quotes) {
    const last = utterances.at(-1);
    const before = last?.quotes.at(-1);
    const words = wordsOf(article, quote);
    if (last && before && before.block === quote.block && before.attribution !== null && before.attribution === quote.attribution)
      utterances[utterances.length - 1] = { quotes: [...last.quotes, quote], words: [...last.words, ...words].slice(0, MOST) };
    else utterances.push({ quotes: [quote], words });
  }
  return utterances;
}

/** Whether quotes show again what is said elsewhere: in a headline, a caption, a pull quote, or as a paragraph of their own that nobody is named beside. */
export function isShownAgain({ blocks, attributions }: Article, quote: ArticleQuote, blockOf: ReadonlyMap<string, number>): boolean {
  const block = blocks[quote.block];
  if (!block || attributions.length === 0) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return true;
  const alone = quote.span[0] <= block.span[0] && quote.span[1] >= block.span[1] - 1;
  return alone && !quote.continues && !quote.open && (quote.attribution === null || blockOf.get(quote.attribution) !== quote.block);
}

/** For each attribution its block. */
export const blocksOfAttributions = ({ attributions }: Article): ReadonlyMap<string, number> =>
  new Map(attributions.map(({ id, block }) => [id, block]));
