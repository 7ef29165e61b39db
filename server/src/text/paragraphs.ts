import { isLetter, isUpper } from './characters';
import { type Lines, splitLines } from './lines';
import { type LineMarker, markerOf } from './markers';

/** A stretch of prose as the layout shows it: one line, or several that belong together. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** What its marks say that it is; null where only its words can tell. */
  readonly kind: 'headline' | 'list-item' | 'pull-quote' | 'caption' | null;
}

/** Texts wrapped by hand keep their lines between these widths, in columns. */
const NARROWEST = 40;
const WIDEST = 110;
/** How many boundaries inside paragraphs it takes to call a text wrapped by hand. */
const ENOUGH_BOUNDARIES = 3;

/**
 * Splits plain text into paragraphs. Blank lines part them; where a text has one paragraph a line, so do line ends; where it is wrapped
 * by hand, the lines of a paragraph are joined: there nearly every line is so full that the next line's first word had no room. Linear.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = splitLines(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number; kind: LineMarker['kind'] | null } | null = null;
  for (let i = 0; i < lines.length; i++) {
    const start = lines.start[i] ?? 0;
    const end = lines.end[i] ?? 0;
    const marker = markerOf(text, start, end);
    const quoted = marker?.kind === 'pull-quote' && open?.kind === 'pull-quote' && lines.gap[i] === 0;
    if (open && lines.gap[i] === 0 && (quoted || (!marker && goesOn(text, lines, i, width)))) {
      open.end = end;
      continue;
    }
    if (open) paragraphs.push(open);
    open = { start: marker?.prose ?? start, end, kind: marker?.kind ?? null };
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

/** The width that a text is wrapped to by hand, in columns; 0 where its line ends end paragraphs. */
function wrapWidth(text: string, lines: Lines): number {
  let width = 0;
  let long = 0;
  for (let i = 0; i < lines.length; i++) {
    const columns = columnsOf(lines, i);
    if (columns > WIDEST) long++;
    else if (columns > width) width = columns;
  }
  if (width < NARROWEST || long * 10 > lines.length) return 0;
  let boundaries = 0;
  let full = 0;
  let inside = 0;
  for (let i = 1; i < lines.length; i++) {
    if (lines.gap[i] !== 0 || markerOf(text, lines.start[i] ?? 0, lines.end[i] ?? 0)) continue;
    boundaries++;
    if (isFull(text, lines, i, width)) full++;
    if (startsSmall(text, lines.start[i] ?? 0) && !endsSentence(text, lines.end[i - 1] ?? 0)) inside++;
  }
  return boundaries >= ENOUGH_BOUNDARIES && full * 10 >= boundaries * 6 && inside * 10 >= boundaries * 3 ? width : 0;
}

const columnsOf = (lines: Lines, i: number): number => (lines.end[i] ?? 0) - (lines.start[i] ?? 0) + (lines.indent[i] ?? 0);

/** Whether line `i - 1` had no room for the first word of line `i`; eight columns of grace, as people wrap by eye. */
function isFull(text: string, lines: Lines, i: number, width: number): boolean {
  const start = lines.start[i] ?? 0;
  const end = Math.min(lines.end[i] ?? 0, start + 24);
  let word = start;
  while (word < end && text.charCodeAt(word) !== 0x20) word++;
  return columnsOf(lines, i - 1) + 1 + (word - start) > width - 8;
}

/** Whether line `i` goes on with the paragraph of the line before it. */
function goesOn(text: string, lines: Lines, i: number, width: number): boolean {
  const start = lines.start[i] ?? 0;
  const before = lines.end[i - 1] ?? 0;
  if (startsSmall(text, start) && !endsSentence(text, before)) return true;
  if (width === 0 || columnsOf(lines, i) > WIDEST || columnsOf(lines, i - 1) > WIDEST) return false;
  // An indented first line opens a paragraph; a hanging item's lines are all indented.
  if ((lines.indent[i] ?? 0) > (lines.indent[i - 1] ?? 0) && endsSentence(text, before)) return false;
  return isFull(text, lines, i, width) || !endsSentence(text, before);
}

const startsSmall = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 0x80
    ? code >= 0x61 && code <= 0x7a
    : isLetter(code) && !isUpper(code) && isUpper(text.charAt(at).toUpperCase().charCodeAt(0));
};

/** Whether the last unit before `end` is what sentences and their quotations end in. */
const endsSentence = (text: string, end: number): boolean => '.!?:;…"”’»)]'.includes(text.charAt(end - 1));
