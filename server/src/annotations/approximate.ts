import type { Span } from '../text/span';
import { type Alignment, align } from './alignment';
import type { Candidate } from './candidate';
import { type ContextWords, contextWords, keptShare, sideOf } from './context';
import { seedsOf, stretchesOf } from './seeds';
import type { Selectors } from './selectors';
import { isFigure, type Words, wordsOf } from './words';

/** Annotations of more words than this are found as they are, or not at all. */
const LONGEST = 1500;

/** An annotation's words with those around it, in one row. */
interface Pattern extends ContextWords {
  readonly own: readonly string[];
  readonly all: readonly string[];
  /** What stands around the words in the annotation, such as quotation marks: as many units before and after. */
  readonly lead: number;
  readonly tail: number;
}

/**
 * The places where words much like those of each annotation stand. One pass over the text finds where neighbouring words of theirs stand; only
 * the few stretches that hold most are compared word for word.
 */
export function approximateCandidates(text: string, all: readonly Selectors[]): Candidate[][] {
  const words = wordsOf(text);
  const patterns = all.map(patternOf);
  const seeds = seedsOf(
    words,
    patterns.map(({ own, all: row }) => (own.length > LONGEST ? [] : row)),
  );
  return patterns.map((pattern, i) => {
    const found = seeds[i];
    return found ? candidatesOf(text, words, pattern, stretchesOf(found, words.words.length)) : [];
  });
}

function patternOf(selectors: Selectors): Pattern {
  const { exact } = selectors;
  const { words: own, start, end } = wordsOf(exact);
  const { before, after } = contextWords(selectors);
  const [first, last] = [start[0] ?? 0, end.at(-1) ?? exact.length];
  return { before, own, after, all: [...before, ...own, ...after], lead: first, tail: exact.length - last };
}

/** In each stretch the best place, and the best beside it, so that two of a kind are seen to be two. */
function candidatesOf(text: string, words: Words, pattern: Pattern, stretches: readonly (readonly [number, number])[]): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const [from, to] of stretches) {
    const best = align(pattern.all, words.words, from, to);
    const candidate = candidateAt(text, words, pattern, best);
    if (!candidate) continue;
    found.set(candidate.first, candidate);
    const masked: string[] = [];
    for (let at = from; at < to; at++) masked.push(at >= candidate.first && at <= candidate.last ? '' : (words.words[at] ?? ''));
    const next = shifted(align(pattern.all, masked, 0, masked.length), from);
    const other = candidateAt(text, words, pattern, next);
    if (other && !found.has(other.first)) found.set(other.first, other);
  }
  return [...found.values()];
}

const shifted = ({ at, ...rest }: Alignment, by: number): Alignment => ({ ...rest, at: at.map((word) => (word < 0 ? word : word + by)) });

/** The place that an alignment of the whole pattern gives the annotation's own words; null where none of them is left. */
function candidateAt(
  text: string,
  { words, start, end }: Words,
  { before, own, after, lead, tail }: Pattern,
  { at, fate }: Alignment,
): (Candidate & { readonly first: number; readonly last: number }) | null {
  const inside = at.slice(before.length, before.length + own.length).filter((word) => word >= 0);
  const [first, last] = [inside[0], inside.at(-1)];
  const fates = fate.slice(before.length, before.length + own.length);
  if (first === undefined || last === undefined || keptShare(fates) === 0) return null;
  const added = last - first + 1 - inside.length;
  const kept = keptShare(fates) * own.length;
  const length = Math.max(own.length, last - first + 1);
  const partOf = (from: number, to: number) => ({ at: at.slice(from, to), fate: fate.slice(from, to) });
  return {
    first,
    last,
    span: withMarks(text, [start[first] ?? 0, end[last] ?? 0], lead, tail),
    same: kept / length,
    changed: added + fates.filter((one) => one === 'other' || one === 'gone').length,
    figures: own.every((word, i) => !isFigure(word) || fates[i] === 'same'),
    neighbour: isNeighbour(words, before, after, first, last),
    left: sideOf(before, partOf(0, before.length), 'last', first - 1),
    right: sideOf(after, partOf(before.length + own.length, at.length), 'first', last + 1),
  };
}

/** How many words have to be the same for one place to begin, or end, like another. */
const ALIKE = 3;

function isNeighbour(words: readonly string[], before: readonly string[], after: readonly string[], first: number, last: number): boolean {
  const begins = after.length >= ALIKE && after.slice(0, ALIKE).every((word, i) => words[first + i] === word);
  const ends = before.length >= ALIKE && before.slice(-ALIKE).every((word, i) => words[last - ALIKE + 1 + i] === word);
  return begins || ends;
}

const SPACE_OR_LETTER = /[\s\p{L}\p{N}\p{M}]/u;

/** A span of words with as many marks around it as the annotation had. */
function withMarks(text: string, [start, end]: Span, lead: number, tail: number): Span {
  let from = start;
  let to = end;
  while (start - from < lead && from > 0 && !SPACE_OR_LETTER.test(text[from - 1] ?? '')) from--;
  while (to - end < tail && to < text.length && !SPACE_OR_LETTER.test(text[to] ?? '')) to++;
  return [from, to];
}
