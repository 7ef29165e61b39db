import type { Change } from './change';
import { isLineEnd } from './masking';
import type { Span } from './span';

/** A comment of the article's source: what its writers say to each other and to their tools. */
export interface Comment {
  /** With its marks; relative to the article. */
  readonly span: Span;
  /** What stands between the marks. */
  readonly content: Span;
}

const OPEN = '<!--';
const CLOSE = '-->';

/** What a line of plain text says to On Record after "//" or "#"; any other line with these marks is prose. */
const ADDRESS = 'onrecord-';
const ORDER = /onrecord-(?:disable|enable)/y;

/** What there are no comments of plain text without. */
const MARKS = [OPEN, ADDRESS];
const LONGEST_MARK = ADDRESS.length;

/** Whether there may be comments in a plain text; with `change`, in one where none could be before that. */
export function mayHoldComments(text: string, change?: Change): boolean {
  const changed = change ? text.slice(Math.max(0, change.start - LONGEST_MARK), change.after + LONGEST_MARK) : text;
  return MARKS.some((mark) => changed.includes(mark));
}

/** The comments of plain text, in order: those of HTML, and lines that speak to On Record: `// onrecord-…` or `# onrecord-…`. Linear; never throws. */
export const plainComments = (text: string): Comment[] => inOrder([...lineComments(text), ...markedComments(text)]);

function lineComments(text: string): Comment[] {
  const comments: Comment[] = [];
  for (let at = text.indexOf(ADDRESS); at >= 0; ) {
    const start = markBefore(text, at);
    ORDER.lastIndex = at;
    let end = at + ADDRESS.length;
    if (start >= 0 && ORDER.test(text)) {
      while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
      comments.push({ span: [start, end], content: [at, end] });
    }
    at = text.indexOf(ADDRESS, end);
  }
  return comments;
}

/** Where the "//" or "#" stands that nothing but blanks separate from `at`, and from the start of its line; −1 where there is none. */
function markBefore(text: string, at: number): number {
  const before = beforeBlanks(text, at);
  const start = text.charAt(before - 1) === '#' ? before - 1 : text.startsWith('//', before - 2) ? before - 2 : -1;
  if (start < 0) return -1;
  const line = beforeBlanks(text, start);
  return line === 0 || /[\n\r\u2028\u2029]/.test(text.charAt(line - 1)) ? start : -1;
}

function beforeBlanks(text: string, at: number): number {
  let before = at;
  while (before > 0 && (text[before - 1] === ' ' || text[before - 1] === '\t')) before--;
  return before;
}

function markedComments(text: string): Comment[] {
  const comments: Comment[] = [];
  for (let open = text.indexOf(OPEN); open >= 0; ) {
    const close = text.indexOf(CLOSE, open + OPEN.length);
    if (close < 0) break;
    comments.push(commentBetween(open, close));
    open = text.indexOf(OPEN, close + CLOSE.length);
  }
  return comments;
}

const commentBetween = (open: number, close: number): Comment => ({
  span: [open, close + CLOSE.length],
  content: [open + OPEN.length, close],
});

/** Sorted, none within another. */
function inOrder(comments: Comment[]): Comment[] {
  let end = 0;
  return comments
    .sort((a, b) => a.span[0] - b.span[0])
    .filter(({ span }) => {
      if (span[0] < end) return false;
      end = span[1];
      return true;
    });
}

/** What may start or end something, in the order of the text: an opening mark, backticks, a code fence, a line without words. */
const LANDMARK = /<!--|`+|^ {0,3}(?:`{3,}|~{3,})|(?<![^\n])[ \t]*$/gm;

/** The comments of Markdown, in order: those of HTML, outside code. Linear; never throws. */
export function markdownComments(text: string): Comment[] {
  if (!text.includes(OPEN)) return [];
  const comments: Comment[] = [];
  /** The numbers of backticks that nothing closes in this paragraph. */
  let unclosed = new Set<number>();
  const landmark = new RegExp(LANDMARK);
  for (let found = landmark.exec(text); found; found = landmark.exec(text)) {
    const { 0: mark, index } = found;
    const end = index + mark.length;
    if (mark === OPEN) {
      const close = text.indexOf(CLOSE, end);
      if (close < 0) break;
      comments.push(commentBetween(index, close));
      landmark.lastIndex = close + CLOSE.length;
    } else if (mark.trim() === '') {
      unclosed = new Set();
      landmark.lastIndex = end + 1;
    } else if (opensFence(text, index, mark)) {
      landmark.lastIndex = fenceEnd(text, end, mark.trimStart());
    } else if (!unclosed.has(mark.length)) {
      const close = closingBackticks(text, end, mark.length);
      if (close < 0) unclosed.add(mark.length);
      else landmark.lastIndex = close;
    }
  }
  return comments;
}

/** Whether `mark`, at `at`, opens a block of code: it starts its line, and no further backtick stands on that. */
function opensFence(text: string, at: number, mark: string): boolean {
  if (mark.trimStart().length < 3 || (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r')) return false;
  const rest = /[^`\r\n]*/y;
  rest.lastIndex = at + mark.length;
  rest.test(text);
  return mark.endsWith('~') || text[rest.lastIndex] !== '`';
}

/** Where the code ends that a fence opened before `from`: after the line of the same fence, or at the end of the text. */
function fenceEnd(text: string, from: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}${fence[0] === '~' ? '~' : '`'}{${fence.length},}[ \\t]*$`, 'gm');
  closing.lastIndex = from;
  return closing.exec(text) ? closing.lastIndex : text.length;
}

/** Where as many backticks as `length` end, no more and no fewer, within the paragraph; -1 where none do. */
function closingBackticks(text: string, from: number, length: number): number {
  const next = /`+|(?<![^\n])[ \t]*$/gm;
  next.lastIndex = from;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found[0].trim() === '') return -1;
    if (found[0].length === length) return next.lastIndex;
  }
  return -1;
}
