import type { Suggestion } from './suggestion';
import type { Writing } from './writing';

/** How many are offered at most. */
const MOST = 20;

/**
 * The transcripts and documents beside an article whose names hold what is written, for the address of a link. `files` are paths from the article's own
 * folder, with slashes.
 */
export function sourceFileSuggestions(files: readonly string[], { span, words }: Writing): Suggestion[] {
  const wanted = words.join(' ').toLowerCase();
  return files
    .filter((file) => file.toLowerCase().includes(wanted) && encoded(file) !== words[0])
    .sort()
    .slice(0, MOST)
    .map((file) => ({ text: encoded(file), filter: file, span, detail: file.slice(0, file.lastIndexOf('/') + 1), kind: 'file' }));
}

/** A path as it may stand in a link. */
const encoded = (path: string): string =>
  path.replace(/[\s()<>%]/g, encodeURIComponent).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
