import type { Annotation, Kind, Source, Stamp } from './annotation';
import { bodiesSaying, creatorOf, motivationOf, type Saying } from './body';
import { type Collection, keysOf, withItem, withItems } from './collection';
import { type JsonObject, withProperty } from './json';
import type { Selectors } from './selectors';
import { pointedAt, renamed, targetOf, wholesOf } from './target';

/** A new annotation. */
export interface NewAnnotation extends Stamp {
  readonly id: string;
  readonly kind: Kind;
  readonly note: string;
  readonly sources: readonly Source[];
  /** What it points at; null for the article as a whole. */
  readonly selectors: Selectors | null;
}

/** A collection with an annotation more, on the article called `source`. One whose id is there already is not added again. */
export function added(collection: Collection, { id, kind, note, sources, selectors, by, at }: NewAnnotation, source: string): Collection {
  if (keysOf(collection.items).includes(id)) return collection;
  return withItem(collection, {
    id,
    type: 'Annotation',
    motivation: motivationOf(kind),
    ...made({ by, at }),
    body: bodiesSaying({}, { kind, note, sources }),
    target: targetOf(source, selectors),
  });
}

/** A collection with a reply to the annotation `to`. */
export function replied(
  collection: Collection,
  to: string,
  { id, note, by, at }: Stamp & { readonly id: string; readonly note: string },
): Collection {
  if (keysOf(collection.items).includes(id)) return collection;
  const body = { type: 'TextualBody', purpose: 'replying', format: 'text/plain', value: note };
  return withItem(collection, { id, type: 'Annotation', motivation: 'replying', ...made({ by, at }), body, target: to });
}

const made = ({ by, at }: Stamp): JsonObject => ({ ...(by !== null && { creator: creatorOf(by) }), ...(at !== null && { created: at }) });

/** A collection in which one annotation or reply says something else, since `at`. */
export function edited(collection: Collection, id: string, saying: Saying, at: string | null): Collection {
  return withItems(collection, (item, key) => {
    if (key !== id) return item;
    const { bodyValue: _, ...rest } = item;
    const bodies = bodiesSaying(item, saying);
    const wasAlone = !Array.isArray(item.body) && bodies.length === 1 && bodies[0] !== undefined;
    const changed = withProperty(rest, 'body', wasAlone ? bodies[0] : bodies);
    const kinded = saying.kind === undefined ? changed : withProperty(changed, 'motivation', motivationOf(saying.kind));
    return at === null ? kinded : withProperty(kinded, 'modified', at);
  });
}

/** A collection in which an annotation is settled, or (null) open again. */
export const resolved = (collection: Collection, id: string, stamp: Stamp | null): Collection =>
  edited(collection, id, { resolved: stamp }, null);

/** A collection without an annotation and what answers it, or without a reply. */
export function removed(collection: Collection, id: string): Collection {
  const going = new Set([id]);
  const keys = keysOf(collection.items);
  for (let size = 0; size !== going.size; ) {
    size = going.size;
    for (const [i, item] of collection.items.entries()) {
      if (item.motivation === 'replying' && wholesOf(item).some((whole) => going.has(whole))) going.add(keys[i] ?? '');
    }
  }
  return withItems(collection, (item, key) => (going.has(key) ? undefined : item));
}

/** The items that `after` has lost, for putting them back. */
export const lost = (before: Collection, after: Collection): readonly JsonObject[] =>
  before.items.filter((item) => !after.items.includes(item));

/** A collection with items put back. */
export const restored = (collection: Collection, items: readonly JsonObject[]): Collection =>
  items.reduce((all, item) => (keysOf(all.items).includes(String(item.id)) ? all : withItem(all, item)), collection);

/** A collection in which annotations point at these words of the article called `source`. */
export function reattached(collection: Collection, all: ReadonlyMap<string, Selectors>, source: string): Collection {
  return withItems(collection, (item, key) => {
    const selectors = all.get(key);
    return selectors ? pointedAt(item, source, selectors) : item;
  });
}

/** A collection of an article that is called `source` now. */
export const ofArticle = (collection: Collection, source: string): Collection => withItems(collection, (item) => renamed(item, source));

/** What of an annotation can be changed by hand. */
export type Changes = Partial<Pick<Annotation, 'kind' | 'note' | 'sources'>>;
