import { agree, type Quantity, quantitiesOf } from '../text/quantities';
import { overlaps, type Span } from '../text/span';
import { type ContentWord, contentWords, isNegated, stemOf, timesOf } from './content-words';
import { type EvidenceIndex, type IndexedDocument, placesIn } from './evidence-index';
import { type Place, placeOf, plainWords, turnAt } from './place';
import { Flag } from './words';

/** A number of a claim that its source has otherwise. */
export interface Difference {
  /** Relative to the claim. */
  readonly span: Span;
  /** What the source has: "23", "$4.2 million". */
  readonly words: string;
}

/**
 * What a passage does for a claim. *supports*: it says as much, numbers included; *differs*: it says as much but for a number; *related*: it is
 * about the same thing.
 */
export type Bearing = 'supports' | 'differs' | 'related';

/** A passage of a document that bears on a claim. */
export interface Passage {
  readonly place: Place;
  readonly bearing: Bearing;
  /** 0…1: how much of what the claim says it has. */
  readonly score: number;
  readonly differences: readonly Difference[];
}

/** What the sources say of a claim. */
export interface ClaimEvidence {
  /** The best first. */
  readonly passages: readonly Passage[];
}

/** The most passages that are told of. */
const MOST = 3;
/** How many rare words say where to look, and how many of their places are looked at. */
const MOST_SEEDS = 10;
const MOST_PLACES = 10_000;
/** Words of one passage lie within so many of each other. */
const REACH = 40;
/** How many places are read. */
const MOST_READ = 12;
/** A passage that has less of a claim than this says nothing of it. */
const RELATED = 0.5;
/** One that has as much, the same numbers and no "not" more or less, supports it. */
const SUPPORTS = 0.6;
/** One that has as much of what is said around a number, and another number, differs. */
const DIFFERS = 0.66;
/** Words, besides what is counted, that claim and passage share where they are about the same number. */
const FEWEST_SHARED = 3;
/** What is left of the score where one says "not" and the other does not. */
const NEGATED = 0.6;

/** Looks for the passages that bear on a claim. Bounded time; never throws. */
export function findClaim(index: EvidenceIndex, claim: string): ClaimEvidence {
  const words = contentWords(claim);
  if (words.length < FEWEST_SHARED) return { passages: [] };
  const read = likelyPassages(words, index).map(({ holder, first, last }) => readPassage(claim, words, holder, first, last, index));
  const passages = read
    .filter(({ score }) => score >= RELATED)
    .sort((a, b) => RANK[a.bearing] - RANK[b.bearing] || b.score - a.score || a.place.words.length - b.place.words.length);
  const [best] = passages;
  // Where one passage bears a claim out, others may well give another number of something else.
  const settled =
    best?.bearing === 'supports' ? passages.map((passage) => (passage.bearing === 'differs' ? related(passage) : passage)) : passages;
  const disagreeing = settled.filter(({ differences }) => differences.length > 0);
  const sure = disagreeing.every(({ differences }) => differences[0]?.words === disagreeing[0]?.differences[0]?.words);
  return { passages: distinct(sure ? settled : settled.map(related)).slice(0, MOST) };
}

const RANK: Readonly<Record<Bearing, number>> = { supports: 0, differs: 1, related: 2 };

const related = (passage: Passage): Passage =>
  passage.bearing === 'differs' ? { ...passage, bearing: 'related', differences: [] } : passage;

/** The passages without those that overlap a better one, or say the very same elsewhere. */
function distinct(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const passage of passages) {
    const { document, span, words } = passage.place;
    const known = kept.some(({ place }) => place.words === words || (place.document === document && overlaps(place.span, span)));
    if (!known) kept.push(passage);
  }
  return kept;
}

interface Stretch {
  readonly holder: IndexedDocument;
  readonly first: number;
  readonly last: number;
}

const DOCUMENT = 2 ** 23;
const SEEDS = 16;

