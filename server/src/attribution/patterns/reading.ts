import { TAG_NAMES, type TagName } from '../../language/tags';
import type { Span } from '../../text/span';
import { tokenText } from '../../text/tokens';
import type { ReadBlock } from '../block-attribution';

/** A run of tokens `[first, last)`, indices into a block's tokens. */
export type Run = readonly [first: number, last: number];

/** A block as the patterns read it: words in lower case, tags by name, which token belongs to which quote. */
export interface Reading {
  readonly block: ReadBlock;
  readonly length: number;
  /** The token in lower case; '' outside the block. */
  word(index: number): string;
  /** The token as written; '' outside the block. */
  raw(index: number): string;
  /** The part of speech; '.' outside the block. */
  tag(index: number): TagName;
  /** The index of the quote that token `index` is in (its marks included), or -1. */
  quoteAt(index: number): number;
  /** The tokens of quote `index`. */
  quoteRun(index: number): Run;
  /** The span of a run, relative to the block. */
  spanOf(run: Run): Span;
}

/** Prepares a block for the patterns. Linear. */
export function read(block: ReadBlock): Reading {
  const { tokens, tags, quotes } = block;
  const lower: string[] = [];
  for (let i = 0; i < tokens.length; i++) lower.push(tokenText(tokens, i).toLowerCase());
  const inQuote = new Int32Array(tokens.length).fill(-1);
  const runs: Run[] = [];
  let t = 0;
  for (const [q, quote] of quotes.entries()) {
    while (t < tokens.length && (tokens.start[t] ?? 0) < quote.span[0]) t++;
    const first = t;
    while (t < tokens.length && (tokens.end[t] ?? 0) <= quote.span[1]) inQuote[t++] = q;
    runs.push([first, t]);
  }
  return {
    block,
    length: tokens.length,
    word: (i) => lower[i] ?? '',
    raw: (i) => tokenText(tokens, i),
    tag: (i) => TAG_NAMES[tags[i] ?? -1] ?? '.',
    quoteAt: (i) => inQuote[i] ?? -1,
    quoteRun: (q) => runs[q] ?? [0, 0],
    spanOf: ([first, last]) => [tokens.start[first] ?? 0, tokens.end[last - 1] ?? tokens.start[first] ?? 0],
  };
}
