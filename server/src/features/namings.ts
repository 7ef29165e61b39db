import type { Article } from '../article';
import type { Entity } from '../attribution/speakers';
import { remembered } from '../text/remembered';
import type { Span } from '../text/span';
import { isRead, mentionsOf, type ReadPlace } from './mention-places';
import { familyStart } from './name-forms';

/** How an article calls a speaker: where, by what, in whose words; in order. What only the whole article shows ("Ana and Luis Ruiz") is left out. */
export const namingsOf = (article: Article, entity: Entity): readonly ReadPlace[] => mentionsOf(article).of(entity).filter(isRead);

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

/** How many people of an article have a name that ends in which word. */
const lastWords = remembered(({ entities }: Article): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { kind, name } of entities) {
    const last = kind === 'person' ? name.slice(name.lastIndexOf(' ') + 1) : '';
    counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  return counts;
});

/** The one word of the name that the article uses most often by itself; null where it uses none. */
function ownShortForm(article: Article, entity: Entity, words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const { name: place, read } of namingsOf(article, entity)) {
    if (place === null || read.quoted) continue;
    const name = article.text.slice(...place);
    if (name !== entity.name && words.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
