import type { Span } from '../../text/span';
import type { Edit } from '../rule';

/** The words that a person is asked to replace by a reason. */
export const REASON = 'say why';

/** Takes a comment out of the text: with its line where it has one for itself, else with the white space before it. */
export function removal(text: string, [start, end]: Span): Edit {
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (alone) return { span: [lineStart, afterLineEnd(text, lineEnd)], text: '' };
  let from = start;
  while (from > lineStart && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  return { span: [from > lineStart ? from : start, end], text: '' };
}

/** Where the line of `at` starts. */
export function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Where the line of `at` ends, before its line end. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

const afterLineEnd = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);

/** The line end that the text uses. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
