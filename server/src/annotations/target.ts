import { pointsBefore } from '../text/code-points';
import { isObject, type Json, type JsonObject, listOf, textOf } from './json';
import type { Selectors } from './selectors';

const QUOTE = 'TextQuoteSelector';
const POSITION = 'TextPositionSelector';

/** What an item points at in the text; null where that is a whole, be it the article or another annotation. */
export function selectorsOf(item: JsonObject): Selectors | null {
  for (const target of listOf(item.target)) {
    const all = isObject(target) ? allSelectors(target.selector) : [];
    const quote = all.find(({ type }) => type === QUOTE);
    const position = all.find(({ type }) => type === POSITION);
    if (!quote && !position) continue;
    return {
      exact: textOf(quote?.exact) ?? '',
      prefix: textOf(quote?.prefix) ?? '',
      suffix: textOf(quote?.suffix) ?? '',
      start: typeof position?.start === 'number' && position.start >= 0 ? Math.floor(position.start) : null,
    };
  }
  return null;
}

/** Selectors, and those that refine them. */
function allSelectors(value: Json | undefined): JsonObject[] {
  return listOf(value).flatMap((selector) => (isObject(selector) ? [selector, ...allSelectors(selector.refinedBy)] : []));
}

/** The ids of what an item points at as a whole: for a reply, what it replies to. */
export function wholesOf(item: JsonObject): string[] {
  return listOf(item.target).flatMap((target) => {
    if (typeof target === 'string') return [target];
    return isObject(target) ? (textOf(target.source) ?? textOf(target.id) ?? []) : [];
  });
}

/** A target that points at words of the article called `source`; at the whole of it where there are no selectors. */
export function targetOf(source: string, selectors: Selectors | null): JsonObject {
  const target = { type: 'SpecificResource', source };
  return selectors ? { ...target, selector: [quoteOf(selectors), ...positionOf(selectors)] } : target;
}

const quoteOf = ({ exact, prefix, suffix }: Selectors): JsonObject => ({ type: QUOTE, exact, prefix, suffix });

function positionOf({ start, exact }: Selectors): JsonObject[] {
  return start === null ? [] : [{ type: POSITION, start, end: start + pointsBefore(exact, exact.length) }];
}

/** An item that points elsewhere: its selectors of words and places are put anew, all others and the rest of the item stay. */
export function pointedAt(item: JsonObject, source: string, selectors: Selectors): JsonObject {
  const targets = listOf(item.target);
  const at = Math.max(
    0,
    targets.findIndex(
      (target) => isObject(target) && allSelectors(target.selector).some(({ type }) => type === QUOTE || type === POSITION),
    ),
  );
  const before = targets[at];
  const held = isObject(before)
    ? before
    : typeof before === 'string'
      ? { type: 'SpecificResource', source: before }
      : targetOf(source, null);
  const others = listOf(held.selector).filter((one) => !(isObject(one) && (one.type === QUOTE || one.type === POSITION)));
  const target = { ...held, selector: [quoteOf(selectors), ...positionOf(selectors), ...others] };
  return { ...item, target: Array.isArray(item.target) ? targets.map((other, i) => (i === at ? target : other)) : target };
}

/** An item whose targets that name the article by a file name of its folder name it by `source`; those elsewhere stay. */
export function renamed(item: JsonObject, source: string): JsonObject {
  const rename = (target: Json): Json =>
    isObject(target) && typeof target.source === 'string' && /^[^/:#]+$/.test(target.source) && target.source !== source
      ? { ...target, source }
      : target;
  const { target } = item;
  if (target === undefined) return item;
  return { ...item, target: Array.isArray(target) ? target.map(rename) : rename(target) };
}
