import { plainCitations } from '../citation-places';
import { plainComments } from '../comments';
import type { ArticleFormat } from '../format';
import { splitParagraphs } from '../paragraphs';

/** Plain text, and On Record's own language: its own mask, but for comments. Paragraphs are told by blank lines and by what lines look like. */
export const plain: ArticleFormat = {
  id: 'plain',
  languages: ['article', 'plaintext'],
  endings: ['.article', '.txt'],
  onlyAsked: false,
  read(text) {
    const masked = withoutComments(text);
    return { masked, paragraphs: splitParagraphs(masked), citations: plainCitations(masked) };
  },
  comments: plainComments,
  top: (text) => (text.charCodeAt(0) === 0xfeff ? 1 : 0),
  link: null,
  noteMark: (number) => `[${number}]`,
  tags: null,
};

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span } of plainComments(text)) {
    parts.push(text.slice(at, span[0]), text.slice(...span).replace(/[^\r\n]/g, ' '));
    at = span[1];
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
}
