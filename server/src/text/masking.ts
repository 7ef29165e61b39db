import { isLetter, isSpace, isWord } from './characters';
import type { Paragraph } from './paragraphs';

/** Longest markup that may stand inside a word, in UTF-16 units. */
const LONGEST_INNER = 64;
const OPENS = '“‘«‹„([{';

/** Spaces in place of a text, its line ends kept. */
export const blank = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, ' ') : ' '.repeat(text.length));

/**
 * What stands for the markup `[from, to)`: spaces, or soft hyphens where it stands inside a word ("un*thin*kable") or before its "’s". Those join a
 * word and show nothing.
 */
export function filler(text: string, from: number, to: number): string {
  const joins = to - from < LONGEST_INNER && isWord(text.charCodeAt(from - 1)) && (isWord(text.charCodeAt(to)) || isClitic(text, to));
  const markup = text.slice(from, to);
  return joins && !/\s/.test(markup) ? '\u00ad'.repeat(to - from) : blank(markup);
}

const isClitic = (text: string, at: number): boolean => "'’".includes(text.charAt(at) || ' ') && isLetter(text.charCodeAt(at + 1));

/**
 * What stands for `[from, to)`, which means a character: that in its first or last unit (last for an opening quotation mark, which must touch what it
 * opens), the rest filled as markup is.
 */
export function standIn(text: string, from: number, to: number, character: string): string {
  const joins = !isSpace(character.charCodeAt(0)) && (isWord(text.charCodeAt(from - 1)) || isWord(character.charCodeAt(0)));
  const rest = (joins && isWord(text.charCodeAt(to)) ? '\u00ad' : ' ').repeat(Math.max(0, to - from - character.length));
  return OPENS.includes(character) ? rest + character : character + rest;
}

/** A paragraph without the white space around it; none where there is nothing else. */
export function trimmed(masked: string, from: number, to: number, kind: Paragraph['kind']): Paragraph[] {
  let [start, end] = [from, to];
  while (start < end && isSpace(masked.charCodeAt(start))) start++;
  while (end > start && isSpace(masked.charCodeAt(end - 1))) end--;
  return start < end ? [{ start, end, kind }] : [];
}

/** LF or CR: what ends a line in every format, and what stands before it stays apart from what follows. */
export const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;

/** `text` with line feeds for lone carriage returns and Unicode's separators, which end lines here; its length stays. */
export const normaliseLineEnds = (text: string): string =>
  /\r(?!\n)|[\u2028\u2029]/.test(text) ? text.replace(/\r(?!\n)|[\u2028\u2029]/g, '\n') : text;

/** `masked` with the line ends that `source` has. */
export function restoreLineEnds(masked: string, source: string): string {
  if (!/\r(?!\n)|[\u2028\u2029]/.test(source)) return masked;
  return masked.replace(/\n/g, (end, at: number) => (source.charCodeAt(at) === 0x0a ? end : source.charAt(at)));
}
