import { type Aligned, type Segment, segmentOf } from './alignment';
import { closePlaces, exactPlaces, likelyPlaces } from './candidates';
import { type Chained, chain } from './chain';
import type { EvidenceIndex, IndexedDocument } from './evidence-index';
import { type Place, placeOf, speakerAt } from './place';
import { type Allowed, type Change, type Reading, readSegment } from './reading';
import { type SoughtWord, soughtWords } from './sought-quote';
import { compareSpeakers } from './speaker-names';
import { splitIn } from './stitches';

export type { Allowed, Change } from './reading';

/** A quote to look for. */
export interface SoughtQuote {
  /** Its words without the marks; more than one where the article's own words part it. */
  readonly parts: readonly string[];
  /** What the article calls whoever said it: name, role. */
  readonly by: readonly string[];
}

/**
 * How a quote stands in the sources. *verbatim*; *edited*: verbatim but for what may be done to any quote (brackets, omissions, fillers, spellings);
 * *altered*: in other words; *stitched*: put together from two places; *absent*: not at all; *short*: too few words to say.
 */
export type QuoteVerdict = 'verbatim' | 'edited' | 'altered' | 'stitched' | 'absent' | 'short';

/** What the sources say of a quote. */
export interface QuoteEvidence {
  readonly verdict: QuoteVerdict;
  /** Where it stands: one place, or the pieces of one that is parted. Empty where it is *absent* or *short*. */
  readonly places: readonly Place[];
  /** Other places that have it as well. */
  readonly also: readonly Place[];
  readonly changes: readonly Change[];
  readonly allowed: readonly Allowed[];
  /** How many words were looked for, brackets left out, and how many of them stand as they are. */
  readonly words: number;
  readonly kept: number;
}

/** Fewer words than this are anybody's. */
const FEWEST = 3;
/** From this many words on, an altered quote can be told from another utterance. */
const FEWEST_ALTERED = 5;
/** The share of words that may be otherwise in what is still the same utterance. */
const MOST_ALTERED = 0.3;
/** What an altered quote still shares with its source, small words left out. */
const FEWEST_TELLING = 2;
/** Where nothing but a quote's first or last word is otherwise, it may be another utterance; with so many words beside it, it is not. */
const FEWEST_BESIDE_AN_END = 7;
/** The fewest words of a piece, where the pieces are from one document, and where they are from several. */
const FEWEST_TOGETHER = 4;
const FEWEST_APART = 6;
/** With no more words changed than this, a quote is an altered one and not two put together. */
const FEW_CHANGES = 2;
/** The most other places that are told of. */
const MOST_ALSO = 5;
/** When places are weighed, how much one counts against it where the transcript does not say who speaks, or says that somebody else does. */
const UNKNOWN_SPEAKER = 10;
const OTHER_SPEAKER = 20;

/** Looks a quote up in all documents. Bounded time, whatever the quote; never throws. */
export function findQuote(index: EvidenceIndex, { parts, by }: SoughtQuote): QuoteEvidence {
  const sought = soughtWords(parts);
  const words = sought.filter(({ bracket }) => bracket !== 'word').length;
  const nowhere: QuoteEvidence = { verdict: 'absent', places: [], also: [], changes: [], allowed: [], words, kept: 0 };
  if (words < FEWEST) return { ...nowhere, verdict: 'short' };
  const segments = segmentsOf(sought).map((segment) => segmentOf(segment, index));
  const found = segments.map((segment) => placesFor(segment, index, by));
  const chained = chain(segments, found, index);
  const read = chained && readChain(chained, segments, index);
  const [only] = segments;
  if (!read || !chained.whole || read.wrong > FEW_CHANGES) {
    const pieces = segments.length === 1 && only ? splitIn(only, index) : null;
    if (pieces && areTelling(pieces)) return { ...nowhere, verdict: 'stitched', places: pieces.map(place), kept: words };
  }
  if (!read) return nowhere;
  const few = read.wrong <= Math.max(1, Math.floor(words * MOST_ALTERED));
  const told: Omit<QuoteEvidence, 'verdict'> = {
    places: joined(chained).map(place),
    also: alsoAt(found, chained),
    changes: read.changes,
    allowed: [...new Set(read.allowed)],
    words,
    kept: read.kept,
  };
  const apart = read.changes.length > 0 && read.changes.every((change) => isAtAnEnd(change, sought));
  const sure = words >= FEWEST_ALTERED && read.telling >= FEWEST_TELLING && (!apart || read.kept >= FEWEST_BESIDE_AN_END);
  if (read.wrong > 0 && !(few && sure)) return nowhere;
  if (!chained.whole) {
    const pieces = chained.links.flatMap((link) => (link ? piecesOf(link) : []));
    return areTelling(chained.links) ? { ...told, places: pieces, verdict: 'stitched' } : nowhere;
  }
  if (read.wrong > 0) return { ...told, verdict: 'altered' };
  return { ...told, verdict: told.allowed.length > 0 ? 'edited' : 'verbatim' };
}

