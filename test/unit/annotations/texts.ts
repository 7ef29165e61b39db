import type { Selectors } from '../../../server/src/annotations/selectors';
import { selectorsFor } from '../../../server/src/annotations/selectors';
import type { Span } from '../../../server/src/text/span';

/** A text with the words in [[brackets]] annotated. */
export function annotated(marked: string): { readonly text: string; readonly span: Span; readonly selectors: Selectors } {
  const start = marked.indexOf('[[');
  const end = marked.indexOf(']]') - 2;
  if (start < 0 || end < start) throw new Error(`No words are in [[brackets]]: ${marked}`);
  const text = marked.replace('[[', '').replace(']]', '');
  return { text, span: [start, end], selectors: selectorsFor(text, [start, end]) };
}

/** A text with brackets around a span; "orphaned" where there is none. */
export const bracketed = (text: string, span: Span | null): string =>
  span ? `${text.slice(0, span[0])}[[${text.slice(...span)}]]${text.slice(span[1])}` : 'orphaned';
