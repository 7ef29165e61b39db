import { type Article, analyse, withEvidence } from '../article';
import { kindOf, readDocument } from '../evidence/document';
import { Lookups } from '../evidence/evidence';
import { EvidenceIndex } from '../evidence/evidence-index';
import type { Example } from './rule';
import { soughtIn } from './sought';

/** The article of an example. */
export const articleOf = (example: Example): string => (typeof example === 'string' ? example : example.article);

/** An example with another article in place of its own, beside the same documents. */
export const withArticle = (example: Example, article: string): Example =>
  typeof example === 'string' ? article : { ...example, article };

/** Reads an example, with what its documents say. */
export function readExample(example: Example): Article {
  const article = analyse(articleOf(example));
  return typeof example === 'string' ? article : withSources(article, example.sources);
}

/** An article with what documents say of it, given by their names. */
export function withSources(article: Article, sources: Readonly<Record<string, string>>): Article {
  const index = new EvidenceIndex();
  for (const [name, source] of Object.entries(sources)) {
    index.add(readDocument(`file:///sources/${encodeURIComponent(name)}`, `sources/${name}`, source, kindOf(name) ?? 'text'));
  }
  return withEvidence(article, new Lookups(index).lookUp(soughtIn(article)));
}
