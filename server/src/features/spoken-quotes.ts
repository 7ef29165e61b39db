import type { Article, ArticleQuote } from '../article';

/**
 * The quotes of an article as a reader counts them, each by its first stretch: a speech over several paragraphs, and one that its cue interrupts, is one.
 * Titles of works and words held at arm's length are none.
 */
export function spokenQuotes({ quotes }: Article): ArticleQuote[] {
  const seen = new Set<string>();
  return quotes.filter(({ kind, attribution }) => {
    if (kind === 'scare' || kind === 'title' || (attribution !== null && seen.has(attribution))) return false;
    if (attribution !== null) seen.add(attribution);
    return true;
  });
}
