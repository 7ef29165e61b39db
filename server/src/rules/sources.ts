import type { Article, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { hull, type Span } from '../text/span';

/** An attribution with the words that name its source and whom they stand for. */
export interface Sourced {
  readonly attribution: Attribution;
  readonly span: Span;
  /** The words of the source as they stand in the article. */
  readonly words: string;
  readonly entity: Entity | undefined;
}

const known = new WeakMap<Article, readonly Sourced[]>();

/** The attributions that name a source, in order of the text; worked out once an article. */
export function sourcesOf(article: Article): readonly Sourced[] {
  const found = known.get(article);
  if (found) return found;
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const sources = article.attributions.flatMap((attribution): Sourced[] => {
    if (!attribution.source || attribution.source.length === 0) return [];
    const span = hull(attribution.source);
    return [{ attribution, span, words: article.text.slice(span[0], span[1]), entity: entities.get(attribution.speaker ?? '') }];
  });
  known.set(article, sources);
  return sources;
}

/** Whether a place lies in somebody's quoted words. Quotes come in order and apart. */
export function isQuoted({ quotes }: Article, place: number): boolean {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.span[1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const quote = quotes[low];
  return quote !== undefined && quote.span[0] <= place && quote.kind !== 'scare' && quote.kind !== 'title';
}

/** The sentence that holds a place. */
export function sentenceAt({ sentences }: Article, place: number): Span | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.span[1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const span = sentences[low]?.span;
  return span && span[0] <= place ? span : null;
}

/** Where a pattern stands in the article's own words: in paragraphs and list items, outside quotes. The pattern must be global and linear. */
export function inOwnWords(article: Article, pattern: RegExp): { readonly span: Span; readonly match: RegExpMatchArray }[] {
  return article.blocks.flatMap(({ kind, span: [start], analysis }) =>
    kind !== 'paragraph' && kind !== 'list-item'
      ? []
      : [...analysis.text.matchAll(pattern)].flatMap((match) => {
          const at = start + match.index;
          return isQuoted(article, at) ? [] : [{ span: [at, at + match[0].length] as const, match }];
        }),
  );
}
