import { type Article, analyse } from '../../../server/src/article';
import type { Format } from '../../../server/src/text/format';
import type { Span } from '../../../server/src/text/span';

/** An article with a cursor in it and places marked. */
export interface Marked {
  readonly article: Article;
  /** Where `|` stood; the start where there was none. */
  readonly cursor: number;
  /** What stood in brackets, in order. */
  readonly brackets: readonly Span[];
  /** What stood in braces, in order. */
  readonly braces: readonly Span[];
}

/** Reads a text in which `|` is the cursor, `[…]` a place, `{…}` a place of another kind. None of these are in the article. */
export function marked(text: string, format: Format = 'plain'): Marked {
  let plain = '';
  let cursor = 0;
  const open: number[] = [];
  const brackets: Span[] = [];
  const braces: Span[] = [];
  for (const character of text) {
    if (character === '|') cursor = plain.length;
    else if (character === '[' || character === '{') open.push(plain.length);
    else if (character === ']' || character === '}') (character === ']' ? brackets : braces).push([open.pop() ?? 0, plain.length]);
    else plain += character;
  }
  const inOrder = (spans: Span[]) => spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return { article: analyse(plain, { format }), cursor, brackets: inOrder(brackets), braces: inOrder(braces) };
}

/** The words of spans, with the offset of each, so that a failure can be read. */
export const shown = ({ article }: Marked, spans: readonly Span[]): string[] =>
  spans.map((span) => `${span[0]} ${article.text.slice(...span)}`);
