import { bodiesSaying, saidBy } from './body';
import { type Collection, hashOf, keysOf, withItem } from './collection';
import { isObject, isSame, type Json, type JsonObject, textOf } from './json';

/**
 * Joins what two people made of one collection: `base` is what both started from. What only one of them changed is as that one left it; what one changed
 * and the other took out stays. Where both changed the same property of an annotation, the later one's counts, and the words of the other are kept as a
 * reply. Never loses a note.
 */
export function merged(base: Collection, ours: Collection, theirs: Collection): Collection {
  const was = byKey(base);
  const mine = byKey(ours);
  const known = byKey(theirs);
  let result: Collection = { ...theirs, items: [] };
  const kept: JsonObject[] = [];
  const extra: JsonObject[] = [];
  for (const [key, item] of known) {
    const own = mine.get(key);
    const old = was.get(key);
    if (own !== undefined) kept.push(mergedItem(old, own, item, (reply) => extra.push(reply)));
    else if (old === undefined || !isSame(old, item)) kept.push(item);
  }
  result = { ...result, items: kept };
  for (const [key, item] of mine) {
    if (known.has(key)) continue;
    const old = was.get(key);
    if (old === undefined || !isSame(old, item)) extra.push(item);
  }
  for (const item of extra) result = withItem(result, item);
  return { ...result, frame: mergedFrame(base.frame, ours.frame, theirs.frame) };
}

const byKey = ({ items }: Collection): Map<string, JsonObject> => {
  const keys = keysOf(items);
  return new Map(items.map((item, i) => [keys[i] ?? '', item]));
};

function mergedItem(was: JsonObject | undefined, ours: JsonObject, theirs: JsonObject, keep: (reply: JsonObject) => void): JsonObject {
  if (isSame(ours, theirs) || (was && isSame(was, ours))) return theirs;
  if (was && isSame(was, theirs)) return ours;
  const later = (textOf(ours.modified) ?? '') >= (textOf(theirs.modified) ?? '') ? ours : theirs;
  const earlier = later === ours ? theirs : ours;
  const result = mergedProperties(was ?? {}, earlier, later);
  const saidLast = saidBy(result).note;
  const saidFirst = saidBy(earlier).note;
  const isNews = saidFirst !== saidLast && saidFirst !== '' && (!was || saidFirst !== saidBy(was).note);
  if (isNews) keep(replyWith(result, earlier, saidFirst));
  return result;
}

/** Properties that only one side changed are as that side left them; of those that both changed, the later's count. */
function mergedProperties(was: JsonObject, earlier: JsonObject, later: JsonObject): JsonObject {
  const names = new Set([...Object.keys(later), ...Object.keys(earlier)]);
  const result: { [name: string]: Json } = {};
  for (const name of names) {
    const value = isSame(later[name], was[name]) ? earlier[name] : later[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** The words that another's took the place of, as a reply. The same words make the same reply, so that merging twice adds nothing. */
function replyWith(item: JsonObject, earlier: JsonObject, note: string): JsonObject {
  const id = textOf(item.id) ?? '';
  const { creator, created, modified } = earlier;
  return {
    id: `${id}#${hashOf(note)}`,
    type: 'Annotation',
    motivation: 'replying',
    ...(creator !== undefined && { creator }),
    ...((modified ?? created) !== undefined && { created: (modified ?? created) as Json }),
    body: bodiesSaying({}, { note }),
    target: id,
  };
}

function mergedFrame(was: JsonObject | null, ours: JsonObject | null, theirs: JsonObject | null): JsonObject | null {
  if (theirs === null || ours === null) return theirs;
  return isObject(theirs) ? mergedProperties(was ?? {}, ours, theirs) : theirs;
}
