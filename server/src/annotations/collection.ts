import type { Span } from '../text/span';
import { isObject, type Json, type JsonObject, textOf } from './json';

/**
 * A collection of annotations as a file holds it: every item as it stands there, with whatever other tools put into it, and what is around them.
 * An item is never taken apart to be written again; a change touches only the properties that it is about.
 */
export interface Collection {
  /** The file's outermost value, with its items taken out; a list where the file is no more than a list. */
  readonly frame: JsonObject | null;
  readonly items: readonly JsonObject[];
  /** What each level of the file is indented by. */
  readonly indent: string;
}

/** What is wrong with a file, and where. */
export interface Malformed {
  readonly span: Span;
  readonly message: string;
}

/** What a collection of the Web Annotation vocabulary is known by. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * A collection without annotations. There is no `total` in it, nor a date: two people who add a note each would always change both in the same line,
 * and git could not merge what they wrote.
 */
export function emptyCollection(label: string): Collection {
  const page = { id: '#page', type: 'AnnotationPage', startIndex: 0 };
  return { frame: { '@context': CONTEXT, id: '#annotations', type: 'AnnotationCollection', label, first: page }, items: [], indent: '  ' };
}

/** The name by which an item is known in its collection: its id; what it says, where it has none. The second of a name is another, and so on. */
export function keysOf(items: readonly JsonObject[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const id = textOf(item.id) ?? `urn:onrecord:unnamed:${hashOf(JSON.stringify(item))}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  });
}

/** A short name for a text: eight hexadecimal digits (FNV-1a, 32 bits). */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The collection with one item more: before the first that has a greater id, so that what two people add seldom meets in one line. */
export function withItem(collection: Collection, item: JsonObject): Collection {
  const id = textOf(item.id) ?? '';
  const place = collection.items.findIndex((other) => (textOf(other.id) ?? '') > id);
  const at = place < 0 ? collection.items.length : place;
  return { ...collection, items: [...collection.items.slice(0, at), item, ...collection.items.slice(at)] };
}

/** The collection with its items changed: what `change` makes of each; undefined takes it out. */
export function withItems(collection: Collection, change: (item: JsonObject, key: string) => JsonObject | undefined): Collection {
  const keys = keysOf(collection.items);
  const items = collection.items.flatMap((item, i): JsonObject[] => {
    const changed = change(item, keys[i] ?? '');
    return changed ? [changed] : [];
  });
  return items.length === collection.items.length && items.every((item, i) => item === collection.items[i])
    ? collection
    : { ...collection, items };
}

/** The value that the file holds. */
export function wholeOf({ frame, items }: Collection): Json {
  if (frame === null) return items;
  const total = typeof frame.total === 'number' ? { total: items.length } : {};
  if (isObject(frame.first)) return { ...frame, ...total, first: { ...frame.first, items } };
  if (isSingle(frame)) return items.length === 1 && items[0] ? items[0] : items;
  return { ...frame, ...total, items };
}

/** Whether a file holds one annotation and nothing around it. */
const isSingle = (frame: JsonObject): boolean => Object.keys(frame).length === 0;