/** Whether a change is of a quote's first or last word. */
const isAtAnEnd = ({ part, span }: Change, sought: readonly SoughtWord[]): boolean => {
  const [first, last] = [sought[0], sought.at(-1)];
  return (first?.part === part && span[0] <= first.span[0]) || (last?.part === part && span[1] >= last.span[1]);
};

/** Whether pieces are long enough that nobody else would have said each of them. */
function areTelling(links: readonly (Aligned | null)[]): boolean {
  const pieces = links.flatMap((link) => link ?? []);
  const together = pieces.every(({ holder }) => holder === pieces[0]?.holder);
  return pieces.every(({ first, last }) => last - first >= (together ? FEWEST_TOGETHER : FEWEST_APART));
}

/** The words between omissions, each for itself. */
function segmentsOf(words: readonly SoughtWord[]): SoughtWord[][] {
  const segments: SoughtWord[][] = [];
  for (const word of words) {
    const last = segments.at(-1);
    if (!last || word.gap !== 'none') segments.push([word]);
    else last.push(word);
  }
  return segments;
}

/** Where a segment stands, the likeliest first: word for word, or else as nearly so as it does; the speaker's own turns before others. */
function placesFor(segment: Segment, index: EvidenceIndex, by: readonly string[]): Aligned[] {
  const buckets = likelyPlaces(segment, index);
  const exact = exactPlaces(segment, buckets, index);
  const found = exact.length > 0 ? exact : closePlaces(segment, buckets, index);
  return found.map((aligned) => ({ ...aligned, cost: aligned.cost + strangeness(aligned, by) })).sort((a, b) => a.cost - b.cost);
}

function strangeness({ holder, first }: Aligned, by: readonly string[]): number {
  const speaker = compareSpeakers(speakerAt(holder.document, holder.starts[first] ?? 0), by);
  return speaker === 'same' ? 0 : speaker === 'unknown' ? UNKNOWN_SPEAKER : OTHER_SPEAKER;
}

/** What all segments of a quote come to. */
function readChain({ links }: Chained, segments: readonly Segment[], index: EvidenceIndex): Reading {
  const readings = links.map((link, s): Reading => {
    const segment = segments[s];
    if (!segment) return NOTHING;
    return link ? readSegment(segment, link, index) : unread(segment);
  });
  const sum = (of: (reading: Reading) => number): number => readings.reduce((total, reading) => total + of(reading), 0);
  const omission = segments.some(({ words: [first] }) => first?.gap === 'omission');
  return {
    changes: readings.flatMap(({ changes }) => changes),
    allowed: [...readings.flatMap(({ allowed }) => allowed), ...(omission ? (['omission'] as const) : [])],
    wrong: sum(({ wrong }) => wrong),
    kept: sum(({ kept }) => kept),
    telling: sum(({ telling }) => telling),
  };
}

const NOTHING: Reading = { changes: [], allowed: [], wrong: 0, kept: 0, telling: 0 };

/** A segment that stands nowhere. */
function unread({ words }: Segment): Reading {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return NOTHING;
  const changes = first.part === last.part ? [{ part: first.part, span: [first.span[0], last.span[1]] as const, words: '' }] : [];
  return { ...NOTHING, changes, wrong: words.length };
}

/** The places of a chain, with those that follow each other closely made one. */
function joined({ links, whole }: Chained): Stretch[] {
  const pieces = links.flatMap((link) => link ?? []);
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last && whole ? [{ holder: first.holder, first: first.first, last: last.last }] : pieces;
}

interface Stretch {
  readonly holder: IndexedDocument;
  readonly first: number;
  readonly last: number;
}

/** The pieces of one stretch that several people speak. */
function piecesOf({ holder, first, last }: Stretch): Place[] {
  const pieces: Stretch[] = [];
  let speaker: string | null | undefined;
  for (let at = first; at < last; at++) {
    const now = speakerAt(holder.document, holder.starts[at] ?? 0);
    const piece = pieces.at(-1);
    if (piece && now === speaker) pieces[pieces.length - 1] = { ...piece, last: at + 1 };
    else pieces.push({ holder, first: at, last: at + 1 });
    speaker = now;
  }
  return pieces.map(place);
}

const place = ({ holder, first, last }: Stretch): Place =>
  placeOf(holder.document, [holder.starts[first] ?? 0, holder.ends[last - 1] ?? 0]);

/** Where else the longest segment stands as well as at the place chosen. */
function alsoAt(found: readonly (readonly Aligned[])[], { links }: Chained): Place[] {
  let longest = 0;
  for (const [s, link] of links.entries()) {
    const other = links[longest];
    if (link && (!other || link.last - link.first > other.last - other.first)) longest = s;
  }
  const chosen = links[longest];
  if (!chosen) return [];
  return (found[longest] ?? [])
    .filter((other) => (other.holder !== chosen.holder || other.first !== chosen.first) && other.cost <= chosen.cost + OTHER_SPEAKER)
    .slice(0, MOST_ALSO)
    .map(place);
}
