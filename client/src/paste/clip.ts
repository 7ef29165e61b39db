/** What a clipboard holds, as far as it says where its words are from. */
export interface Clip {
  /** Its plain text. */
  readonly text: string;
  /** The same as HTML, where it was copied from a web page. */
  readonly html?: string | undefined;
  /** Where it was copied from, where that was in VS Code: written by ourselves. */
  readonly copied?: string | undefined;
}

/** Words with where they are from; null where nobody knows. */
export interface QuotedWords {
  readonly words: string;
  readonly source: { readonly address: string } | { readonly file: string; readonly line: number } | null;
}

/** What is noted of words that are copied in VS Code. */
export interface CopiedFrom {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly words: string;
}

/** How many words there must be: fewer are hardly a quote. */
const LEAST_WORDS = 3;

/**
 * The words of a clipboard that may be pasted as a quote: those that were copied from a file, from a web page, or with their address behind them
 * (as browsers copy a link to highlighted words). Null for anything else.
 */
export function quotedWords({ text, html, copied }: Clip): QuotedWords | null {
  const whole = unix(text).trim();
  const from = copied === undefined ? null : copiedFrom(copied);
  if (whole.split(/\s+/).length < LEAST_WORDS) return null;
  if (from && unix(from.words).trim() === whole) return { words: whole, source: { file: from.file, line: from.line } };
  const [, words = '', address = ''] = /^([\s\S]*?\S)\s+(https?:\/\/\S+)$/i.exec(whole.length < 20_000 ? whole : '') ?? [];
  if (words.split(/\s+/).length >= LEAST_WORDS) return { words, source: { address } };
  if (html === undefined) return null;
  const page = pageOf(html);
  return { words: whole, source: page === null ? null : { address: page } };
}

const unix = (text: string): string => text.replaceAll('\r\n', '\n');

/** What was noted when the words were copied; null where that is not ours. */
function copiedFrom(noted: string): CopiedFrom | null {
  try {
    const { file, line, words } = JSON.parse(noted) as Partial<Record<keyof CopiedFrom, unknown>>;
    return typeof file === 'string' && typeof line === 'number' && typeof words === 'string' ? { file, line, words } : null;
  } catch {
    return null;
  }
}

/** The page that a piece of HTML was copied from, where it says so: Windows notes it in front, some pages in a quote’s `cite`. */
function pageOf(html: string): string | null {
  const head = html.slice(0, 4000);
  const noted =
    /^SourceURL:(https?:\/\/\S+)/im.exec(head) ?? /<(?:blockquote|q)\s[^>]{0,500}?\bcite\s*=\s*["'](https?:\/\/[^"'\s]+)["']/i.exec(head);
  return noted?.[1] ?? null;
}
