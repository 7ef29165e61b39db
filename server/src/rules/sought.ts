import type { Article, ArticleQuote, Attribution } from '../article';
import type { Claim } from '../claims/support';
import { keyOf, type Sought } from '../evidence/evidence';
import type { SoughtQuote } from '../evidence/quote-search';
import { firstEndingAfter, hull, type Span, sharedLength, spanLength } from '../text/span';
import { byId } from './numbering';

/** What somebody is quoted as saying in one go: a quote, or the pieces of a sentence that the article interrupts. */
export interface Speech {
  readonly quotes: readonly ArticleQuote[];
  /** From its first mark to its last. */
  readonly span: Span;
  /** The words of each, without marks; relative to the article. */
  readonly words: readonly Span[];
  readonly attribution: Attribution | null;
  readonly sought: SoughtQuote;
  readonly key: string;
}

/** How much of the writer's may stand between the pieces of a quoted sentence, in UTF-16 units. */
const LONGEST_INTERRUPTION = 200;

/** The speeches of an article that can be looked for, in order: no titles, no words held at arm's length. */
export function speechesOf(article: Article): readonly Speech[] {
  const known = remembered.get(article.quotes);
  if (known) return known;
  const attributions = new Map(article.attributions.map((attribution) => [attribution.id, attribution]));
  const groups: ArticleQuote[][] = [];
  for (const quote of article.quotes) {
    if (quote.kind === 'scare' || quote.kind === 'title') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(article, last, quote)) group.push(quote);
    else groups.push([quote]);
  }
  const speeches = groups.map((quotes): Speech => {
    const words = quotes.map((quote) => innerSpan(article, quote));
    const attribution = attributions.get(quotes[0]?.attribution ?? '') ?? null;
    const sought = { parts: words.map((span) => proseAt(article, span)), by: namesOf(article, attribution) };
    return { quotes, span: hull(quotes.map(({ span }) => span)), words, attribution, sought, key: keyOf(sought) };
  });
  remembered.set(article.quotes, speeches);
  return speeches;
}

const remembered = new WeakMap<readonly ArticleQuote[], readonly Speech[]>();

/** Claims of which more than this is quoted are looked up as quotes. */
const MOSTLY = 0.6;

/** The claims of an article that can be looked for, with what they say as it is looked for. */
export const claimsToLookUp = (article: Article): { claim: Claim; text: string }[] =>
  article.claims.flatMap((claim) => {
    const quoted = sharedLength([claim.span], quotesAt(article, claim.span));
    return quoted > MOSTLY * spanLength(claim.span) ? [] : [{ claim, text: proseAt(article, claim.span) }];
  });

/** The quotes that share something with a span; they come in order and apart. */
function quotesAt({ quotes }: Article, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (let q = firstEndingAfter(quotes, start); q < quotes.length; q++) {
    const span = quotes[q]?.span;
    if (!span || span[0] >= end) break;
    spans.push(span);
  }
  return spans;
}

/** Everything of an article that is to be looked up in the documents beside it. */
export const soughtIn = (article: Article): Sought => ({
  quotes: speechesOf(article).map(({ sought }) => sought),
  claims: claimsToLookUp(article).map(({ text }) => text),
});

/** Whether `next` goes on with the sentence that `quote` broke off: “If it stops,” he said, “we starve.” */
function goesOn({ text }: Article, quote: ArticleQuote, next: ArticleQuote): boolean {
  if (quote.attribution === null || quote.attribution !== next.attribution || quote.block !== next.block) return false;
  const between = text.slice(quote.span[1], next.span[0]);
  if (between.length > LONGEST_INTERRUPTION || /[.?!:;]\s*$/.test(between)) return false;
  return !/[.?!…]["”’')\]]*$/.test(text.slice(Math.max(0, quote.span[1] - 4), quote.span[1]));
}

/** A quote without its marks. */
function innerSpan({ text }: Article, { span: [start, end], mark, open }: ArticleQuote): Span {
  const opens = text.startsWith(mark, start) ? mark.length : 0;
  const closes = open ? 0 : mark.length;
  return [start + opens, Math.max(start + opens, end - closes)];
}

/** The text of a span without its markup, of the same length. */
function proseAt({ text, blocks }: Article, [start, end]: Span): string {
  const block = blocks[firstEndingAfter(blocks, start)];
  if (!block || block.span[0] > start || block.span[1] < end) return text.slice(start, end);
  return block.analysis.text.slice(start - block.span[0], end - block.span[0]);
}

/** What an article calls whoever is behind an attribution. */
function namesOf({ entities }: Article, attribution: Attribution | null): string[] {
  const entity = byId(entities, attribution?.speaker);
  return entity ? [entity.name, ...(entity.role === null ? [] : [entity.role])] : [];
}
