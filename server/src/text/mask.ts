import { findComments } from './comments';
import type { Format } from './format';
import { readMarkdown } from './markdown';

/**
 * What the rest of the analysis reads instead of the source: a string of the same length as `text`, in which markup
 * (and whatever is not prose: code, front matter, comments, link targets) is replaced by spaces, so that every offset
 * into it is an offset into the source. Line ends stay where they are. Plain text is its own mask, but for comments.
 * See readMarkdown for what markup inside a word becomes.
 */
export function mask(text: string, format: Format): string {
  return format === 'plain' ? withoutComments(text) : readMarkdown(text).masked;
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span } of findComments(text, 'plain')) {
    parts.push(text.slice(at, span[0]), text.slice(...span).replace(/[^\r\n]/g, ' '));
    at = span[1];
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
}
