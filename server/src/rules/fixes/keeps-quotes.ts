import type { Article } from '../../article';
import { firstEndingAfter } from '../../text/span';
import type { Fix } from '../rule';

/** Rules whose fixes give a quote the words that were said, or set its speaker between its sentences; the writer chooses that. */
const MENDS_QUOTES: ReadonlySet<string> = new Set(['quote/altered', 'quote/altered-from-source', 'quote/late-attribution']);

const WORD = /[\p{L}\p{N}]/u;

/** Whether a fix leaves every word between quotation marks alone, a single word's and a title's, too, and puts none between them. */
export function keepsQuotes({ text, quotes }: Article, code: string, { edits }: Fix): boolean {
  if (MENDS_QUOTES.has(code)) return true;
  return edits.every(({ span: [start, end], text: written }) => {
    const adds = WORD.test(written);
    for (let q = firstEndingAfter(quotes, start); q < quotes.length; q++) {
      const quote = quotes[q];
      if (!quote || quote.span[0] >= end) return true;
      if (quote.kind === 'unclosed' || quote.open) continue;
      if (WORD.test(text.slice(Math.max(start, quote.span[0]), Math.min(end, quote.span[1])))) return false;
      if (adds && quote.span[0] < start && end < quote.span[1]) return false;
    }
    return true;
  });
}
