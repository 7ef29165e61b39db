import type { Article } from '../article';
import type { Mention } from '../attribution/mentions';
import type { Entity } from '../attribution/speakers';
import { type Span, shift } from '../text/span';
import { mentionsOf } from './mention-places';
import { familyStart } from './name-forms';

/** A place where an article calls one of its speakers something: by name, by role, by a pronoun. */
export interface Naming {
  /** With title and role. */
  readonly span: Span;
  readonly form: Mention['form'];
  /** The name alone, as it stands there; null where there is none. */
  readonly name: string | null;
  readonly entity: Entity;
  /** Index of its block. */
  readonly block: number;
  /** In somebody else's words. */
  readonly quoted: boolean;
}

/** The namings of an article, in order of the text, and by speaker. */
export interface Namings {
  readonly all: readonly Naming[];
  of(entity: Entity): readonly Naming[];
  /** The naming that starts there or, where none does, that holds the place; undefined where there is none. */
  at(place: number): Naming | undefined;
}

const known = new WeakMap<Article, Namings>();

/** Where an article calls its speakers what; worked out once an article, in linear time. */
export function namingsOf(article: Article): Namings {
  const found = known.get(article);
  if (found) return found;
  const owners = new Map<string, Entity>();
  for (const entity of article.entities) for (const span of entity.mentions) owners.set(span.join(), entity);
  const all = article.blocks.flatMap(({ span: [offset], analysis }, block) =>
    analysis.mentions.flatMap(({ span, form, name, quoted }): Naming[] => {
      const place = shift(span, offset);
      const entity = owners.get(place.join());
      return entity
        ? [{ span: place, form, name: name && article.text.slice(name[0] + offset, name[1] + offset), entity, block, quoted }]
        : [];
    }),
  );
  const byEntity = new Map<string, Naming[]>();
  for (const naming of all) {
    const list = byEntity.get(naming.entity.id);
    if (list) list.push(naming);
    else byEntity.set(naming.entity.id, [naming]);
  }
  const namings: Namings = {
    all,
    of: ({ id }) => byEntity.get(id) ?? [],
    at(place) {
      let last = lastStartingBy(all, place);
      // Longer phrases come before those within them.
      for (let steps = 0; steps < MOST_NESTED && last >= 0; steps++, last--) {
        const naming = all[last];
        if (naming && place < naming.span[1]) return naming;
      }
      return undefined;
    },
  };
  known.set(article, namings);
  return namings;
}

/** How many phrases may lie within another before a place is given up. */
const MOST_NESTED = 8;

/** The index of the last of `namings` that starts at or before `place`; −1 where none does. Logarithmic. */
export function lastStartingBy(namings: readonly Naming[], place: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((namings[middle]?.span[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The fullest naming of a speaker: where going to a definition leads, too. Null where the article has none. */
export const fullestNaming = (article: Article, entity: Entity): Span | null => mentionsOf(article).naming(entity)?.span ?? null;

/**
 * How an article calls a speaker after the first time: by the short form that it uses itself, most often; for a person of whom it uses none,
 * by the family name. The whole name where the short one could be somebody else's.
 */
export function shortName(article: Article, entity: Entity): string {
  const words = entity.name.split(/\s+/);
  if (entity.kind !== 'person' || entity.anonymity !== 'named' || words.length < 2) return entity.name;
  const short = ownShortForm(article, entity, words) ?? words.slice(familyStart(words)).join(' ');
  const own = words.at(-1) === short ? 1 : 0;
  return (lastWords(article).get(short) ?? 0) > own ? entity.name : short;
}

const knownLastWords = new WeakMap<Article, ReadonlyMap<string, number>>();

/** How many people of an article have a name that ends in which word; worked out once an article. */
function lastWords(article: Article): ReadonlyMap<string, number> {
  const found = knownLastWords.get(article);
  if (found) return found;
  const counts = new Map<string, number>();
  for (const { kind, name } of article.entities) {
    const last = kind === 'person' ? name.slice(name.lastIndexOf(' ') + 1) : '';
    counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  knownLastWords.set(article, counts);
  return counts;
}

/** The one word of the name that the article uses most often by itself; null where it uses none. */
function ownShortForm(article: Article, entity: Entity, words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const { name, form, quoted } of namingsOf(article).of(entity)) {
    if (form === 'name' && !quoted && name !== null && name !== entity.name && words.includes(name)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
