import type { Article, ArticleSentence, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { remembered } from '../text/remembered';
import { firstEndingAfter, hull, type Span } from '../text/span';
import { matcherOf } from './matches';

/** An attribution with the words that name its source and whom they stand for. */
export interface Sourced {
  readonly attribution: Attribution;
  readonly span: Span;
  /** The words of the source as they stand in the article. */
  readonly words: string;
  readonly entity: Entity | undefined;
}

/** The attributions that name a source, in order of the text; worked out once an article. */
export const sourcesOf = remembered((article: Article): readonly Sourced[] => {
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  return article.attributions.flatMap((attribution): Sourced[] => {
    if (!attribution.source || attribution.source.length === 0) return [];
    const span = hull(attribution.source);
    return [{ attribution, span, words: article.text.slice(span[0], span[1]), entity: entities.get(attribution.speaker ?? '') }];
  });
});

const byBlock = remembered((article: Article): ReadonlyMap<number, readonly Sourced[]> => {
  const lists = new Map<number, Sourced[]>();
  for (const sourced of sourcesOf(article)) {
    const list = lists.get(sourced.attribution.block);
    if (list) list.push(sourced);
    else lists.set(sourced.attribution.block, [sourced]);
  }
  return lists;
});

const knownById = new WeakMap<Article, ReadonlyMap<string, Sourced>>();

/** The same by the ids of the attributions. */
export function sourcesById(article: Article): ReadonlyMap<string, Sourced> {
  let byId = knownById.get(article);
  if (!byId) {
    byId = new Map(sourcesOf(article).map((sourced) => [sourced.attribution.id, sourced]));
    knownById.set(article, byId);
  }
  return byId;
}

/** The same by block, for rules that look at a paragraph. */
export const sourcesOfBlock = (article: Article, block: number): readonly Sourced[] => byBlock(article).get(block) ?? [];

const SAYING =
  /\b(?:say(?:s|ing)?|said|t(?:ell|ells|old)|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|believ(?:e|es|ed)|fear(?:s|ed)?|thinks?|thought|insist(?:s|ed)?|contend(?:s|ed)?|warn(?:s|ed|ing)?|complain(?:s|ed)?|predict(?:s|ed)?|estimat(?:e|es|ed)|suggest(?:s|ed)?|accord(?:ing)?|report(?:s|ed)?|not(?:e|es|ed)|add(?:s|ed)?|caution(?:s|ed)?|agree[sd]?|confirm(?:s|ed)?)\b/i;

/** Whether an attribution rests on a plain word of saying or believing. */
export const isSaid = ({ text }: Article, { cue }: Attribution): boolean => cue.some(([start, end]) => SAYING.test(text.slice(start, end)));

/** Whether a paragraph has somebody in it who speaks under a name. */
export const namesSpeaker = (article: Article, block: number): boolean =>
  sourcesOfBlock(article, block).some(({ entity }) => entity?.kind === 'person' && entity.anonymity === 'named');

/** Whether a place lies in somebody's quoted words. Quotes come in order and apart. */
export function isQuoted({ quotes }: Article, place: number): boolean {
  const quote = quotes[firstEndingAfter(quotes, place)];
  return quote !== undefined && quote.span[0] <= place && quote.kind !== 'scare' && quote.kind !== 'title';
}

const PERSON =
  /\b(?:sources?|officials?|persons?|people|m[ae]n|wom[ae]n|insiders?|employees?|aides?|friends?|relatives?|neighbou?rs?|witness(?:es)?|diplomats?|executives?|advis[eo]rs?|operatives?|members?|colleagues?|staff(?:ers)?|associates?|officers?|workers?|someone|somebody)\b/i;

/** Whether the words of a source stand for people whom the article keeps back, rather than for a film, a decree or a country. */
export const isUnnamedPerson = ({ words, entity }: Sourced): boolean =>
  entity?.kind === 'anonymous' && PERSON.test(words) && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(words);

/** The sentence that holds a place. */
export function sentenceAt(article: Article, place: number): Span | null {
  return wholeSentenceAt(article, place)?.span ?? null;
}

/** The sentence that holds a place, with its block. */
export function wholeSentenceAt({ sentences }: Article, place: number): ArticleSentence | null {
  const sentence = sentences[firstEndingAfter(sentences, place)];
  return sentence && sentence.span[0] <= place ? sentence : null;
}

/** A place in the article's own words. */
export interface OwnWords {
  readonly span: Span;
  readonly match: RegExpExecArray;
  readonly block: number;
}

/** Where a pattern stands in the article's own words: in paragraphs and list items, outside quotes. The pattern must be global and linear. */
export function inOwnWords(article: Article, pattern: RegExp): OwnWords[] {
  const matchesIn = matcherOf(pattern);
  const found: OwnWords[] = [];
  for (const [block, { kind, span, analysis }] of article.blocks.entries()) {
    if (kind !== 'paragraph' && kind !== 'list-item') continue;
    for (const match of matchesIn(analysis)) {
      const at = span[0] + match.index;
      if (!isQuoted(article, at)) found.push({ span: [at, at + match[0].length], match, block });
    }
  }
  return found;
}
