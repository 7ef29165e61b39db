import { isDigit, isSpace } from './characters';

/** What a line starts with that is no prose: the dot or number of a list item, the ">" of a pull quote. */
export interface LineMarker {
  readonly kind: 'list-item' | 'pull-quote';
  /** Where the prose after the mark starts. */
  readonly prose: number;
}

/** Bullets of lists. A dash counts only with white space after it; an em dash opens speech or a signature, never an item. */
const BULLETS = new Set('-–*+•‣◦▪▫●○■□·∙➤►▶');
const GREATER = 0x3e;
const MOST_DIGITS = 3;

/** The mark that the line `[start, end)` starts with, or null. A mark with nothing after it is none. */
export function markerOf(text: string, start: number, end: number): LineMarker | null {
  const code = text.charCodeAt(start);
  if (code === GREATER) return after(text, start + 1, end, 'pull-quote', false);
  if (BULLETS.has(text.charAt(start))) return after(text, start + 1, end, 'list-item', true);
  if (!isDigit(code)) return null;
  let at = start + 1;
  while (at < start + MOST_DIGITS && isDigit(text.charCodeAt(at))) at++;
  const mark = text.charAt(at);
  return mark === '.' || mark === ')' ? after(text, at + 1, end, 'list-item', true) : null;
}

function after(text: string, from: number, end: number, kind: LineMarker['kind'], spaced: boolean): LineMarker | null {
  let prose = from;
  while (prose < end && isSpace(text.charCodeAt(prose))) prose++;
  return prose >= end || (spaced && prose === from) ? null : { kind, prose };
}
