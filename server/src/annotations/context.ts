import type { Span } from '../text/span';
import { type Alignment, align } from './alignment';
import type { Selectors } from './selectors';
import { wordsOf } from './words';

/** How much of the words that stood on one side of an annotation still stands there. */
export interface Side {
  /** 0…1 */
  readonly share: number;
  /** How many words there are to tell by; 0 where nothing stood there. */
  readonly words: number;
  /** How far they still stand as they stood, from the annotation on, in UTF-16 units of words and the spaces between. */
  readonly run: number;
}

/** What is left of the surroundings at a place. */
export interface Surroundings {
  readonly left: Side;
  readonly right: Side;
}

/** The words before and after an annotation, without those that were cut off where the context ends. */
export interface ContextWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const LETTER_FIRST = /^[\p{L}\p{N}\p{M}]/u;
const LETTER_LAST = /[\p{L}\p{N}\p{M}]$/u;

/** Contexts shorter than this end where the text does, and hold whole words. */
const CUT = 30;

/** The words of the contexts that selectors bring along. */
export function contextWords({ prefix, suffix }: Selectors): ContextWords {
  const before = wordsOf(prefix).words;
  const after = wordsOf(suffix).words;
  return {
    before: prefix.length >= CUT && LETTER_FIRST.test(prefix) ? before.slice(1) : before,
    after: suffix.length >= CUT && LETTER_LAST.test(suffix) ? after.slice(0, -1) : after,
  };
}

/** Words of the text beyond as many as the context has that it may have moved away by. */
const SPARE = 3;
/** Room in the text for one word, in UTF-16 units, when a stretch is cut out of it. */
const ROOM = 16;

/** What is left of an annotation's surroundings at a span of a text. */
export function surroundingsAt(text: string, [start, end]: Span, { before, after }: ContextWords): Surroundings {
  const reach = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length + 1, 0) + SPARE * ROOM;
  const left = wordsOf(text.slice(Math.max(0, start - reach(before)), start));
  const right = wordsOf(text.slice(end, end + reach(after)));
  return {
    left: sideOf(
      before,
      align(before, left.words, left.words.length - before.length - SPARE, left.words.length),
      'last',
      left.words.length - 1,
    ),
    right: sideOf(after, align(after, right.words, 0, Math.min(right.words.length, after.length + SPARE)), 'first', 0),
  };
}

/**
 * One side, from how its words are aligned. `nearest`: which of them stood beside the annotation; `beside`: the index of the word that stands
 * there now.
 */
export function sideOf(
  context: readonly string[],
  { at, fate }: Pick<Alignment, 'at' | 'fate'>,
  nearest: 'first' | 'last',
  beside: number,
): Side {
  const step = nearest === 'first' ? 1 : -1;
  let i = nearest === 'first' ? 0 : context.length - 1;
  let run = 0;
  for (let word = beside; i in context && at[i] === word && (fate[i] === 'same' || fate[i] === 'slip'); i += step, word += step) {
    run += (context[i]?.length ?? 0) + 1;
  }
  return { share: keptShare(fate), words: context.length, run };
}

/** The share of a pattern's words that is still there; a slip counts for most of a word. */
export const keptShare = (fates: readonly string[]): number =>
  fates.length === 0 ? 0 : fates.reduce((sum, fate) => sum + (fate === 'same' ? 1 : fate === 'slip' ? 0.7 : 0), 0) / fates.length;
