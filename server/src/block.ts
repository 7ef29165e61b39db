import { findAttributions } from './attribution/attributions';
import type { Standing } from './attribution/block-attribution';
import { findMentions } from './attribution/mentions';
import { findQuotes, type OpenQuote } from './attribution/quotes';
import { quoteWords } from './attribution/repeated';
import { checkWorthiness } from './claims/checkworthiness';
import type { WeighedBlock } from './claims/holders';
import { tagTokens } from './language/tagger';
import type { Block, BlockKind } from './text/blocks';
import { type Change, changeBetween, growth } from './text/change';
import { ownCopy } from './text/remembered';
import { splitSentences } from './text/sentences';
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
export interface AnalysedBlocks extends Standing<BlockAnalysis> {
  readonly blocks: readonly Block[];
  /** What became of the earlier version's text, as it is read. */
  readonly change: Change;
}

/** Analyses the blocks of an article, those of an earlier version taken over: from the beginning and from the end as far as they are the same, between those by content. */
export function analyseBlocks(
  masked: string,
  blocks: readonly Block[],
  { masked: maskedBefore, blocks: old }: { readonly masked: string; readonly blocks: readonly AnalysedBlock[] } = NOTHING,
): AnalysedBlocks {
  const change = changeBetween(maskedBefore, masked);
  const [first, last] = sameBlocks(blocks, old, change);
  const known = new Map<string, BlockAnalysis>();
  for (const { analysis } of old.slice(first, old.length - last))
    known.set(keyOf(analysis.text, analysis.kind, analysis.carried), analysis);
  const was = new Int32Array(blocks.length).fill(-1);
  let carried: OpenQuote = null;
  const analyses = blocks.map(({ kind, span }, b): BlockAnalysis => {
    const o = b < first ? b : b >= blocks.length - last ? b - blocks.length + old.length : -1;
    const twin = old[o]?.analysis;
    if (twin && twin.carried === carried) {
      was[b] = o;
      carried = twin.leavesOpen;
      return twin;
    }
    const text = ownCopy(masked.slice(span[0], span[1]));
    const key = keyOf(text, kind, carried);
    const analysis = known.get(key) ?? analyseBlock(text, kind, carried);
    known.set(key, analysis);
    carried = analysis.leavesOpen;
    return analysis;
  });
  return { blocks, analyses, was, change };
}

const NOTHING = { masked: '', blocks: [] };

/** How many blocks a change leaves alone at the beginning, and how many of the others at the end. */
function sameBlocks(now: readonly Block[], old: readonly Block[], change: Change): [first: number, last: number] {
  let first = 0;
  for (; first < now.length && first < old.length; first++) {
    const [a, b] = [now[first], old[first]];
    if (!a || !b || a.kind !== b.kind || a.span[0] !== b.span[0] || a.span[1] !== b.span[1] || a.span[1] > change.start) break;
  }
  let last = 0;
  const moved = growth(change);
  for (; last < now.length - first && last < old.length - first; last++) {
    const [a, b] = [now[now.length - 1 - last], old[old.length - 1 - last]];
    if (!a || !b || a.kind !== b.kind || a.span[0] !== b.span[0] + moved || a.span[1] !== b.span[1] + moved || a.span[0] < change.after)
      break;
  }
  return [first, last];
}

const keyOf = (text: string, kind: BlockKind, carried: OpenQuote): string => `${kind}\n${carried ?? ''}\n${text}`;
