import type { Span } from '../../text/span';
import type { Edit } from '../rule';

/** The words that a person is asked to replace by a reason. */
export const REASON = 'say why';

/** Takes a comment out of the text: with its line where it has one for itself, else with the white space before it. */
export function removal(text: string, [start, end]: Span): Edit {
  // No further than the white space goes: thousands of comments may stand on one line.
  let before = start;
  while (isSpace(text[before - 1])) before--;
  let after = end;
  while (isSpace(text[after])) after++;
  const opens = isLineEnd(text[before - 1]);
  if (opens && isLineEnd(text[after])) {
    const next = afterLineEnd(text, after);
    // A lone "\r" before and a "\n" behind would become one line end.
    const joins = text[before - 1] === '\r' && text[next] === '\n';
    return { span: [before, joins ? after : next], text: '' };
  }
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  return { span: [opens && from === before ? start : from, end], text: '' };
}

/** Whether a unit ends a line; the end of the text does, too. */
const isLineEnd = (unit: string | undefined): boolean => unit === undefined || unit === '\n' || unit === '\r';

/** Whether it is white space within a line. */
const isSpace = (unit: string | undefined): boolean => !isLineEnd(unit) && unit?.trim() === '';

/** Where the line of `at` starts. */
export function startOfLine(text: string, at: number): number {
  let start = at;
  while (!isLineEnd(text[start - 1])) start--;
  return start;
}

/** Where the line of `at` ends, before its line end. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (!isLineEnd(text[end])) end++;
  return end;
}

const afterLineEnd = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);

/** The line end that the text uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
