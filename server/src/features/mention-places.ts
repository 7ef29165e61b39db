import type { Article } from '../article';
import type { Mention } from '../attribution/mentions';
import type { Entity } from '../attribution/speakers';
import { lazily, remembered } from '../text/remembered';
import { contains, firstEndingAfter, type Span, spanLength } from '../text/span';

/** A mention of a speaker in its place in the article. */
export interface MentionPlace {
  /** The whole phrase, with title and role before a name. */
  readonly span: Span;
  readonly entity: Entity;
  readonly block: number;
  /** Between quotation marks of any kind: somebody's words, a title of a work. */
  readonly quoted: boolean;
  /** What the reading of its block knows of it; null for what only the whole article shows ("Ana and Luis Ruiz"). */
  readonly read: Mention | null;
  /** The name in it, without title and role; null where it has none. */
  readonly name: Span | null;
}

/** A mention that the reading of its block knows. */
export type ReadPlace = MentionPlace & { readonly read: Mention };

/** Whether the reading of its block knows a mention. */
export const isRead = (place: MentionPlace): place is ReadPlace => place.read !== null;

/** The mentions of an article's speakers, found by speaker and by place; made once an article, those of a block when somebody asks for them. */
export interface MentionPlaces {
  /** Those of a block, in order of their start, a longer one before those within it; the same objects each time. */
  inBlock(block: number): readonly MentionPlace[];
  /** All of them, in the same order. */
  all(): readonly MentionPlace[];
  /** Those of a speaker, in order; the same objects again. */
  of(entity: Entity): readonly MentionPlace[];
  /** The innermost at an offset, whose end still counts. Logarithmic, and linear in its block. */
  at(offset: number): MentionPlace | undefined;
  /** The fullest naming of a speaker: what a reader would look for to learn who that is. Undefined for one without mentions. */
  naming(entity: Entity): MentionPlace | undefined;
}

/** What is kept of a mention until somebody asks for it. */
interface Spot {
  readonly span: Span;
  readonly entity: Entity;
}

const NOTHING: readonly MentionPlace[] = [];

/** The mentions of an article. Linear, the first time. */
export const mentionsOf = remembered((article: Article): MentionPlaces => {
  const { blocks, entities } = article;
  const spots: (Spot[] | undefined)[] = blocks.map(() => undefined);
  for (const entity of entities) {
    for (const span of entity.mentions) {
      const block = firstEndingAfter(blocks, span[0]);
      const some = spots[block];
      if (some) some.push({ span, entity });
      else spots[block] = [{ span, entity }];
    }
  }
  const byBlock: (readonly MentionPlace[] | undefined)[] = blocks.map(() => undefined);
  const inBlock = (block: number): readonly MentionPlace[] => {
    const found = byBlock[block];
    if (found) return found;
    const places = spots[block] ? placesOf(article, block, spots[block]) : NOTHING;
    byBlock[block] = places;
    return places;
  };
  const all = lazily(() => blocks.flatMap((_, block) => inBlock(block)));
  const bySpeaker = new Map<string, readonly MentionPlace[]>();
  const of = (entity: Entity): readonly MentionPlace[] => {
    const found = bySpeaker.get(entity.id);
    if (found) return found;
    let last = -1;
    const places = entity.mentions.flatMap(([start]): readonly MentionPlace[] => {
      const block = firstEndingAfter(blocks, start);
      if (block === last) return NOTHING;
      last = block;
      return inBlock(block).filter((place) => place.entity === entity);
    });
    bySpeaker.set(entity.id, places);
    return places;
  };
  const namings = new Map<string, MentionPlace | undefined>();
  return {
    inBlock,
    all,
    of,
    at(offset) {
      const block = firstEndingAfter(blocks, offset - 1);
      // Where two blocks touch, either may hold it.
      return innermost([...inBlock(block), ...inBlock(block + 1)], offset);
    },
    naming(entity) {
      if (!namings.has(entity.id)) namings.set(entity.id, fullest(article, of(entity)));
      return namings.get(entity.id);
    },
  };
});

function placesOf({ blocks, quotes }: Article, block: number, spots: Spot[]): MentionPlace[] {
  const offset = blocks[block]?.span[0] ?? 0;
  const known = blocks[block]?.analysis.mentions ?? [];
  spots.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return spots.map(({ span, entity }) => {
    const quote = quotes[firstEndingAfter(quotes, span[0])];
    const read = readAt(known, span[0] - offset, span[1] - offset);
    return { span, entity, block, quoted: quote !== undefined && contains(quote.span, span), read, name: nameIn(read, offset) };
  });
}

/** The mention with exactly this span; they come in order of their start. Logarithmic. */
function readAt(mentions: readonly Mention[], start: number, end: number): Mention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; mentions[at]?.span[0] === start; at++) if (mentions[at]?.span[1] === end) return mentions[at] ?? null;
  return null;
}

const nameIn = (mention: Mention | null, offset: number): Span | null =>
  mention?.form === 'name' && mention.name ? [mention.name[0] + offset, mention.name[1] + offset] : null;

function innermost(places: readonly MentionPlace[], offset: number): MentionPlace | undefined {
  let best: MentionPlace | undefined;
  for (const place of places) {
    const [start, end] = place.span;
    if (start <= offset && offset <= end && (!best || spanLength(place.span) < spanLength(best.span))) best = place;
  }
  return best;
}

/** The one with the longest name; then one with a role, in the writer's own text; then the first. */
function fullest({ blocks }: Article, places: readonly MentionPlace[]): MentionPlace | undefined {
  let best: MentionPlace | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const { read, quoted, block } = place;
    const kind = blocks[block]?.kind;
    const inText = kind === 'paragraph' || kind === 'list-item';
    const named = read?.form === 'name' ? 10 * read.words.length : read?.form === 'pronoun' ? -100 : 0;
    // A description that says more about somebody unnamed stands for a fuller name.
    const described = read && read.form !== 'name' && read.form !== 'pronoun' ? Math.min(5, Math.floor(spanLength(place.span) / 12)) : 0;
    const fullness = named + described + (read?.role ? 2 : 0) + (inText ? 1 : 0) - (quoted ? 50 : 0);
    if (fullness > most) {
      best = place;
      most = fullness;
    }
  }
  return best;
}
