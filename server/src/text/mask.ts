import type { Format } from './format';

/**
 * What the rest of the analysis reads instead of the source: a string of the same length as `text`, in which markup
 * (and whatever is not prose: code, front matter, comments, link targets) is replaced by spaces, so that every offset
 * into it is an offset into the source. Line ends stay where they are.
 */
export function mask(text: string, _format: Format): string {
  return text;
}