/** The stretches of documents that have most of the claim's rare words together. */
function likelyPassages(words: readonly ContentWord[], index: EvidenceIndex): Stretch[] {
  const seeds = seedsOf(words, index);
  const keys: number[] = [];
  for (const [s, { numbers }] of seeds.entries()) {
    for (const number of numbers) {
      for (const holder of index.holdersOf(number)) {
        for (const place of placesIn(holder, number)) keys.push((holder.slot * DOCUMENT + place) * SEEDS + s);
      }
    }
  }
  const sorted = Float64Array.from(keys).sort();
  const found: { stretch: Stretch; weight: number }[] = [];
  const fewest = Math.min(FEWEST_SHARED, seeds.length) - 1;
  for (let from = 0; from < sorted.length; ) {
    const start = Math.floor((sorted[from] ?? 0) / SEEDS);
    let [seen, weight, to, end] = [0, 0, from, start];
    for (; to < sorted.length; to++) {
      const key = sorted[to] ?? 0;
      const place = Math.floor(key / SEEDS);
      if (place - start > REACH) break;
      const bit = 1 << (key % SEEDS);
      if (!(seen & bit)) weight += 1 + (seeds[key % SEEDS]?.weight ?? 0);
      seen |= bit;
      end = place;
    }
    const holder = weight >= fewest ? index.at(Math.floor(start / DOCUMENT)) : undefined;
    if (holder) found.push({ stretch: { holder, first: start % DOCUMENT, last: (end % DOCUMENT) + 1 }, weight });
    from = to;
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_READ)
    .flatMap(({ stretch }) => sentencesIn(stretch));
}

function seedsOf(words: readonly ContentWord[], index: EvidenceIndex): { numbers: readonly number[]; weight: number }[] {
  const seeds = words.flatMap(({ forms }) => {
    const numbers = forms.flatMap((form) => index.numberOf(form) ?? []).filter((number) => index.countOf(number) > 0);
    const count = numbers.reduce((sum, number) => sum + index.countOf(number), 0);
    return count === 0 ? [] : [{ numbers, count, weight: Math.max(...numbers.map((number) => index.weightOf(number))) }];
  });
  seeds.sort((a, b) => a.count - b.count);
  let places = 0;
  return seeds.slice(0, MOST_SEEDS).filter(({ count }, s) => {
    places += count;
    return s < FEWEST_SHARED || places <= MOST_PLACES;
  });
}

/** The longest sentence that is read, in words. */
const LONGEST = 80;

/** The sentences that a stretch touches, each for itself and each with the next. */
function sentencesIn({ holder, first, last }: Stretch): Stretch[] {
  const starts = (at: number): boolean => ((holder.flags[at] ?? 0) & Flag.Starts) !== 0;
  let at = first;
  while (at > 0 && !starts(at) && first - at < LONGEST) at--;
  const bounds = [at];
  for (at++; at < holder.words.length && bounds.length < 6; at++) {
    if (!starts(at) && at - (bounds.at(-1) ?? 0) < LONGEST) continue;
    bounds.push(at);
    if (at >= last) break;
  }
  const open = bounds.at(-1) ?? 0;
  if (open < last) bounds.push(Math.min(holder.words.length, open + LONGEST));
  const sentences: Stretch[] = [];
  for (const [b, start] of bounds.entries()) {
    const [next, after] = [bounds[b + 1], bounds[b + 2]];
    if (next !== undefined) sentences.push({ holder, first: start, last: next });
    if (after !== undefined && isOneTurn(holder, start, after)) sentences.push({ holder, first: start, last: after });
  }
  return sentences;
}

/** Whether one person says the words `first` up to before `last`. */
const isOneTurn = ({ document: { turns }, starts }: IndexedDocument, first: number, last: number): boolean =>
  turnAt(turns, starts[first] ?? 0) === turnAt(turns, starts[last - 1] ?? 0);

