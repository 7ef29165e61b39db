import type { Article, BlockAnalysis } from '../article';
import { remembered } from '../text/remembered';
import { type Span, shift } from '../text/span';
import { blockAt } from './numbering';

/** A place where a block calls somebody by name; relative to the block. */
export interface Name {
  /** With title and role. */
  readonly span: Span;
  /** The name alone. */
  readonly name: Span;
  /** The words of the name in lower case, without titles. */
  readonly words: readonly string[];
  readonly quoted: boolean;
  readonly titled: boolean;
  readonly doubtful: boolean;
  /** Does or says something in its sentence. */
  readonly subject: boolean;
}

/** The same in its place in the article; its spans are relative to that. */
export interface Reference extends Name {
  readonly block: number;
}

/** Every name of a block that could be a person's, in order. */
export const namesIn = remembered(({ mentions }: BlockAnalysis): readonly Name[] =>
  mentions.flatMap(({ form, kind, span, name, words, quoted, titled, doubtful, subject, owner }) => {
    if (form !== 'name' || name === null || words.length === 0 || (kind !== null && kind !== 'person')) return [];
    return [{ span, name, words, quoted, titled, doubtful, subject: subject && !owner }];
  }),
);

/** A name of a block in its place in the article. */
export function placed({ blocks }: Article, block: number, name: Name): Reference {
  const start = blocks[block]?.span[0] ?? 0;
  return { ...name, span: shift(name.span, start), name: shift(name.name, start), block };
}

/** The name that is a mention of somebody; undefined where that is something else: a pronoun, a description. */
export function referenceAt(article: Article, [start, end]: Span): Reference | undefined {
  const block = blockAt(article, start);
  const of = article.blocks[block];
  if (!of) return undefined;
  const name = namesIn(of.analysis).find(({ span }) => span[0] === start - of.span[0] && span[1] === end - of.span[0]);
  return name && placed(article, block, name);
}

/** A surname, or whatever stands alone. */
export const isShort = ({ words }: Name): boolean => words.length === 1;
