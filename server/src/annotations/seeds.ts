import type { Words } from './words';

/** A pattern that is looked for, and the places in the text where two of its words stand side by side. */
export interface Seeds {
  readonly length: number;
  /** Pairs: the index of a word of the text, and of the pattern's word that stands there. */
  readonly text: readonly number[];
  readonly pattern: readonly number[];
}

/** A pair of words that stands in the text more often than this tells nothing. */
const COMMON = 60;

/** Finds, in one pass over a text, where the neighbouring words of each pattern stand in it. Linear in the text. */
export function seedsOf({ words }: Words, patterns: readonly (readonly string[])[]): Seeds[] {
  const wanted = new Map<string, { readonly pattern: number; readonly at: number }[]>();
  for (const [pattern, list] of patterns.entries()) {
    for (let at = 0; at + 1 < list.length; at++) {
      const pair = `${list[at]} ${list[at + 1]}`;
      const known = wanted.get(pair);
      if (known) known.push({ pattern, at });
      else wanted.set(pair, [{ pattern, at }]);
    }
  }
  const places = new Map<string, number[]>();
  for (let at = 0; wanted.size > 0 && at + 1 < words.length; at++) {
    const pair = `${words[at]} ${words[at + 1]}`;
    if (!wanted.has(pair)) continue;
    const known = places.get(pair);
    if (!known) places.set(pair, [at]);
    else if (known.length <= COMMON) known.push(at);
  }
  const seeds = patterns.map(({ length }) => ({ length, text: [] as number[], pattern: [] as number[] }));
  for (const [pair, found] of places) {
    if (found.length > COMMON) continue;
    for (const { pattern, at } of wanted.get(pair) ?? []) {
      for (const place of found) {
        seeds[pattern]?.text.push(place);
        seeds[pattern]?.pattern.push(at);
      }
    }
  }
  return seeds;
}

/** The most stretches of the text that are looked at for one pattern. */
const MOST_STRETCHES = 5;

/** The stretches of the text, by their words, that hold most of a pattern's seeds; the fullest first. */
export function stretchesOf({ length, text, pattern }: Seeds, count: number): [from: number, to: number][] {
  const reach = Math.ceil(length * 1.5) + 6;
  let hits = text.map((at, i) => ({ at, of: pattern[i] ?? 0 })).sort((a, b) => a.at - b.at);
  const stretches: [number, number][] = [];
  while (hits.length > 0 && stretches.length < MOST_STRETCHES) {
    const { from, to } = fullest(hits, reach);
    const first = hits[from]?.at ?? 0;
    const last = hits[to - 1]?.at ?? 0;
    // As much around as the pattern could still take.
    const spare = Math.max(4, length - (last - first));
    stretches.push([Math.max(0, first - spare), Math.min(count, last + 2 + spare)]);
    hits = hits.filter(({ at }) => at < first || at > last);
  }
  return stretches;
}

/** The run of hits within `reach` words that holds the most different words of the pattern. */
function fullest(hits: readonly { readonly at: number; readonly of: number }[], reach: number): { from: number; to: number } {
  const held = new Map<number, number>();
  let best = { from: 0, to: 0 };
  let most = 0;
  let from = 0;
  for (const [i, { at, of }] of hits.entries()) {
    held.set(of, (held.get(of) ?? 0) + 1);
    for (let first = hits[from]; first && at - first.at > reach; first = hits[++from]) {
      const left = (held.get(first.of) ?? 0) - 1;
      if (left > 0) held.set(first.of, left);
      else held.delete(first.of);
    }
    if (held.size > most) {
      most = held.size;
      best = { from, to: i + 1 };
    }
  }
  return best;
}
