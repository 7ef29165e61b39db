import type { Span } from '../text/span';

/** A replacement in a text: the span `at` of the text before became `text`. */
export interface Replacement {
  readonly at: Span;
  readonly text: string;
}

const LETTER_FIRST = /^[\p{L}\p{N}\p{M}’'-]+/u;
const LETTER_LAST = /[\p{L}\p{N}\p{M}’'-]+$/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Where a span of `before` lies after a replacement; null where the replacement took in all of it, so that nobody can tell. What is typed
 * right before or behind the span stays outside, but for letters that mend its first or its last word.
 */
export function moved([start, end]: Span, { at: [from, to], text }: Replacement, before: string): Span | null {
  const by = text.length - (to - from);
  if (to < start) return [start + by, end + by];
  if (from > end) return [start, end];
  if (from <= start && to >= end && to > from) return null;
  if (from === to && from === end)
    return [start, end + (joins(before[end - 1], before[end]) ? (LETTER_FIRST.exec(text)?.[0].length ?? 0) : 0)];
  if (from === to && from === start) {
    const mending = joins(before[start], before[start - 1]) ? (LETTER_LAST.exec(text)?.[0].length ?? 0) : 0;
    return [start + by - mending, end + by];
  }
  // The head goes, the tail goes, or something inside changes.
  if (from < start || (from === start && to === start)) return [from + text.length, end + by];
  if (to > end) return [start, from];
  return [start, end + by];
}

/** Whether a letter put between these would belong to the first's word: it is a letter, and the word ends here. */
const joins = (own: string | undefined, next: string | undefined): boolean => LETTER.test(own ?? '') && !LETTER.test(next ?? '');
