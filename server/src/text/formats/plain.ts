import { changeBetween } from '../change';
import { plainCitations, plainCitationsAgain } from '../citation-places';
import { mayHoldComments, plainComments } from '../comments';
import type { ArticleFormat, EarlierReading, Reading } from '../format';
import { type SplitText, splitParagraphs } from '../paragraphs';

/** What it takes to read a text again after a change. */
interface Made {
  readonly split: SplitText;
  readonly comments: boolean;
}
const made = new WeakMap<Reading, Made>();

/** Plain text, and On Record's own language: its own mask, but for comments. Paragraphs are told by blank lines and by what lines look like. */
export const plain: ArticleFormat = {
  id: 'plain',
  languages: ['article', 'plaintext'],
  endings: ['.article', '.txt'],
  onlyAsked: false,
  read,
  comments: plainComments,
  top: (text) => (text.charCodeAt(0) === 0xfeff ? 1 : 0),
  link: null,
  noteMark: (number) => `[${number}]`,
  tags: null,
};

function read(text: string, earlier?: EarlierReading): Reading {
  const old = earlier && made.get(earlier.reading);
  if (!earlier || !old) {
    const comments = mayHoldComments(text);
    const masked = comments ? withoutComments(text) : text;
    return remember(masked, splitParagraphs(masked), plainCitations(masked), comments);
  }
  const { reading } = earlier;
  let change = changeBetween(earlier.text, text);
  const comments = mayHoldComments(text, old.comments ? undefined : change);
  const masked = comments ? withoutComments(text) : text;
  if (comments || old.comments) change = changeBetween(reading.masked, masked);
  return remember(
    masked,
    splitParagraphs(masked, { split: old.split, change }),
    plainCitationsAgain(masked, reading.citations, change),
    comments,
  );
}

function remember(masked: string, split: SplitText, citations: readonly number[], comments: boolean): Reading {
  const reading: Reading = { masked, paragraphs: split.paragraphs, citations };
  made.set(reading, { split, comments });
  return reading;
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span } of plainComments(text)) {
    parts.push(text.slice(at, span[0]), text.slice(...span).replace(/[^\r\n]/g, ' '));
    at = span[1];
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
}
