import type { Article } from '../article';
import type { Span } from '../text/span';

/** A part of an article under a subhead. */
export interface Section {
  /** From its subhead to the end of the last block before the next one. */
  readonly span: Span;
  readonly subhead: Span;
}

const known = new WeakMap<Article, readonly Section[]>();

/** The sections of an article, in order and apart. None where it has no subheads; what stands before the first belongs to none. */
export function sectionsOf(article: Article): readonly Section[] {
  const found = known.get(article);
  if (found) return found;
  const { blocks } = article;
  const heads = blocks.flatMap(({ kind }, i) => (kind === 'subhead' ? [i] : []));
  const sections = heads.map((head, h): Section => {
    const subhead = blocks[head]?.span ?? [0, 0];
    const last = blocks[(heads[h + 1] ?? blocks.length) - 1];
    return { span: [subhead[0], last?.span[1] ?? subhead[1]], subhead };
  });
  known.set(article, sections);
  return sections;
}
