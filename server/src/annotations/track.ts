import type { Span } from '../text/span';

/** A replacement in a text: the span `at` of the text before became `text`. */
export interface Replacement {
  readonly at: Span;
  readonly text: string;
}

/** `text` after replacements that come from the last to the first and lie apart, as editors send those of one command. */
export function replacedText(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let end = text.length;
  for (const { at, text: inserted } of replacements) {
    pieces.push(text.slice(at[1], end), inserted);
    end = at[0];
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse().join('');
}

/** `text` after any replacements, made one after the other. */
export function editedText(text: string, replacements: readonly Replacement[]): string {
  let now = text;
  let run: Replacement[] = [];
  for (const replacement of replacements) {
    if (replacement.at[1] > (run.at(-1)?.at[0] ?? Number.POSITIVE_INFINITY)) {
      now = replacedText(now, run);
      run = [];
    }
    run.push(replacement);
  }
  return run.length === 0 ? now : replacedText(now, run);
}

/** Whether a replacement touches a span, be it only at an end. */
export const isTouched = ([start, end]: Span, { at }: Replacement): boolean => at[0] <= end && at[1] >= start;

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
