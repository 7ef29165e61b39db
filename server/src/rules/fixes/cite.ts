import type { Article } from '../../article';
import { formatNamed } from '../../text/formats';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { lineEndOf } from '../suppression/comment-text';
import { stop } from './snippet';

/** The ways to cite a source for a sentence: a link, as the format writes one, and a footnote with its text at the end of the article. */
export function citations(article: Article, sentence: Span): Fix[] {
  const link = linkIn(article, sentence);
  const note = footnote(article, sentence, stop(1, 'source'), true);
  return [...(link ? [link] : []), ...(note ? [{ ...note, title: 'Cite a source in a footnote' }] : [])];
}

/** A footnote to a sentence that says `source`; null where the article's format has none. */
export const citing = (article: Article, sentence: Span, source: string): Fix | null => footnote(article, sentence, source, false);

/** A link for the writer to fill in; where the format has none, the source and its address in brackets. */
function linkIn({ text, format }: Article, [start, end]: Span): Fix | null {
  const at = text.charAt(end - 1) === '.' ? end - 1 : end;
  if (at <= start) return null;
  const { link } = formatNamed(format);
  const [title, cited] = link
    ? ['Cite a source with a link', ` (${link(stop(1, 'source'), stop(2, 'https://'))})`]
    : ['Cite a source in brackets', ` (${stop(1, 'source')}, ${stop(2, 'https://')})`];
  return { title, edits: [{ span: [at, at], text: cited, snippet: true }], preferred: false, safe: false };
}

/** A footnote's own text at the start of a line: "[^2]: …", "[2]: …". */
const NOTE = /^\[\^?[^\]\s]{1,40}\]:/;
/** A footnote's number, at its mark or at its text. */
const NUMBER = /\[\^?(\d{1,3})\]/g;

/** A mark with the next free number after the sentence, and the text that it points at after the article's last line. */
function footnote({ text, format }: Article, [, end]: Span, source: string, snippet: boolean): Fix | null {
  const { noteMark } = formatNamed(format);
  if (!noteMark) return null;
  const next = Math.max(0, ...[...text.matchAll(NUMBER)].map(([, number]) => Number(number))) + 1;
  const mark = noteMark(next);
  const last = text.trimEnd();
  const lineEnd = lineEndOf(text);
  const follows = NOTE.test(last.slice(last.lastIndexOf('\n') + 1));
  const note: Edit = {
    span: [last.length, last.length],
    text: `${lineEnd}${follows ? '' : lineEnd}${mark}: ${source}`,
    snippet,
  };
  const edits: Edit[] = last.length === end ? [{ ...note, text: `${mark}${note.text}` }] : [{ span: [end, end], text: mark }, note];
  return { title: 'Cite in a footnote', edits, preferred: false, safe: false };
}
