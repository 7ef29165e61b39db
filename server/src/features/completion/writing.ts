import type { Article, ArticleQuote } from '../../article';
import { firstEndingAfter, type Span } from '../../text/span';

/**
 * What somebody is writing at a place, as far as it can be finished for them. *name*: one or more words with capitals; *verb*: what follows a quote
 * whose sentence goes on; *citation*: the address of a link. Nothing is finished inside quotation marks: there the words are somebody else's.
 */
export interface Writing {
  readonly kind: 'name' | 'verb' | 'citation';
  /** What has been written of it so far, up to the place. */
  readonly span: Span;
  /** Where the word that the place is in ends. */
  readonly end: number;
  /** Its words so far. */
  readonly words: readonly string[];
  /** Its last word opens a sentence: nearly any word has a capital there. */
  readonly opens: boolean;
  /** The quote before it ends in a question. */
  readonly asks: boolean;
}

/** How far back of the place is looked, in UTF-16 units. */
const REACH = 120;
/** As many words as a name that is being written may have so far. */
const NAME = /(?:^|[^\p{L}\p{M}\p{N}’'-])(\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*){0,3})$/u;
const VERB = /[ \u00a0](\p{Ll}{0,16})$/u;
const CITATION = /\]\(([^()\s]*)$|^\[\^[^\]\s]{1,40}\]:[ \t]+(\S*)$/;
const WORD = /^[\p{L}\p{M}\p{N}’'-]*/u;

/** What is being written at `offset` (UTF-16 units); null where nothing is that can be finished. Looks at its line alone. */
export function writingAt(article: Article, offset: number): Writing | null {
  const { text } = article;
  const [before = ''] = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - REACH), offset)) ?? [];
  const end = offset + (WORD.exec(text.slice(offset, offset + REACH))?.[0].length ?? 0);
  const citation = CITATION.exec(before);
  if (citation) return citing(citation[1] ?? citation[2] ?? '', offset, text);
  if (isQuoted(article, offset)) return null;
  const name = NAME.exec(before)?.[1];
  if (name !== undefined) {
    const start = offset - name.length;
    if (!isProse(article, start, offset)) return null;
    const words = name.split(' ');
    const opens = words.length === 1 && /(?:^|[.!?:…”’"“‘«»([—–-])\s*$/.test(before.slice(0, -name.length));
    return { kind: 'name', span: [start, offset], end, words, opens, asks: false };
  }
  const verb = VERB.exec(before)?.[1];
  const quote = verb === undefined || end > offset ? undefined : quoteBefore(article, offset - verb.length - 1);
  if (verb === undefined || !quote) return null;
  return {
    kind: 'verb',
    span: [offset - verb.length, offset],
    end,
    words: [verb],
    opens: false,
    asks: text.charAt(quote.span[1] - 2) === '?',
  };
}

function citing(written: string, offset: number, text: string): Writing {
  // Up to the bracket that closes it; where none does, what follows is not the link's.
  const rest = /^[^()\s"“”‘’«»<>]*(?=\))/.exec(text.slice(offset, offset + REACH))?.[0].length ?? 0;
  return { kind: 'citation', span: [offset - written.length, offset], end: offset + rest, words: [written], opens: false, asks: false };
}

/** Whether a place lies inside quotation marks; the end of a quote that is still open does. */
function isQuoted({ quotes }: Article, offset: number): boolean {
  const quote = quotes[firstEndingAfter(quotes, offset - 1)];
  return quote !== undefined && quote.span[0] < offset && (offset < quote.span[1] || quote.open);
}

/** Whether what is written there is read as prose, and is no code, comment or address. */
function isProse({ text, blocks }: Article, start: number, end: number): boolean {
  const block = blocks[firstEndingAfter(blocks, start)];
  if (!block || block.span[0] > start || block.kind === 'credit') return false;
  const offset = block.span[0];
  return block.analysis.text.slice(start - offset, end - offset) === text.slice(start, end);
}

/** The quote that ends right before `place` and whose sentence goes on: in a comma on either side of its mark, a question or an exclamation. */
function quoteBefore({ text, quotes }: Article, place: number): ArticleQuote | undefined {
  const outside = text.charAt(place - 1) === ',';
  const quote = quotes[firstEndingAfter(quotes, place - (outside ? 2 : 1))];
  if (!quote || quote.open || quote.span[1] !== place - (outside ? 1 : 0) || quote.kind === 'scare' || quote.kind === 'title')
    return undefined;
  return outside || /[,?!]/.test(text.charAt(quote.span[1] - 2)) ? quote : undefined;
}
