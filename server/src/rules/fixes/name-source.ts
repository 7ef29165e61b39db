import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Fix } from '../rule';
import { opensSentence } from '../sources';
import { stop } from './snippet';

/** Why there was no name, which goes with the words that it explains: ", who asked not to be named because the talks are not over,". */
const WITHOUT_NAME =
  /^,? (?:who|speaking|talking)\b[^.;:“”"«»‘]{0,60}?\b(?:named|identified|quoted|anonymity|anonymously)\b(?:(?: because| as|, citing| for fear)\b[^.,;:“”"«»‘]{0,100})?,?(?= \p{Ll}|[.])/u;

/** Puts a name and a role where the words of an unnamed source stand, for when it lets itself be named after all, or somebody else says the same. */
export function nameSource(article: Article, [start, end]: Span): Fix {
  const without = WITHOUT_NAME.exec(article.text.slice(end, end + 200))?.[0].length ?? 0;
  const words = opensSentence(article, start) ? 'Name and role' : 'name and role';
  const edit = { span: [start, end + without] as const, text: stop(1, words), snippet: true };
  return { title: 'Name the source', edits: [edit], preferred: false, safe: false };
}
