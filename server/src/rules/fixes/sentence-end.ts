import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit } from '../rule';
import { isOpeningMark } from './marks';

const CLOSING = /[”’"'»›“‘)\]]/;

/**
 * The edit that puts `tail` (", Ruiz said") to the end of a sentence: before its full stop; instead of "!" or "?"; and where a closing quotation
 * mark follows the full stop, a comma takes its place on whichever side the article keeps its commas. The words of quotes stay as they are.
 */
export function appendToSentence(article: Article, [start, end]: Span, tail: string, snippet: boolean): Edit {
  const { text } = article;
  let marks = end;
  while (marks > start && CLOSING.test(text.charAt(marks - 1))) marks--;
  const closers = text.slice(marks, end);
  const last = text.charAt(marks - 1);
  const words = tail.replace(/^,\s*/, '');
  const edit = (span: Span, replacement: string): Edit => ({ span, text: replacement, snippet });
  if (closers !== '' && /[.,!?]/.test(last) && !isOpeningMark(closers.charAt(0))) {
    const bracket = /^[)\]]/.test(closers);
    if (last === '!' || last === '?') return edit([end, end], ` ${words}.`);
    if (bracket) return edit([end, end], ` ${words}.`);
    return edit([marks - 1, end], commasInside(article) ? `,${closers} ${words}.` : `${closers}, ${words}.`);
  }
  if (closers !== '') return edit([end, end], `, ${words}`);
  if (last === '.' && !endsInAbbreviation(text, marks)) return edit([marks - 1, marks - 1], `, ${words}`);
  if (last === '!' || last === '…' || last === ';' || last === ':') return edit([marks - 1, marks], `, ${words}.`);
  if (last === '.') return edit([marks, marks], `, ${words}.`);
  return edit([marks, marks], `, ${words}`);
}

/** "the U.S.", "Acme Inc.": the full stop is the word's own. */
function endsInAbbreviation(text: string, end: number): boolean {
  return /(?:\b\p{L}\.\p{L}\.|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|etc|a\.m|p\.m)\.)$/u.test(text.slice(Math.max(0, end - 12), end));
}

/** Whether the article puts a comma before a closing quotation mark, as American papers always and British ones in speech do. */
export function commasInside({ text, quotes }: Article): boolean {
  let inside = 0;
  let outside = 0;
  for (const { span, kind } of quotes) {
    if (kind === 'unclosed') continue;
    if (text.charAt(span[1] - 2) === ',') inside++;
    else if (text.charAt(span[1]) === ',') outside++;
  }
  return inside >= outside;
}
