import { type Aligned, align, runFrom, type Segment } from './alignment';
import { type EvidenceIndex, type IndexedDocument, placesIn } from './evidence-index';

/** How many of a quote's rarest words say where to look, and how many of their places are looked at in all. */
const MOST_SEEDS = 12;
const MOST_PLACES = 8_000;
/** However common its words, so many say where to look. */
const FEWEST_SEEDS = 3;
/** Places whose distances to the quote's start differ by no more than this are one. */
const WIDTH = 8;
/** How many of the likeliest places are tried word for word, and how many are laid out in full. */
const MOST_TRIED = 400;
const MOST_ALIGNED = 6;
/** The most places that are told of where the same words stand again and again. */
const MOST_SAME = 12;

/** A place where a segment may stand. */
interface Bucket {
  readonly holder: IndexedDocument;
  /** Where the segment would start, or up to `WIDTH` later. */
  readonly place: number;
  readonly weight: number;
}

/** How the sorted places are written: document, distance, seed, from the highest digits to the lowest. */
const SEEDS = 16;
const DISTANCES = 2 ** 23;
/** Added to distances, so that none is negative. */
const SHIFT = 2 ** 10;

/** The likeliest places of a segment, by where its rarest words stand at the right distances from each other. */
export function likelyPlaces(segment: Segment, index: EvidenceIndex): Bucket[] {
  const seeds = seedsOf(segment, index);
  const weights = seeds.map(({ number }) => index.weightOf(number));
  const keys = new Float64Array(seeds.reduce((sum, { number }) => sum + index.countOf(number), 0));
  let length = 0;
  for (const [s, { at, number }] of seeds.entries()) {
    for (const holder of index.holdersOf(number)) {
      const base = holder.slot * DISTANCES + SHIFT - at;
      for (const place of placesIn(holder, number)) keys[length++] = (base + place) * SEEDS + s;
    }
  }
  keys.sort();
  const fewest = seeds.length > 2 ? 2 : 1;
  const buckets: Bucket[] = [];
  for (let from = 0; from < length; ) {
    const start = Math.floor((keys[from] ?? 0) / SEEDS);
    let to = from;
    let weight = 0;
    for (; to < length && Math.floor((keys[to] ?? 0) / SEEDS) - start <= WIDTH; to++) weight += weights[(keys[to] ?? 0) % SEEDS] ?? 0;
    const holder = to - from >= fewest ? index.at(Math.floor(start / DISTANCES)) : undefined;
    if (holder) buckets.push({ holder, place: (start % DISTANCES) - SHIFT, weight });
    from = to;
  }
  return buckets.sort((a, b) => b.weight - a.weight).slice(0, MOST_TRIED);
}

function seedsOf({ words, numbers }: Segment, index: EvidenceIndex): { at: number; number: number }[] {
  const seeds: { at: number; number: number; count: number }[] = [];
  for (const [at, number] of numbers.entries()) {
    const count = number < 0 ? 0 : index.countOf(number);
    if (count > 0 && words[at]?.bracket === 'none') seeds.push({ at, number, count });
  }
  seeds.sort((a, b) => a.count - b.count);
  const kept: typeof seeds = [];
  let places = 0;
  for (const seed of seeds) {
    places += seed.count;
    if (kept.length >= MOST_SEEDS || (kept.length >= FEWEST_SEEDS && places > MOST_PLACES)) break;
    kept.push(seed);
  }
  return kept;
}

/** Where a segment stands word for word, fillers left out; empty where nowhere. */
export function exactPlaces(segment: Segment, buckets: readonly Bucket[], index: EvidenceIndex): Aligned[] {
  const found = new Map<string, Aligned>();
  for (const { holder, place } of buckets) {
    for (let at = Math.max(0, place); at <= place + WIDTH && at < holder.words.length; at++) {
      const { count, end } = runFrom(segment, holder, at, index);
      if (count < segment.words.length) continue;
      found.set(`${holder.document.id}\n${at}`, { holder, first: at, last: end, steps: [], cost: 0 });
      if (found.size >= MOST_SAME) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** How a segment lies at its likeliest places, the best first. */
export function closePlaces(segment: Segment, buckets: readonly Bucket[], index: EvidenceIndex): Aligned[] {
  const found = new Map<string, Aligned>();
  for (const { holder, place } of buckets.slice(0, MOST_ALIGNED)) {
    const slack = WIDTH + (segment.words.length >> 1);
    const from = Math.max(0, place - slack);
    const to = Math.min(holder.words.length, place + segment.words.length + slack + WIDTH);
    if (to <= from) continue;
    const aligned = align(segment, holder, from, to, index);
    const key = `${holder.document.id}\n${aligned.first}\n${aligned.last}`;
    if (aligned.last > aligned.first) found.set(key, aligned);
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost);
}
