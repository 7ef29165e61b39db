import type { Article, BlockAnalysis } from '../article';
import type { Entity } from '../attribution/speakers';
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

/** A name among those of a block. */
interface Standing {
  readonly block: number;
  /** Its place in `namesIn`. */
  readonly name: number;
}

/** Which name a mention of somebody is; undefined where it is something else: a pronoun, a description. */
function standingOf(article: Article, [start, end]: Span): Standing | undefined {
  const block = blockAt(article, start);
  const { span, analysis } = article.blocks[block] ?? {};
  if (!span || !analysis) return undefined;
  const name = namesIn(analysis).findIndex((name) => name.span[0] === start - span[0] && name.span[1] === end - span[0]);
  return name < 0 ? undefined : { block, name };
}

function referenceAt(article: Article, { block, name: n }: Standing): Reference | undefined {
  const analysis = article.blocks[block]?.analysis;
  const name = analysis && namesIn(analysis)[n];
  return name && placed(article, block, name);
}

/** The first mention of somebody that is a name and passes a test. */
export function firstReference(article: Article, { mentions }: Entity, test: (reference: Reference) => boolean): Reference | undefined {
  for (const mention of mentions) {
    const standing = standingOf(article, mention);
    const reference = standing && referenceAt(article, standing);
    if (reference && test(reference)) return reference;
  }
  return undefined;
}

/** Every name of somebody, in the order of blocks and of the names in each. */
export const referencesTo = (article: Article, { mentions }: Entity): readonly Reference[] =>
  mentions
    .flatMap((mention) => standingOf(article, mention) ?? [])
    .sort((a, b) => a.block - b.block || a.name - b.name)
    .flatMap((standing) => referenceAt(article, standing) ?? []);

/** A surname, or whatever stands alone. */
export const isShort = ({ words }: Name): boolean => words.length === 1;
