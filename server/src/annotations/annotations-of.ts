import type { Annotation, Kind, Reply } from './annotation';
import { saidBy, stampOf } from './body';
import { type Collection, keysOf } from './collection';
import { isObject, type JsonObject, listOf, textOf } from './json';
import { selectorsOf, wholesOf } from './target';

/** The annotations of a collection, as people see them: each with its replies, in the order of the file. Everything in the file is in one of them. */
export function annotationsOf({ items }: Collection): Annotation[] {
  const keys = keysOf(items);
  const named = items.map((item, i) => ({ item, key: keys[i] ?? '' }));
  const known = new Map(named.map(({ item, key }) => [key, item]));
  const replies = new Map<string, Reply[]>();
  const roots: typeof named = [];
  for (const one of named) {
    const root = rootOf(one.item, known);
    if (root === null) roots.push(one);
    else replies.set(root, [...(replies.get(root) ?? []), { id: one.key, note: saidBy(one.item).note, ...stampOf(one.item) }]);
  }
  return roots.map(({ item, key }) => {
    const { verdict, note, sources, resolved } = saidBy(item);
    const kind: Kind = verdict ?? (motivations(item).includes('questioning') ? 'question' : 'note');
    const selectors = selectorsOf(item);
    const answers = (replies.get(key) ?? []).sort(byTime);
    return { id: key, kind, note, sources, resolved, selectors, modified: textOf(item.modified), replies: answers, ...stampOf(item) };
  });
}

const motivations = (item: JsonObject): string[] =>
  listOf(item.motivation).flatMap((one) =>
    (isObject(one) ? (textOf(one.id) ?? []) : (textOf(one) ?? [])).toString().replace(/^oa:|.*#/, ''),
  );

/** The annotation that an item answers in the end; null where it answers none that is here. */
function rootOf(item: JsonObject, known: ReadonlyMap<string, JsonObject>): string | null {
  let root: string | null = null;
  const seen = new Set<JsonObject>();
  for (let at: JsonObject | undefined = item; at && !seen.has(at); ) {
    seen.add(at);
    const answered: string | undefined = motivations(at).includes('replying') ? wholesOf(at).find((id) => known.has(id)) : undefined;
    if (answered === undefined) return root;
    root = answered;
    at = known.get(answered);
  }
  // A circle: nobody began it.
  return null;
}

const byTime = (a: Reply, b: Reply): number => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0);
