import { type Aligned, align, runFrom, type Segment } from './alignment';
import { type EvidenceIndex, type IndexedDocument, placesIn } from './evidence-index';

/** How many of a quote's rarest words say where to look, and how many of their places are looked at in all. */
const MOST_SEEDS = 12;
const MOST_PLACES = 40_000;
/** Places whose distances to the quote's start differ by less than this are one. A power of two. */
const WIDTH = 8;
/** How many of the likeliest places are tried word for word, and how many are laid out in full. */
const MOST_TRIED = 400;
const MOST_ALIGNED = 6;
/** The most places that are told of where the same words stand again and again. */
const MOST_SAME = 12;

/** A place where a segment may stand. */
interface Bucket {
  readonly holder: IndexedDocument;
  /** Where the segment would start, give or take `WIDTH`. */
  readonly place: number;
  readonly weight: number;
}

/** Added to a word's weight, so that a sum of them also says how many there were. */
const VOTE = 1000;

/** The likeliest places of a segment, by where its rarest words stand at the right distances from each other. */
export function likelyPlaces(segment: Segment, index: EvidenceIndex): Bucket[] {
  const seeds = seedsOf(segment, index);
  const votes = new Map<IndexedDocument, Map<number, number>>();
  for (const { at, number } of seeds) {
    const vote = VOTE + index.weightOf(number);
    for (const holder of index.holdersOf(number)) {
      let counts = votes.get(holder);
      if (!counts) {
        counts = new Map();
        votes.set(holder, counts);
      }
      for (const place of placesIn(holder, number)) {
        const bucket = Math.floor((place - at) / WIDTH);
        counts.set(bucket, (counts.get(bucket) ?? 0) + vote);
      }
    }
  }
  const fewest = (seeds.length > 2 ? 2 : 1) * VOTE;
  const buckets: Bucket[] = [];
  for (const [holder, counts] of votes) {
    for (const [bucket, own] of counts) {
      const [before, after] = [counts.get(bucket - 1) ?? 0, counts.get(bucket + 1) ?? 0];
      const weight = own + Math.max(before, after);
      if (weight >= fewest) buckets.push({ holder, place: bucket * WIDTH, weight });
    }
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
    if (kept.length >= MOST_SEEDS || (kept.length >= 2 && places > MOST_PLACES)) break;
    kept.push(seed);
  }
  return kept;
}

/** Where a segment stands word for word, fillers left out; empty where nowhere. */
export function exactPlaces(segment: Segment, buckets: readonly Bucket[], index: EvidenceIndex): Aligned[] {
  const found = new Map<string, Aligned>();
  for (const { holder, place } of buckets) {
    for (let at = Math.max(0, place - WIDTH); at < place + 2 * WIDTH && at < holder.words.length; at++) {
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
  const near = new Set<string>();
  for (const { holder, place } of buckets) {
    // Of neighbours the likeliest speaks for the others.
    if (near.has(`${place} ${holder.document.id}`)) continue;
    if (near.size >= 3 * MOST_ALIGNED) break;
    for (const other of [place - WIDTH, place, place + WIDTH]) near.add(`${other} ${holder.document.id}`);
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
