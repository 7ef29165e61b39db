import type { Article, ArticleBlock, BlockAnalysis } from '../article';
import type { Entity } from '../attribution/speakers';
import { remembered } from '../text/remembered';
import { firstNot } from '../text/sorted';
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
export function placed({ blocks }: Article, block: number, { span, name, words, quoted, titled, doubtful, subject }: Name): Reference {
  const start = blocks[block]?.span[0] ?? 0;
  return { span: shift(span, start), name: shift(name, start), words, quoted, titled, doubtful, subject, block };
}

/** A name in its block. */
export interface Standing {
  readonly block: number;
  readonly name: Name;
}

/** The first mention of somebody that is a name, and no pronoun or description, and passes a test. */
export function firstName(article: Article, { mentions }: Entity, test: (name: Name, block: number) => boolean): Standing | undefined {
  for (const mention of mentions) {
    const block = blockAt(article, mention[0]);
    const name = nameAt(article.blocks[block], mention);
    if (name && test(name, block)) return { name, block };
  }
  return undefined;
}

/** Every name of somebody, in the order of blocks and of the names in each. */
export const namesOf = (article: Article, { mentions }: Entity): readonly Standing[] =>
  mentions
    .flatMap((mention) => {
      const block = blockAt(article, mention[0]);
      const of = article.blocks[block];
      const at = indexIn(of, mention);
      const name = of && namesIn(of.analysis)[at];
      return name ? [{ name, block, at }] : [];
    })
    .sort((a, b) => a.block - b.block || a.at - b.at);

/** The name of a block that is a mention. */
const nameAt = (block: ArticleBlock | undefined, mention: Span): Name | undefined =>
  block && namesIn(block.analysis)[indexIn(block, mention)];

/** Its place among the names of the block, which come in order of their starts; −1 where it is none of them. */
function indexIn(block: ArticleBlock | undefined, mention: Span): number {
  if (!block) return -1;
  const names = namesIn(block.analysis);
  const start = mention[0] - block.span[0];
  let at = firstNot(0, names.length, (i) => (names[i]?.span[0] ?? 0) < start);
  while (names[at]?.span[0] === start && names[at]?.span[1] !== mention[1] - block.span[0]) at++;
  return names[at]?.span[0] === start ? at : -1;
}

/** A surname, or whatever stands alone. */
export const isShort = ({ words }: Name): boolean => words.length === 1;
