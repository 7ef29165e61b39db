import type { Tags } from '../language/tags';
import type { BlockKind } from '../text/blocks';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import type { Tokens } from '../text/tokens';
import type { Mention } from './mentions';
import type { Quote } from './quotes';
import type { Reason } from './reason';

/** *direct*: the content is wholly inside quotation marks; *indirect*: none of it; *mixed*: both. */
export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/** One (source, cue, content) triple of a block. Spans are relative to the block, in order, and don't overlap within the triple. */
export interface BlockAttribution {
  readonly kind: AttributionKind;
  /** The words that name who said it, at this place; null where the sentence names nobody. */
  readonly source: readonly Span[] | null;
  /** The words that say that somebody said it; empty where only the layout does (a transcript's turn). */
  readonly cue: readonly Span[];
  /** What was said; never empty. Quotes with their marks. */
  readonly content: readonly Span[];
  /** The attribution of the same block that carries this one (an index into the block's attributions), or null. */
  readonly via: number | null;
  /** How sure, 0…1: of attributions at 0.9 about nine in ten are right. */
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** What attribution reads of a block. */
export interface ReadBlock {
  readonly kind: BlockKind;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  /** For each quote, its words as repeated.ts compares them. */
  readonly quoteWords: readonly (readonly string[])[];
  readonly mentions: readonly Mention[];
}

/** A block with the attributions that it makes by itself. */
export interface AttributedBlock extends ReadBlock {
  readonly attributions: readonly BlockAttribution[];
}

/** The blocks of an article where they stand, each with what it says by itself. */
export interface Standing<B extends AttributedBlock = AttributedBlock> {
  readonly blocks: readonly { readonly span: Span }[];
  readonly analyses: readonly B[];
  /** For each block the index that it had in the earlier version, if its analysis is the very same as there; else -1. */
  readonly was: Int32Array;
}
