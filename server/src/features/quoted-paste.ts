import type { Article } from '../article';
import { closingMark } from '../rules/fixes/marks';
import { inSnippet, stop } from '../rules/fixes/snippet';
import { firstEndingAfter } from '../text/span';
import { pathFrom } from './relative-path';

/** Words from somewhere else, to be put into an article as a quote. */
export interface PastedWords {
  readonly words: string;
  /** A web address, or a file and the line of it (from 1) where the words begin; null where nobody knows where they are from. */
  readonly source: { readonly address: string } | { readonly file: string; readonly line: number } | null;
}

/** Whether `value` is such words: it came over the wire and may be anything. */
export function isPastedWords(value: unknown): value is PastedWords {
  if (typeof value !== 'object' || value === null) return false;
  const { words, source } = value as Partial<Record<keyof PastedWords, unknown>>;
  if (typeof words !== 'string') return false;
  if (source === null) return true;
  if (typeof source !== 'object' || source === undefined) return false;
  const { address, file, line } = source as Record<string, unknown>;
  return typeof address === 'string' || (typeof file === 'string' && Number.isSafeInteger(line));
}

/** Opening marks, and what closes them, for words that come with marks of their own. */
const PAIRS: ReadonlySet<string> = new Set(['“”', '‘’', '""', "''", '«»', '„“', '‚‘']);

/**
 * A snippet that puts words into an article as a quote: the words exactly as they are, in the marks that the article uses, with a citation behind; where the
 * source is not known, stops to write it. Null inside quotation marks, and for no words. `uri` is the article's own address, `offset` in UTF-16 units.
 */
export function quotedPaste(article: Article, uri: string, offset: number, { words, source }: PastedWords): string | null {
  const trimmed = words.trim();
  const bare = PAIRS.has(`${trimmed.charAt(0)}${trimmed.at(-1)}`) && trimmed.length > 2 ? trimmed.slice(1, -1) : trimmed;
  if (bare === '' || isInQuote(article, offset)) return null;
  const mark = usualMark(article);
  // A speech over several paragraphs opens in each of them, unless it comes so, and closes in the last.
  const opened = bare.replace(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/g, (gap, at: number) =>
    /["'“‘«‹„‚]/.test(bare.charAt(at + gap.length)) ? gap : gap + mark,
  );
  return `${inSnippet(mark + opened + closingMark(mark))} ${citation(article, uri, source)}$0`;
}

function isInQuote({ quotes }: Article, offset: number): boolean {
  const quote = quotes[firstEndingAfter(quotes, offset)];
  return quote !== undefined && quote.span[0] < offset;
}

/** The opening mark that the article's quotes have most often; “ where it has none. */
function usualMark({ quotes }: Article): string {
  const counts = new Map<string, number>();
  for (const { mark, kind } of quotes) if (kind === 'direct' || kind === 'mixed') counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? '“';
}

function citation({ format }: Article, uri: string, source: PastedWords['source']): string {
  const linked = format === 'markdown';
  const address = source && 'address' in source ? source.address : null;
  if (address !== null && /^https?:\/\/[^\s()<>"]+$/i.test(address)) {
    return inSnippet(linked ? `([${hostOf(address)}](${address}))` : `(${address})`);
  }
  const path = source && 'file' in source ? pathFrom(uri, source.file) : null;
  if (source && 'file' in source && path !== null) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const encoded = path.replace(/[\s%()<>#?\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return inSnippet(linked ? `([${name}:${source.line}](${encoded}#L${source.line}))` : `(${path}:${source.line})`);
  }
  return linked ? `([${stop(1, 'source')}](${stop(2, 'https://')}))` : `(${stop(1, 'source')})`;
}

const hostOf = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[/?#].*$/, '')
    .replace(/[[\]]/g, '');
