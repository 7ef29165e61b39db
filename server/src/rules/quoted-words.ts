import type { Article, ArticleQuote, BlockAnalysis } from '../article';
import { remembered } from '../text/remembered';
import { firstEndingAfter, type Span } from '../text/span';
import { byId } from './numbering';

/** A word of a quote. */
export interface QuotedWord {
  /** As it is compared: in lower case, apostrophes straight, small numbers in figures. */
  readonly word: string;
  /** Relative to the quote's block. */
  readonly span: Span;
}

/** Words of a block's quotes, as they are compared. */
export interface Row {
  readonly words: readonly QuotedWord[];
  /** Of each two words in a row a hash, 32 bits. */
  readonly hashes: Int32Array;
}

/** What somebody is quoted as saying at one place: a quote, or several of one sentence that only their attribution parts. */
export interface Utterance extends Row {
  /** The place of its first quote in the article's list, and how many it has. */
  readonly first: number;
  readonly count: number;
  readonly block: number;
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
  return rowsIn(analysis)(firstEndingAfter(analysis.quotes, span[0] - inside.span[0]), 1).words;
}

/** The words of a block's quotes: of `count` quotes from `first` on, as one row. Each row is read once. */
export const rowsIn = remembered(({ text, quotes }: BlockAnalysis) => {
  const rows = new Map<number, Row>();
  return (first: number, count: number): Row => {
    const key = first * 2 ** 20 + count;
    let row = rows.get(key);
    if (!row) {
      const words = quotes
        .slice(first, first + count)
        .flatMap(({ span }) => readWords(text, span))
        .slice(0, MOST);
      row = { words, hashes: Int32Array.from(words.slice(1), ({ word }, i) => hashOf(`${words[i]?.word} ${word}`)) };
      rows.set(key, row);
    }
    return row;
  };
});

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

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
export function utterancesOf(article: Article): Utterance[] {
  const { quotes, blocks } = article;
  const utterances: Utterance[] = [];
  for (let q = 0, ofBlock = 0, next = 0; q < quotes.length; q = next) {
    const first = quotes[q];
    const inside = first && blocks[first.block];
    next = q + 1;
    if (!first || !inside) continue;
    if (quotes[q - 1]?.block !== first.block) ofBlock = 0;
    while (first.attribution !== null && quotes[next]?.block === first.block && quotes[next]?.attribution === first.attribution) next++;
    utterances.push(utteranceAt(article, q, next - q, ofBlock));
    ofBlock += next - q;
  }
  return utterances;
}

/** `count` quotes from place `first` of the article's list on, which is number `ofBlock` of its block. */
export function utteranceAt({ quotes, blocks }: Article, first: number, count: number, ofBlock: number): Utterance {
  const block = quotes[first]?.block ?? 0;
  const inside = blocks[block];
  const { words, hashes } = inside ? rowsIn(inside.analysis)(ofBlock, count) : NO_ROW;
  return { first, count, block, offset: inside?.span[0] ?? 0, words, hashes };
}

const NO_ROW: Row = { words: [], hashes: new Int32Array() };

/** The quotes of an utterance. */
export const quotesOf = ({ quotes }: Article, { first, count }: Utterance): readonly ArticleQuote[] => quotes.slice(first, first + count);

/** Whether quotes show again what is said elsewhere: in a headline, a caption, a pull quote, or as a paragraph of their own that nobody is named beside. */
export function isShownAgain({ blocks, attributions }: Article, quote: ArticleQuote): boolean {
  const block = blocks[quote.block];
  if (!block || attributions.length === 0) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return true;
  const alone = quote.span[0] <= block.span[0] && quote.span[1] >= block.span[1] - 1;
  return alone && !quote.continues && !quote.open && byId(attributions, quote.attribution)?.block !== quote.block;
}
