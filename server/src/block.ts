import { findAttributions } from './attribution/attributions';
import { findMentions } from './attribution/mentions';
import { findQuotes, type OpenQuote } from './attribution/quotes';
import { quoteWords } from './attribution/repeated';
import { checkWorthiness } from './claims/checkworthiness';
import type { WeighedBlock } from './claims/holders';
import { tagTokens } from './language/tagger';
import type { Block, BlockKind } from './text/blocks';
import { ownCopy } from './text/remembered';
import { splitSentences } from './text/sentences';
import { spanLength } from './text/span';
import { tokenize } from './text/tokens';

/** Everything that one block says by itself. Spans are relative to the block, so the same text gives the same value wherever it stands. */
export interface BlockAnalysis extends WeighedBlock {
  readonly text: string;
  /** What the block before left open. */
  readonly carried: OpenQuote;
  /** What this block leaves open. */
  readonly leavesOpen: OpenQuote;
}

/** Analyses one block: a pure function of its text, its kind and the quote that the block before left open. */
export function analyseBlock(text: string, kind: BlockKind, carried: OpenQuote): BlockAnalysis {
  const tokens = tokenize(text);
  const tags = tagTokens(tokens);
  const { quotes, leavesOpen } = findQuotes(tokens, kind, carried);
  const sentences = splitSentences(tokens);
  const mentions = findMentions(tokens, tags, sentences, quotes);
  const said = quoteWords(tokens, quotes);
  const attributions = findAttributions({ kind, tokens, tags, sentences, quotes, quoteWords: said, mentions });
  const worth = sentences.map((sentence) => checkWorthiness(tokens, tags, sentence));
  // Each named, none spread: engines give objects with spread properties a shape of their own each, and whoever runs over all blocks pays for it.
  return { kind, tokens, tags, sentences, quotes, quoteWords: said, mentions, text, carried, leavesOpen, attributions, worth };
}

/** A block of an article with what it says by itself. */
export interface AnalysedBlock extends Block {
  readonly analysis: BlockAnalysis;
}

/** The blocks of an article, analysed. */
export interface AnalysedBlocks {
  readonly blocks: readonly AnalysedBlock[];
  /** For each block the index of the one of the earlier version that it was: an edit leaves those before it and those after it alone; else -1. */
  readonly was: Int32Array;
}

/** Analyses the blocks of an article, those of an earlier version taken over: from the beginning and from the end as far as they are the same, between those by content. */
export function analyseBlocks(masked: string, blocks: readonly Block[], old: readonly AnalysedBlock[]): AnalysedBlocks {
  const isSame = (block: Block | undefined, known: AnalysedBlock | undefined): boolean =>
    block !== undefined &&
    known !== undefined &&
    block.kind === known.kind &&
    spanLength(block.span) === known.analysis.text.length &&
    masked.startsWith(known.analysis.text, block.span[0]);
  let first = 0;
  while (isSame(blocks[first], old[first])) first++;
  let last = 0;
  while (last < blocks.length - first && last < old.length - first && isSame(blocks[blocks.length - 1 - last], old[old.length - 1 - last]))
    last++;
  const known = new Map<string, BlockAnalysis>();
  for (const { analysis } of old.slice(first, old.length - last))
    known.set(keyOf(analysis.text, analysis.kind, analysis.carried), analysis);
  const was = Int32Array.from(blocks, (_, b) => (b < first ? b : b >= blocks.length - last ? b - blocks.length + old.length : -1));
  let carried: OpenQuote = null;
  const analysed = blocks.map(({ kind, span }, b): AnalysedBlock => {
    const twin = old[was[b] ?? -1]?.analysis;
    if (twin && twin.carried === carried) {
      carried = twin.leavesOpen;
      return { kind, span, analysis: twin };
    }
    const text = ownCopy(masked.slice(span[0], span[1]));
    const key = keyOf(text, kind, carried);
    const analysis = known.get(key) ?? analyseBlock(text, kind, carried);
    known.set(key, analysis);
    carried = analysis.leavesOpen;
    return { kind, span, analysis };
  });
  return { blocks: analysed, was };
}

const keyOf = (text: string, kind: BlockKind, carried: OpenQuote): string => `${kind}\n${carried ?? ''}\n${text}`;
