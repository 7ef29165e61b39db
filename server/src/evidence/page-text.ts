import { remembered } from '../text/remembered';
import type { Span } from '../text/span';
import type { EvidenceDocument } from './document';

/** The text of a document with pages as somebody reads it in a text editor: each page under a line that says which it is. */
export interface PageText {
  readonly text: string;
  /** Where in `text` a span of the document's source stands, which lies on one page; one that runs over to the next ends with its page. */
  at(span: Span): Span;
}

/** What stands before the words of a page, from 1. */
const heading = (page: number): string => `${page > 1 ? '\n\n' : ''}— Page ${page} —\n\n`;

/** The pages of a document, one below the other; worked out once a document. `source` has a page break before each page but the first. */
export const pageTextOf = remembered(({ source, pages }: EvidenceDocument): PageText => {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const [p, start] of pages.entries()) {
    const next = pages[p + 1];
    text += heading(p + 1);
    starts.push(text.length);
    text += source.slice(start, next === undefined ? undefined : next - 1).replace(/\s+$/, '');
    ends.push(text.length);
  }
  return {
    text: `${text}\n`,
    at([start, end]) {
      const p = Math.max(
        0,
        pages.findLastIndex((first) => first <= start),
      );
      const [from, last, shown] = [pages[p] ?? 0, ends[p] ?? 0, starts[p] ?? 0];
      const move = (offset: number) => Math.min(last, shown + offset - from);
      return [move(start), Math.max(move(start), move(end))];
    },
  };
});
