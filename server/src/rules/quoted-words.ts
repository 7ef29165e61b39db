import type { Article, ArticleQuote, BlockAnalysis, LinkedBlock } from '../article';
import type { LinkedQuote } from '../attribution/link';
import { remembered } from '../text/remembered';
import { firstEndingAfter, type Span } from '../text/span';

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

/** What somebody is quoted as saying at one place of a block: a quote, or several of one sentence that only their attribution parts. */
export interface Utterance extends Row {
  /** The number of its first quote in the block, and how many it has. */
  readonly first: number;
  readonly count: number;
  /** Whether it shows again what is said elsewhere: in a headline, a caption, a pull quote, or as a paragraph of its own that nobody is named beside. */
  readonly isShown: boolean;
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

/**
 * The utterances of a block: quotes that one attribution holds are one, but each by itself where they are shown again, for a headline splices what it quotes.
 * No titles, and nothing that is never closed.
 */
export const utterancesIn = remembered((block: LinkedBlock): readonly Utterance[] => {
  const { analysis, quotes } = block;
  const utterances: Utterance[] = [];
  for (let first = 0, next = 0; first < quotes.length; first = next) {
    const quote = quotes[first];
    next = first + 1;
    if (!quote) continue;
    while (quote.attribution !== null && quotes[next]?.attribution === quote.attribution) next++;
    if (quote.kind === 'title' || quote.kind === 'unclosed') continue;
    const isShown = isShownAgain(block, quote);
    const length = isShown ? 1 : next - first;
    for (let q = first; q < next; q += length) {
      const { words, hashes } = rowsIn(analysis)(q, length);
      utterances.push({ first: q, count: length, words, hashes, isShown });
    }
  }
  return utterances;
});

function isShownAgain(
  { analysis: { kind, text }, attributions }: LinkedBlock,
  { span, continues, open, attribution }: LinkedQuote,
): boolean {
  if (kind !== 'paragraph' && kind !== 'list-item') return true;
  const alone = span[0] <= 0 && span[1] >= text.length - 1;
  return alone && !continues && !open && (attribution === null || attribution < 0 || attribution >= attributions.length);
}
