import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { opensSentence } from '../sources';
import { stop } from './snippet';

const PLURAL_VERB = /^ (say|argue|believe|fear|claim|think|insist|contend|warn|complain|predict|suggest|report|note|add|agree)\b/;

/** Puts somebody in the place of a group that speaks: "Critics say" becomes "Hale says". `snippet` where `who` holds a stop. */
export function inPlaceOfGroup({ text }: Article, [start, end]: Span, who: string, snippet: boolean): Edit {
  const verb = PLURAL_VERB.exec(text.slice(end, end + 16))?.[1];
  return verb ? { span: [start, end + 1 + verb.length], text: `${who} ${verb}s`, snippet } : { span: [start, end], text: who, snippet };
}

/** Lets one of a group without a name speak by name. */
export const nameOneOf = (article: Article, group: Span): Fix => ({
  title: 'Name one of them',
  edits: [inPlaceOfGroup(article, group, stop(1, opensSentence(article, group[0]) ? 'Name and role' : 'name and role'), true)],
  preferred: false,
  safe: false,
});
