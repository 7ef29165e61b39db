import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { opensSentence } from '../sources';
import { inPlaceOfGroup } from './name-one-of';
import { sayWho, sayWhoAtEnd } from './say-who';
import { appendToSentence } from './sentence-end';
import { stop } from './snippet';
import { withoutAdverb } from './without-adverb';

/**
 * The ways to mend words that claim and name nobody: put somebody in their place, or say the thing in one's own name. `span`: "reportedly",
 * "it is believed that", "is thought to", or a group without a name ("critics").
 */
export function nameWeasel(article: Article, span: Span, sentence: Span): Fix[] {
  const words = article.text.slice(...span);
  if (/ly$/i.test(words)) return forAdverb(article, span, sentence);
  if (/^it\b/i.test(words)) return forBelief(article, span, sentence);
  if (/ to$/i.test(words)) return forRaising(article, span, sentence);
  return forGroup(article, span);
}

const inOwnName = (edit: Edit): Fix => ({ title: 'Say it in your own name', edits: [edit], preferred: false, safe: false });

/** "The ferry has reportedly been sold." */
function forAdverb(article: Article, span: Span, sentence: Span): Fix[] {
  const hedge = withoutAdverb(article, span, sentence);
  return hedge ? [...sayWhoAtEnd(article, sentence, hedge), inOwnName(hedge)] : [];
}

/** "It is believed that the ferry has been sold." */
function forBelief(article: Article, span: Span, sentence: Span): Fix[] {
  const { text } = article;
  const that = / that$/i.exec(text.slice(...span))?.[0].length ?? 0;
  const believed: Span = [span[0], span[1] - that];
  const named = sayWho(article, span, (who, cue, snippet) => [{ span: believed, text: `${who} ${cue}`, snippet }], sourceAt(article, span));
  const rest = /^ (?=(\S))/.exec(text.slice(span[1], sentence[1]));
  if (!rest?.[1] || span[0] !== sentence[0]) return named;
  return [...named, inOwnName({ span: [span[0], span[1] + 2], text: rest[1].toUpperCase() })];
}

const sourceAt = (article: Article, [start]: Span): string => (opensSentence(article, start) ? 'Source' : 'source');

const OF_BE: Readonly<Record<string, string>> = { is: 'has', are: 'have', was: 'had', were: 'had' };

/** "The buyer is thought to be a shipping line.", "… is thought to own the quay." */
function forRaising(article: Article, span: Span, sentence: Span): Fix[] {
  const { text } = article;
  const be = /^\w+/.exec(text.slice(...span))?.[0] ?? '';
  const verb = /^ (be|have)(?= )/.exec(text.slice(span[1], sentence[1]))?.[1];
  if (verb === undefined)
    return sayWho(article, span, (who, _cue, snippet) => [appendToSentence(article, sentence, `, according to ${who}`, snippet)]);
  const flat: Edit = { span: [span[0], span[1] + 1 + verb.length], text: verb === 'be' ? be : (OF_BE[be.toLowerCase()] ?? be) };
  return [...sayWhoAtEnd(article, sentence, flat), inOwnName(flat)];
}

/** "Critics say that the sale came too late." */
function forGroup(article: Article, span: Span): Fix[] {
  const { text } = article;
  const one = sayWho(article, span, (who, _cue, snippet) => [inPlaceOfGroup(article, span, who, snippet)], sourceAt(article, span));
  const some: Fix = {
    title: `Name one of them: “${text.slice(...span)} such as …”`,
    edits: [{ span: [span[1], span[1]], text: ` such as ${stop(1, 'name')}`, snippet: true }],
    preferred: false,
    safe: false,
  };
  return [...one, some];
}
