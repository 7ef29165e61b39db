import type { Article } from '../article';
import type { Mention } from '../attribution/mentions';
import type { Entity } from '../attribution/speakers';
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

/** The mentions of an article's speakers, found by speaker and by place; made once an article. */
export interface MentionPlaces {
  /** Those of a speaker, in order. */
  of(entity: Entity): readonly MentionPlace[];
  /** The innermost at an offset, whose end still counts. Logarithmic, and linear in its block. */
  at(offset: number): MentionPlace | undefined;
  /** The fullest naming of a speaker: what a reader would look for to learn who that is. Undefined for one without mentions. */
  naming(entity: Entity): MentionPlace | undefined;
}

const known = new WeakMap<Article, MentionPlaces>();

/** The mentions of an article. Linear, the first time. */
export function mentionsOf(article: Article): MentionPlaces {
  const found = known.get(article);
  if (found) return found;
  const places = placesOf(article);
  known.set(article, places);
  return places;
}

function placesOf(article: Article): MentionPlaces {
  const { blocks, quotes, entities } = article;
  const read = new Map<number, Mention>();
  for (const { span, analysis } of blocks) {
    for (const mention of analysis.mentions) read.set(keyOf(mention.span[0] + span[0], spanLength(mention.span)), mention);
  }
  const bySpeaker = new Map<string, MentionPlace[]>();
  const byBlock = new Map<number, MentionPlace[]>();
  for (const entity of entities) {
    const places = entity.mentions.map((span): MentionPlace => {
      const block = firstEndingAfter(blocks, span[0]);
      const offset = blocks[block]?.span[0] ?? 0;
      const quote = quotes[firstEndingAfter(quotes, span[0])];
      const mention = read.get(keyOf(span[0], spanLength(span))) ?? null;
      const quoted = quote !== undefined && contains(quote.span, span);
      return { span, entity, block, quoted, read: mention, name: nameIn(mention, offset) };
    });
    bySpeaker.set(entity.id, places);
    for (const place of places) {
      const list = byBlock.get(place.block);
      if (list) list.push(place);
      else byBlock.set(place.block, [place]);
    }
  }
  const namings = new Map<string, MentionPlace | undefined>();
  return {
    of: ({ id }) => bySpeaker.get(id) ?? [],
    at(offset) {
      const block = firstEndingAfter(blocks, offset - 1);
      // Where two blocks touch, either may hold it.
      return innermost([...(byBlock.get(block) ?? []), ...(byBlock.get(block + 1) ?? [])], offset);
    },
    naming(entity) {
      if (!namings.has(entity.id)) namings.set(entity.id, fullest(article, bySpeaker.get(entity.id) ?? []));
      return namings.get(entity.id);
    },
  };
}

/** Blocks are shorter than this, and so are their mentions. */
const LONGEST_MENTION = 8192;
const keyOf = (start: number, length: number): number => start * LONGEST_MENTION + length;

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
