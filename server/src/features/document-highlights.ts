import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Article } from '../article';
import { contains, type Span } from '../text/span';
import type { Lines } from './lines';
import { mentionsOf } from './mention-places';
import { marksOf, quoteIndexAt, speechAround } from './said-places';

/** A place to light up. *write*: where a speaker is introduced; *read*: where they are mentioned; *mark*: a quotation mark. */
export interface Highlight {
  readonly span: Span;
  readonly kind: 'read' | 'write' | 'mark';
}

/**
 * What belongs together with the words at `offset`: all mentions of the speaker mentioned there, the fullest naming as the one that is written;
 * on a quotation mark, all marks of that quote, also of one that goes on over several paragraphs. Empty elsewhere.
 */
export function highlights(article: Article, offset: number): Highlight[] {
  const mentions = mentionsOf(article);
  const here = mentions.at(offset);
  if (!here) return marksAt(article, offset).map((span) => ({ span, kind: 'mark' }));
  const naming = mentions.naming(here.entity);
  return mentions.of(here.entity).map((place) => ({ span: place.span, kind: place === naming ? 'write' : 'read' }));
}

function marksAt(article: Article, offset: number): Span[] {
  const index = quoteIndexAt(article, offset);
  const quote = article.quotes[index];
  if (!quote) return [];
  const own = marksOf(article, quote);
  if (![own.open, own.close].some((mark) => mark && contains(mark, [offset, offset]))) return [];
  return speechAround(article, index).flatMap((part) => {
    const { open, close } = marksOf(article, part);
    return [...(open ? [open] : []), ...(close ? [close] : [])];
  });
}

const KINDS: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
  mark: DocumentHighlightKind.Text,
};

/** As the protocol has them. */
export const documentHighlights = (found: readonly Highlight[], lines: Lines): DocumentHighlight[] =>
  found.map(({ span, kind }) => ({ range: lines.rangeOf(span), kind: KINDS[kind] }));
