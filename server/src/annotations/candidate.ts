import type { Span } from '../text/span';
import type { Side, Surroundings } from './context';

/** A place in a text that an annotation might mean. */
export interface Candidate extends Surroundings {
  readonly span: Span;
  /** 0…1: how much of the annotation's words stands there; 1 where all do. */
  readonly same: number;
  /** How many of its words are changed beyond a slip, are gone, or were put between. */
  readonly changed: number;
  /** Whether its figures are the same. */
  readonly figures: boolean;
  /** Whether words that stood beside the annotation stand in this place itself: it is a neighbour that reads much like it. */
  readonly neighbour: boolean;
}

/** What an annotation's words are like, as far as it matters for how much has to speak for a place. */
export interface Wanted {
  /** How many words there are. */
  readonly count: number;
  /** Long enough to be found by themselves. */
  readonly telling: boolean;
  /** They stood in the text more than once, so that they alone tell nothing. */
  readonly repeated: boolean;
  /** How far the surroundings have to run on on either side to tell them from their doubles. */
  readonly telltale: { readonly left: number; readonly right: number };
}

/** A side that still stands, all but a little. */
const STANDS = 0.8;
/** Both sides together still tell the place from this share on, if neither has gone. */
const BOTH = 0.6;
const EITHER = 0.4;
/** Fewer words than this are nothing without the very words beside them. */
const FEW = 3;
/** The share of the words that may be others where not both sides speak for a place. */
const FEW_CHANGES = 0.12;

/**
 * Whether a place is surely meant. Words that nothing is changed in, and long enough, speak for themselves; all others need their surroundings,
 * the more so the more has changed.
 */
export function isSure(candidate: Candidate, wanted: Wanted): boolean {
  const { same, changed, figures, neighbour, left, right } = candidate;
  const { count, telling, repeated, telltale } = wanted;
  if (left.words + right.words === 0) return same === 1 && !repeated;
  if (repeated && left.run < telltale.left && right.run < telltale.right) return false;
  const { one, both } = standing(candidate);
  if (count < FEW && !(both && touchesAll(candidate))) return false;
  if (same === 1) return both || one || (telling && !repeated);
  if (neighbour && Math.min(left.share, right.share) < STANDS) return false;
  if (both && same >= 0.6) return true;
  if (repeated || !figures || changed > count * FEW_CHANGES) return false;
  return one ? same >= 0.75 : telling && same >= 0.85;
}

/** Whether one side of a place, or both together, are what they were. */
export function standing({ left, right }: Candidate): { readonly one: boolean; readonly both: boolean } {
  const stands = ({ share, words }: Side): boolean => share >= STANDS && words >= 3;
  const one = stands(left) || stands(right);
  if (left.words === 0 || right.words === 0) return { one, both: one };
  const share = (left.share * left.words + right.share * right.words) / (left.words + right.words);
  return { one, both: share >= BOTH && Math.min(left.share, right.share) >= EITHER };
}

const touchesAll = ({ left, right }: Candidate): boolean => [left, right].every(({ words, run }) => words === 0 || run > 0);

/** How much speaks for a place. */
export const weightOf = ({ same, left, right }: Candidate): number => 2 * same + left.share + right.share;

/** How far the best place has to be ahead of the next: a little where all is as it was, a lot where it is not. */
const AHEAD = 0.4;
const AHEAD_OF_ALL = 0.08;

/** The place that is surely meant: the best, where it is sure by itself and well ahead of any other; null where there is none, or doubt. */
export function surest(candidates: readonly Candidate[], wanted: Wanted): Candidate | null {
  const [best, next] = [...candidates].sort((a, b) => weightOf(b) - weightOf(a));
  if (!best || !isSure(best, wanted)) return null;
  const asItWas =
    best.same === 1 && best.left.share === (best.left.words > 0 ? 1 : 0) && best.right.share === (best.right.words > 0 ? 1 : 0);
  const ahead = next ? weightOf(best) - weightOf(next) : Number.POSITIVE_INFINITY;
  return ahead >= (asItWas ? AHEAD_OF_ALL : AHEAD) ? best : null;
}
