import { findAttributions } from './attribution/attributions';
import type { BlockAttribution, ReadBlock } from './attribution/block-attribution';
import { findMentions } from './attribution/mentions';
import { findQuotes, type OpenQuote } from './attribution/quotes';
import { quoteWords } from './attribution/repeated';
import { type CheckWorthiness, checkWorthiness } from './claims/checkworthiness';
import { tagTokens } from './language/tagger';
import type { BlockKind } from './text/blocks';
import { splitSentences } from './text/sentences';
import { tokenize } from './text/tokens';

/** Everything that one block says by itself. Spans are relative to the block, so the same text gives the same value wherever it stands. */
export interface BlockAnalysis extends ReadBlock {
  readonly text: string;
  /** What the block before left open. */
  readonly carried: OpenQuote;
  /** What this block leaves open. */
  readonly leavesOpen: OpenQuote;
  readonly attributions: readonly BlockAttribution[];
  /** For each sentence. */
  readonly worth: readonly CheckWorthiness[];
}

/** Analyses one block: a pure function of its text, its kind and the quote that the block before left open. */
export function analyseBlock(text: string, kind: BlockKind, carried: OpenQuote): BlockAnalysis {
  const tokens = tokenize(text);
  const tags = tagTokens(tokens);
  const { quotes, leavesOpen } = findQuotes(tokens, kind, carried);
  const sentences = splitSentences(tokens);
  const mentions = findMentions(tokens, tags, sentences, quotes);
  const read: ReadBlock = { kind, tokens, tags, sentences, quotes, quoteWords: quoteWords(tokens, quotes), mentions };
  return {
    ...read,
    text,
    carried,
    leavesOpen,
    attributions: findAttributions(read),
    worth: sentences.map((sentence) => checkWorthiness(tokens, tags, sentence)),
  };
}
