import type { Article, ArticleSentence, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { remembered } from '../text/remembered';
import { firstEndingAfter, hull, type Span } from '../text/span';
import { lookFor } from './by-block';
import { byId, firstAttributions } from './numbering';

/** An attribution with the words that name its source and whom they stand for. */
export interface Sourced {
  readonly attribution: Attribution;
  readonly span: Span;
  /** The words of the source as they stand in the article. */
  readonly words: string;
  readonly entity: Entity | undefined;
}

/** An attribution with the words of its source; null where it names none. */
function sourcedOf({ entities, text }: Article, attribution: Attribution | undefined): Sourced | null {
  if (!attribution?.source || attribution.source.length === 0) return null;
  const span = hull(attribution.source);
  return { attribution, span, words: text.slice(span[0], span[1]), entity: byId(entities, attribution.speaker) };
}

/** The same by the id of the attribution. */
export const sourcedById = (article: Article, id: string | null): Sourced | null => sourcedOf(article, byId(article.attributions, id));

/**
 * Finds the attributions that name a source in words that pass a test, in order of the text; of those that come into question, if `isWanted` says which.
 * The test, a pure one, is made once for each block.
 */
export function sourcesWhere(
  test: (words: string) => boolean,
  isWanted: (attribution: Attribution) => boolean = () => true,
): (article: Article) => Sourced[] {
  const passing = lookFor(({ attributions }, text) =>
    attributions.flatMap(({ source }, a) => (source && source.length > 0 && test(text.slice(...hull(source))) ? [a] : [])),
  );
  return (article) => {
    const { blocks, found } = passing(article);
    const first = firstAttributions(article);
    const sources: Sourced[] = [];
    for (let i = 0; i < blocks.length; i++) {
      for (const a of found[i] ?? []) {
        const attribution = article.attributions[(first[blocks[i] ?? 0] ?? 0) + a];
        const sourced = attribution && isWanted(attribution) ? sourcedOf(article, attribution) : null;
        if (sourced) sources.push(sourced);
      }
    }
    return sources;
  };
}

/** The attributions of a block that name a source, for rules that look at a paragraph. */
export function sourcesOfBlock(article: Article, block: number): readonly Sourced[] {
  const first = firstAttributions(article);
  const sources: Sourced[] = [];
  for (let a = first[block] ?? 0; a < (first[block + 1] ?? 0); a++) {
    const sourced = sourcedOf(article, article.attributions[a]);
    if (sourced) sources.push(sourced);
  }
  return sources;
}

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

/** Whether words could stand for people without a name, rather than for a film, a decree or a country. */
export const couldBeUnnamed = (words: string): boolean => PERSON.test(words) && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(words);

/** Whether the words of a source stand for people whom the article keeps back. */
export const isUnnamedPerson = ({ words, entity }: Sourced): boolean => entity?.kind === 'anonymous' && couldBeUnnamed(words);

const mayBeUnnamed = sourcesWhere(couldBeUnnamed);

/** The attributions to people whom the article keeps back; worked out once an article. */
export const unnamedPeople = remembered((article: Article): readonly Sourced[] =>
  mayBeUnnamed(article).filter(({ entity }) => entity?.kind === 'anonymous'),
);

/** The sentence that holds a place. */
export function sentenceAt(article: Article, place: number): Span | null {
  return wholeSentenceAt(article, place)?.span ?? null;
}

/** The sentence that holds a place, with its block. */
export function wholeSentenceAt({ sentences }: Article, place: number): ArticleSentence | null {
  const sentence = sentences[firstEndingAfter(sentences, place)];
  return sentence && sentence.span[0] <= place ? sentence : null;
}

/** Whether a sentence begins at `place`. */
export const opensSentence = ({ sentences }: Article, place: number): boolean =>
  sentences[firstEndingAfter(sentences, place)]?.span[0] === place;

/** A place in the article's own words. */
export interface OwnWords {
  readonly span: Span;
  readonly match: RegExpExecArray;
  readonly block: number;
}

/** Finds a pattern in an article's own words: in paragraphs and list items, outside quotes. The pattern must be global and linear. */
export function inOwnWords(pattern: RegExp): (article: Article) => OwnWords[] {
  const matches = lookFor(({ kind, text }) => (kind === 'paragraph' || kind === 'list-item' ? [...text.matchAll(pattern)] : []));
  return (article) => {
    const { blocks, found } = matches(article);
    return blocks.flatMap((block, i) => {
      const start = article.blocks[block]?.span[0] ?? 0;
      return (found[i] ?? []).flatMap((match): OwnWords[] => {
        const at = start + match.index;
        return isQuoted(article, at) ? [] : [{ span: [at, at + match[0].length], match, block }];
      });
    });
  };
}