function readPassage(
  claim: string,
  words: readonly ContentWord[],
  holder: IndexedDocument,
  first: number,
  last: number,
  index: EvidenceIndex,
): Passage {
  const { document } = holder;
  const span: Span = [holder.starts[first] ?? 0, holder.ends[last - 1] ?? 0];
  const said = plainWords(document, span);
  const stems = new Set<string>();
  for (let at = first; at < last; at++) stems.add(stemOf(index.wordOf(holder.words[at] ?? -1)));
  let [shared, all] = [0, 0];
  for (const { stem, word } of words) {
    const weight = index.weightOf(index.numberOf(word));
    all += weight;
    if (stems.has(stem)) shared += weight;
  }
  const same = isNegated(claim) === isNegated(said);
  const score = (all === 0 ? 0 : shared / all) * (same ? 1 : NEGATED);
  const numbers = compareNumbers(claim, said);
  const place = (bearing: Bearing, differences: readonly Difference[] = []): Passage => ({
    place: placeOf(document, span),
    bearing,
    score,
    differences,
  });
  if (same && numbers.missing === 0 && score >= SUPPORTS) return place('supports');
  const [difference] = numbers.differences;
  const clause = difference && clauseWords(claim, difference.span);
  const told = clause?.filter(({ stem }) => stems.has(stem)).length ?? 0;
  const differs = clause && same && told >= FEWEST_SHARED && told >= DIFFERS * clause.length && sameTimes(claim, said);
  return differs && numbers.differences.length === 1 ? place('differs', numbers.differences) : place('related');
}

/** The telling words of the part of a claim that a number stands in, between commas and the like: who said so, and when, is in others. */
function clauseWords(claim: string, [start, end]: Span): ContentWord[] {
  const before = claim.slice(0, start);
  const from = Math.max(...['; ', ', ', ' – ', ' — ', ': '].map((mark) => before.lastIndexOf(mark) + 1));
  const after = /[,;:–—](?:\s|$)/.exec(claim.slice(end));
  return contentWords(claim.slice(from, after ? end + after.index : claim.length));
}

interface Compared {
  readonly differences: readonly Difference[];
  /** Numbers of the claim that the passage does not have. */
  readonly missing: number;
}

/** Lays the numbers of a claim beside those of a passage: the only ones of one thing in each, beside the same words, are meant to be the same. */
function compareNumbers(claim: string, said: string): Compared {
  const [mine, theirs] = [quantitiesOf(claim), quantitiesOf(said)];
  const differences: Difference[] = [];
  let missing = 0;
  for (const quantity of mine) {
    if (theirs.some((other) => sameUnit(quantity, other) && agree(quantity, other))) continue;
    missing++;
    if (quantity.unit === '' || mine.filter((other) => other.unit === quantity.unit).length > 1) continue;
    const counterparts = theirs.filter((other) => other.unit === quantity.unit);
    const [counterpart] = counterparts;
    if (counterparts.length !== 1 || !counterpart || quantity.room !== counterpart.room) continue;
    if (besides(claim, quantity).some((stem) => besides(said, counterpart).includes(stem)))
      differences.push({ span: quantity.span, words: said.slice(...counterpart.span) });
  }
  return { differences, missing };
}

const sameUnit = (a: Quantity, b: Quantity): boolean => a.unit === b.unit || a.unit === '' || b.unit === '';

/** The stems of the telling words near a number, what is counted left out. */
function besides(text: string, { span: [start, end], unit }: Quantity): string[] {
  const near = `${text.slice(Math.max(0, start - NEARBY), start).replace(/^\S*\s/, '')} ${text.slice(end, end + NEARBY).replace(/\s\S*$/, '')}`;
  return contentWords(near).flatMap(({ word, stem }) => (unit !== '' && word.startsWith(unit) ? [] : [stem]));
}

/** In UTF-16 units. */
const NEARBY = 45;

/** Whether two texts speak of the same years, months and days, as far as both say. */
function sameTimes(a: string, b: string): boolean {
  const [mine, theirs] = [timesOf(a), timesOf(b)];
  return mine.size === 0 || theirs.size === 0 || [...mine].some((time) => theirs.has(time));
}
