import type { Span } from '../text/span';

/** A way from a footnote's mark to its note, or back. */
export interface FootnoteWay {
  readonly from: Span;
  /** The offset where it leads. */
  readonly to: number;
  readonly says: string;
}

/** "[^1]", "[^a note]", "[1]". */
const MARK = /\[(\^[^\]\s[]{1,60}|\d{1,3})\]/g;

/**
 * From each mark of a footnote to its note, and from each note back to the first mark: "[^1]" and "[^1]: …"; "[1]" and, at the start of a line, "[1] …" or
 * "[1]: …". Marks without a note lead nowhere. Linear.
 */
export function footnotesOf(text: string): FootnoteWay[] {
  const marks: { label: string; span: Span }[] = [];
  const notes = new Map<string, Span>();
  for (const { index, 0: mark, 1: label = '' } of text.matchAll(MARK)) {
    const span: Span = [index, index + mark.length];
    if (isNote(text, span, label) && !notes.has(label)) notes.set(label, span);
    // "[1](address)" is a link.
    else if (text.charAt(span[1]) !== '(') marks.push({ label, span });
  }
  const first = new Map<string, number>();
  for (const { label, span } of marks) if (!first.has(label)) first.set(label, span[0]);
  const there = marks.flatMap(({ label, span }): FootnoteWay[] => {
    const note = notes.get(label);
    return note ? [{ from: span, to: note[0], says: 'Go to the note' }] : [];
  });
  const back = [...notes].flatMap(([label, span]): FootnoteWay[] => {
    const to = first.get(label);
    return to === undefined ? [] : [{ from: span, to, says: 'Go back to the text' }];
  });
  return [...there, ...back].sort((a, b) => a.from[0] - b.from[0]);
}

/** Whether a mark opens its line, and a note follows it. */
function isNote(text: string, [start, end]: Span, label: string): boolean {
  let at = start;
  while (at > 0 && start - at < 4 && text.charAt(at - 1) === ' ') at--;
  if (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) return false;
  return label.startsWith('^') ? text.charAt(end) === ':' : /[: \t]/.test(text.charAt(end) || 'x');
}
