import type { Span } from '../text/span';
import type { Aligned, Segment, Step } from './alignment';
import type { EvidenceIndex, IndexedDocument } from './evidence-index';
import { type Lesser, lesserDifference } from './lesser';
import { plainWords } from './place';
import { isSmall } from './small-words';
import type { SoughtWord } from './sought-quote';
import { Flag } from './words';

/** A stretch of a quote that its source has otherwise. */
export interface Change {
  readonly part: number;
  /** Relative to the part; empty where words were left out. */
  readonly span: Span;
  /** What the source has there; empty where the quote put words in. */
  readonly words: string;
}

/** What was done to a quote that may be done to it. */
export type Allowed = Lesser | 'bracket' | 'omission' | 'interruption';

/** What a segment's place in the source comes to. */
export interface Reading {
  readonly changes: readonly Change[];
  readonly allowed: readonly Allowed[];
  /** Words that are changed, added or left out. */
  readonly wrong: number;
  /** Words that stand as they are, and those of them that are not small. */
  readonly kept: number;
  readonly telling: number;
}

/** The most words that a bracket may stand for. */
const MOST_UNDER_BRACKET = 10;
/** The longest "said the mayor on Tuesday" between two halves of a quote that the source itself has. */
const LONGEST_INTERRUPTION = 30;

/** Tells what was changed from what may be done to any quote. */
export function readSegment(segment: Segment, { holder, steps }: Aligned, index: EvidenceIndex): Reading {
  const changes: Change[] = [];
  const allowed: Allowed[] = [];
  let wrong = 0;
  let lost = 0;
  const lostTelling = new Set<SoughtWord>();
  for (const step of steps) {
    const quoted = segment.words.slice(step.from, step.to).filter(({ bracket }) => bracket !== 'word');
    const said = saidIn(holder, step, index);
    const harmless = stretched(segment, holder, step).reduce<Allowed | null>(
      (found, wider) => found ?? harmlessness(segment, holder, wider, quoted, saidIn(holder, wider, index), index),
      null,
    );
    if (harmless) {
      allowed.push(harmless);
      continue;
    }
    changes.push(changeOf(segment, holder, step));
    wrong += Math.max(quoted.length, said.length);
    lost += quoted.length;
    for (const word of quoted) lostTelling.add(word);
  }
  if (segment.words.some(({ bracket }) => bracket !== 'none')) allowed.push('bracket');
  const kept = segment.words.filter(({ bracket }) => bracket !== 'word').length - lost;
  const telling = segment.words.filter((word) => word.bracket !== 'word' && !lostTelling.has(word) && !isSmall(word.word)).length;
  return { changes, allowed, wrong, kept, telling };
}

/** How many more words of the source what is otherwise at a quote's end may stand for: the ends of an alignment are free, and "I'm" may lie on "am" alone. */
const MOST_BEYOND = 3;

/** A step as it is, and at a segment's ends with more words of the source beyond. */
function stretched({ words }: Segment, { words: source }: IndexedDocument, step: Step): Step[] {
  const steps = [step];
  for (let by = 1; by <= MOST_BEYOND; by++) {
    if (step.from === 0 && step.first >= by) steps.push({ ...step, first: step.first - by });
    if (step.to === words.length && step.last + by <= source.length) steps.push({ ...step, last: step.last + by });
  }
  return step.to > step.from ? steps : [step];
}

const saidIn = (holder: IndexedDocument, step: Step, index: EvidenceIndex): string[] =>
  placesBetween(holder, step).map((place) => index.wordOf(holder.words[place] ?? -1));

function placesBetween({ flags }: IndexedDocument, { first, last }: Step): number[] {
  const places: number[] = [];
  for (let at = first; at < last; at++) if (((flags[at] ?? 0) & Flag.Filler) === 0) places.push(at);
  return places;
}

function harmlessness(
  segment: Segment,
  holder: IndexedDocument,
  step: Step,
  quoted: readonly SoughtWord[],
  said: readonly string[],
  index: EvidenceIndex,
): Allowed | null {
  const bracketed = nearBracket(segment, step);
  if (quoted.length === 0 && said.length === 0) return bracketed ? 'bracket' : 'filler';
  if (quoted.length === 0 && bracketed && said.length <= MOST_UNDER_BRACKET) return 'bracket';
  if (quoted.length === 0 && said.length <= LONGEST_INTERRUPTION && isInterruption(holder, step)) return 'interruption';
  const words = (from: number, to: number): string[] =>
    [...holder.words.slice(Math.max(0, from), to)].map((number) => index.wordOf(number));
  const around = { before: words(step.first - 3, step.first), after: words(step.last, step.last + 3), setOff: isSetOff(holder, step) };
  return lesserDifference(
    quoted.map(({ word }) => word),
    said,
    around,
  );
}

const nearBracket = ({ words }: Segment, { from, to }: Step): boolean =>
  words.slice(Math.max(0, from - 1), to + 1).some(({ bracket }) => bracket === 'word');

/** Whether the source closes its quotation marks before these words and opens them again after. */
const isInterruption = ({ flags }: IndexedDocument, { first, last }: Step): boolean =>
  ((flags[first - 1] ?? 0) & Flag.Closes) !== 0 && ((flags[last] ?? 0) & Flag.Opens) !== 0;

/** Whether marks set these words off on both sides, or they open a sentence. */
function isSetOff({ document, starts, ends, flags }: IndexedDocument, { first, last }: Step): boolean {
  const before = document.text.slice(ends[first - 1] ?? 0, starts[first]);
  const after = document.text.slice(ends[last - 1], starts[last] ?? document.text.length);
  const opens = ((flags[first] ?? 0) & Flag.Starts) !== 0;
  return (opens || /[,;:–—.-]/.test(before)) && (opens || /[,;:–—.-]/.test(after));
}

function changeOf({ words }: Segment, holder: IndexedDocument, step: Step): Change {
  const quoted = words.slice(step.from, step.to);
  const [first] = quoted;
  const last = quoted.at(-1);
  const said = wordsAsSaid(holder, step);
  if (first && last && first.part === last.part) return { part: first.part, span: [first.span[0], last.span[1]], words: said };
  const next = words[step.to];
  const before = words[step.from - 1];
  if (next && (!before || before.part === next.part)) return { part: next.part, span: [next.span[0], next.span[0]], words: said };
  const at = before?.span[1] ?? 0;
  return { part: before?.part ?? 0, span: [at, at], words: said };
}

/** The words of the source, fillers left out. */
function wordsAsSaid(holder: IndexedDocument, step: Step): string {
  const runs: [number, number][] = [];
  for (const place of placesBetween(holder, step)) {
    const last = runs.at(-1);
    if (last && last[1] === place) last[1] = place + 1;
    else runs.push([place, place + 1]);
  }
  return runs.map(([from, to]) => plainWords(holder.document, [holder.starts[from] ?? 0, holder.ends[to - 1] ?? 0])).join(' ');
}
