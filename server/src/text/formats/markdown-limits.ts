import { isDigit } from '../characters';

/**
 * The parser of Markdown pairs emphasis and brackets by looking back over all of a paragraph's marks, and opens a container for each mark that a
 * line starts with: both cost the square of their number. No article comes near these limits.
 */
const MOST_MARKS = 256;
const DEEPEST = 24;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

/** The longest run of spaces within a line that stays: the parser looks from each space for the end of its run. */
const LONGEST_RUN = 64;
const LONG_RUN = new RegExp(`(?<=\\S) {${LONGEST_RUN},}`, 'g');

/** Turns marks beyond what an article can mean into spaces, and endless spaces into tabs, so that parsing stays linear; usually `text` itself. */
export const limitMarkup = (text: string): string => limitRuns(limitMarks(text));

/** Two spaces at the end of a line break it, so the last two of a run stay. */
const limitRuns = (text: string): string =>
  text.includes(' '.repeat(LONGEST_RUN)) ? text.replace(LONG_RUN, (run) => `${'\t'.repeat(run.length - 2)}  `) : text;

function limitMarks(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  let paragraph = 0;
  let marks = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const nest = nesting(text, at, end);
    if (nest.depth > 0 || nest.prose >= end) {
      // A new container or a blank line: the paragraph before it is over.
      if (marks > MOST_MARKS) done = without(text, pieces, done, paragraph, at);
      paragraph = at;
      marks = 0;
    }
    if (nest.depth > DEEPEST) {
      pieces.push(text.slice(done, at), ' '.repeat(nest.prose - at));
      done = nest.prose;
      paragraph = nest.prose;
    }
    for (let i = nest.prose; i < end; i++) if (isMark(text.charCodeAt(i))) marks++;
    at = end + 1;
  }
  if (marks > MOST_MARKS) done = without(text, pieces, done, paragraph, text.length);
  return done === 0 ? text : pieces.join('') + text.slice(done);
}

/** Copies `[done, end)` with the marks of `[from, end)` blanked. */
function without(text: string, pieces: string[], done: number, from: number, end: number): number {
  const start = Math.max(done, from);
  pieces.push(text.slice(done, start), text.slice(start, end).replace(/[*_~[\]]/g, ' '));
  return end;
}

/** * _ ~ [ ] */
const isMark = (code: number): boolean => code === 0x2a || code === 0x5f || code === 0x7e || code === 0x5b || code === 0x5d;

/** How many containers (quotes, lists) the line `[start, end)` opens or goes on with, and where what they hold starts. */
function nesting(text: string, start: number, end: number): { depth: number; prose: number } {
  let depth = 0;
  let at = start;
  for (;;) {
    let code = text.charCodeAt(at);
    while (at < end && (code === SPACE || code === TAB || code === 0x0d)) code = text.charCodeAt(++at);
    if (at >= end) return { depth, prose: end };
    let after = at;
    if (code === 0x3e || code === 0x23) after = at + 1;
    else if (code === 0x2d || code === 0x2a || code === 0x2b) after = at + 1;
    else if (isDigit(code)) {
      while (after < end && after - at < 10 && isDigit(text.charCodeAt(after))) after++;
      const mark = text.charCodeAt(after);
      if (mark !== 0x2e && mark !== 0x29) return { depth, prose: at };
      after++;
    } else return { depth, prose: at };
    const follows = text.charCodeAt(after);
    if (code !== 0x3e && after < end && follows !== SPACE && follows !== TAB && follows !== LINE_FEED) return { depth, prose: at };
    depth++;
    at = after;
  }
}
