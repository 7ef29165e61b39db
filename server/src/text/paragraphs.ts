import { type Change, growth } from './change';
import { isLetter, isUpper } from './characters';
import { type Lines, splitLines, splitLinesAgain } from './lines';
import { type LineMarker, markerOf } from './markers';
import { firstAbove } from './sorted';

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

/** The paragraphs of a plain text, with what it takes to find them again after a change. */
export interface SplitText {
  readonly paragraphs: readonly Paragraph[];
  readonly lines: Lines;
}

/** The paragraphs of a plain text, with what it takes to find them again after a change. */
export interface SplitText {
  readonly paragraphs: readonly Paragraph[];
  readonly lines: Lines;
  /** The index of the first line of each paragraph. */
  readonly first: readonly number[];
  /** The width that it is wrapped to by hand, in columns; 0 where its line ends end paragraphs. */
  readonly width: number;
}

/**
 * Splits plain text into paragraphs. Blank lines part them; where a text has one paragraph a line, so do line ends; where it is wrapped
 * by hand, the lines of a paragraph are joined: there nearly every line is so full that the next line's first word had no room. Linear;
 * with what was found in the text before a change, the same at a lesser cost.
 */
export function splitParagraphs(text: string, earlier?: { readonly split: SplitText; readonly change: Change }): SplitText {
  const again = earlier && splitLinesAgain(text, earlier.split.lines, earlier.change);
  const lines = again?.lines ?? splitLines(text);
  const width = wrapWidth(text, lines);
  const old = earlier?.split.width === width ? { ...earlier.split, by: growth(earlier.change) } : null;
  const tail = old && again ? lines.length - again.tail : lines.length;
  // Whether a line goes on with a paragraph is said by itself and the one before it.
  const from = old && again ? Math.max(0, firstAbove(old.first, again.head - 1) - 1) : 0;
  const paragraphs = old?.paragraphs.slice(0, from) ?? [];
  const first = old?.first.slice(0, from) ?? [];
  let open: { start: number; end: number; kind: LineMarker['kind'] | null } | null = null;
  for (let i = old?.first[from] ?? 0; i < lines.length; i++) {
    const start = lines.start[i] ?? 0;
    const end = lines.end[i] ?? 0;
    const marker = markerOf(text, start, end);
    const quoted = marker?.kind === 'pull-quote' && open?.kind === 'pull-quote' && lines.gap[i] === 0;
    if (open && lines.gap[i] === 0 && (quoted || (!marker && goesOn(text, lines, i, width)))) {
      open.end = end;
      continue;
    }
    if (open) paragraphs.push(open);
    if (old && i >= tail) {
      const before = old.lines.length - lines.length;
      const same = firstAbove(old.first, i + before - 1);
      // Where a paragraph begins that did so before, the rest is what it was.
      if (old.first[same] === i + before) {
        const { by } = old;
        for (const { start, end, kind } of old.paragraphs.slice(same)) paragraphs.push({ start: start + by, end: end + by, kind });
        for (const line of old.first.slice(same)) first.push(line - before);
        return { paragraphs, lines, first, width };
      }
    }
    first.push(i);
    open = { start: marker?.prose ?? start, end, kind: marker?.kind ?? null };
  }
  if (open) paragraphs.push(open);
  return { paragraphs, lines, first, width };
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
