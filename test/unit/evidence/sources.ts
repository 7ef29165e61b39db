import { type EvidenceDocument, kindOf, readDocument } from '../../../server/src/evidence/document';
import { EvidenceIndex } from '../../../server/src/evidence/evidence-index';
import { findQuote, type QuoteEvidence } from '../../../server/src/evidence/quote-search';

/** A document of a test, by its name. */
export const documentOf = (name: string, source: string): EvidenceDocument =>
  readDocument(`file:///news/sources/${name}`, `sources/${name}`, source, kindOf(name) ?? 'text');

/** An index of documents, by their names. */
export function indexOf(files: Readonly<Record<string, string>>): EvidenceIndex {
  const index = new EvidenceIndex();
  for (const [name, source] of Object.entries(files)) index.add(documentOf(name, source));
  return index;
}

/** Looks a quote up; `|` parts it. */
export const look = (index: EvidenceIndex, quote: string, ...by: readonly string[]): QuoteEvidence =>
  findQuote(index, { parts: quote.split('|'), by });

/** What a quote is found to be, in a line: `altered 1:“wood” for “timber”`. */
export function found(index: EvidenceIndex, quote: string, ...by: readonly string[]): string {
  const { verdict, changes, allowed } = look(index, quote, ...by);
  const parts = quote.split('|');
  const told = changes.map(({ part, span, words }) => `“${parts[part]?.slice(...span)}” for “${words}”`);
  return [verdict, ...allowed, ...told].join(' ');
}
