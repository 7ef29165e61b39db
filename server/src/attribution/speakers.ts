import type { Span } from '../text/span';
import { readArticle } from './article-reading';
import type { BlockAttribution, ReadBlock } from './block-attribution';
import { castChapter } from './chapter';
import { nameChoices, type Resolved } from './choices';
import { listSpeakers } from './listing';
import type { Anonymity, EntityKind } from './mentions';
import { placeRoles } from './placement';
import type { Profile } from './profile';
import type { Reason } from './reason';
import { scriptOf } from './script';

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
  /** How much of it the article gives away. */
  readonly anonymity: Anonymity;
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

/** What an article's entities were made from, so that the next version of it can go on from there. */
const resolved = new WeakMap<readonly Entity[], Resolved>();

/**
 * Groups the mentions of an article into speakers and gives each attribution its own. One pass over the blocks' results; linear. `previous`: the entities
 * of an earlier version, from which whatever is the same is taken over, as the same objects; the result is the same with and without.
 */
export function resolveSpeakers(blocks: readonly PlacedBlock[], previous?: readonly Entity[]): Speakers {
  const earlier = previous && resolved.get(previous);
  const reading = readArticle(blocks, earlier?.reading);
  const listing = listSpeakers(reading, earlier && { ...earlier.listing, ...earlier.reading });
  const { entities } = listing;
  const speakers = { entities, choices: nameChoices(reading, listing, earlier) };
  resolved.set(entities, { reading, listing, speakers });
  return speakers;
}

/** One of all that the mentions of an article were grouped into. */
export interface Grouped {
  readonly profile: Profile;
  /** In order, each once; relative to the article. */
  readonly mentions: readonly Span[];
}

/** People and things that never speak included; for measuring. The article is read as one chapter, however long it is. */
export function groupMentions(blocks: readonly PlacedBlock[]): readonly Grouped[] {
  const scripts = blocks.map(scriptOf);
  const { figures, places } = castChapter(scripts);
  const roles = figures.map((figure, listed) => Object.assign(figure, { listed }));
  const { spans, starts, ends } = placeRoles(
    { roles, places },
    scripts,
    Int32Array.from(blocks, ({ offset }) => offset),
  );
  const offset = blocks[0]?.offset ?? 0;
  return roles.map((profile, r) => {
    const mentions: Span[] = [];
    for (let i = starts[r] ?? 0; i < (ends[r] ?? 0); i += 2) mentions.push([(spans[i] ?? 0) + offset, (spans[i + 1] ?? 0) + offset]);
    return { profile, mentions };
  });
}
