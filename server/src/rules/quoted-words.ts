import type { Article, ArticleQuote, BlockAnalysis } from '../article';
import { remembered } from '../text/remembered';
import { firstEndingAfter, type Span } from '../text/span';

/** A word of a quote. */
export interface QuotedWord {
  /** As it is compared: in lower case, apostrophes straight, small numbers in figures. */
  readonly word: string;
  /** Relative to the quote's block. */
  readonly span: Span;
}

/** What somebody is quoted as saying at one place: a quote, or several of one sentence that only their attribution parts. */
export interface Utterance {
  readonly quotes: readonly ArticleQuote[];
  readonly words: readonly QuotedWord[];
  /** Where its block starts. */
  readonly offset: number;
}

/** How many words of a quote are compared. */
const MOST = 150;
const FIGURES = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, i) => [word, `${i + 1}`]),
);

/** The first words of a quote. */
export function wordsOf({ blocks }: Article, { span, block }: ArticleQuote): readonly QuotedWord[] {
  const inside = blocks[block];
  if (!inside) return [];
  const { analysis } = inside;
  return rowsIn(analysis)(firstEndingAfter(analysis.quotes, span[0] - inside.span[0]), 1);
}

/** The words of a block's quotes: of `count` quotes from `first` on, as one row. Each row is read once. */
const rowsIn = remembered(({ text, quotes }: BlockAnalysis) => {
  const rows = new Map<number, readonly QuotedWord[]>();
  return (first: number, count: number): readonly QuotedWord[] => {
    const key = first * 2 ** 20 + count;
    let row = rows.get(key);
    if (!row) {
      row = quotes
        .slice(first, first + count)
        .flatMap(({ span }) => readWords(text, span))
        .slice(0, MOST);
      rows.set(key, row);
    }
    return row;
  };
});

function readWords(text: string, [start, end]: Span): QuotedWord[] {
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
export function utterancesOf({ quotes, blocks }: Article): Utterance[] {
  const utterances: Utterance[] = [];
  for (let q = 0, ofBlock = 0, next = 0; q < quotes.length; q = next) {
    const first = quotes[q];
    const inside = first && blocks[first.block];
    next = q + 1;
    if (!first || !inside) continue;
    if (quotes[q - 1]?.block !== first.block) ofBlock = 0;
    while (first.attribution !== null && quotes[next]?.block === first.block && quotes[next]?.attribution === first.attribution) next++;
    utterances.push({
      quotes: quotes.slice(q, next),
      words: rowsIn(inside.analysis)(ofBlock, next - q),
      offset: inside.span[0],
    });
    ofBlock += next - q;
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
