import type { Article, ArticleQuote, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { firstEndingAfter, type Span, spanLength } from '../text/span';
import { mentionsOf } from './mention-places';
import { voicesOf } from './voices';

/** A part of an attribution at a place. */
export interface SaidPlace {
  readonly attribution: Attribution;
  readonly part: 'source' | 'cue' | 'content';
  readonly span: Span;
}

const byBlocks = new WeakMap<Article, ReadonlyMap<number, readonly Attribution[]>>();

/** The attributions that begin in a block. Linear for the first of an article, constant then. */
export function attributionsIn(article: Article, block: number): readonly Attribution[] {
  let byBlock = byBlocks.get(article);
  if (!byBlock) {
    const lists = new Map<number, Attribution[]>();
    for (const attribution of article.attributions) {
      const list = lists.get(attribution.block);
      if (list) list.push(attribution);
      else lists.set(attribution.block, [attribution]);
    }
    byBlock = lists;
    byBlocks.set(article, byBlock);
  }
  return byBlock.get(block) ?? [];
}

/** The index of the quote that holds `offset`, its marks included; -1 where none does. Logarithmic. */
export function quoteIndexAt({ quotes }: Article, offset: number): number {
  // Right after a closing mark the quote is still at hand; right before an opening one the next is.
  const next = firstEndingAfter(quotes, offset);
  if ((quotes[next]?.span[0] ?? Number.POSITIVE_INFINITY) <= offset) return next;
  return quotes[next - 1]?.span[1] === offset ? next - 1 : -1;
}

/** The innermost part of an attribution at `offset`, among those at least as sure as `minimumConfidence`. Logarithmic, and linear in its block. */
export function saidAt(article: Article, offset: number, minimumConfidence: number): SaidPlace | undefined {
  const block = firstEndingAfter(article.blocks, offset - 1);
  let best: SaidPlace | undefined;
  const look = (attribution: Attribution, part: SaidPlace['part'], spans: readonly Span[]) => {
    for (const span of spans) {
      if (span[0] <= offset && offset <= span[1] && (!best || spanLength(span) <= spanLength(best.span)))
        best = { attribution, part, span };
    }
  };
  for (const attribution of [...attributionsIn(article, block), ...attributionsIn(article, block + 1)]) {
    if (attribution.confidence < minimumConfidence) continue;
    look(attribution, 'content', attribution.content);
    look(attribution, 'source', attribution.source ?? []);
    look(attribution, 'cue', attribution.cue);
  }
  if (best) return best;
  // A speech that goes on began in an earlier block.
  const quote = article.quotes[quoteIndexAt(article, offset)];
  const attribution = quote && voicesOf(article).attribution(quote.attribution);
  return attribution && attribution.confidence >= minimumConfidence ? { attribution, part: 'content', span: quote.span } : undefined;
}

/** The speaker whom a place is about: of the mention there, else of the words said there. */
export function speakerAt(article: Article, offset: number, minimumConfidence: number): Entity | undefined {
  const mention = mentionsOf(article).at(offset);
  return mention?.entity ?? voicesOf(article).entity(saidAt(article, offset, minimumConfidence)?.attribution.speaker ?? null);
}

const speeches = new WeakMap<Article, ReadonlyMap<string, readonly ArticleQuote[]>>();

/** The quotes of a speaker, in order. Linear for the first speaker of an article, constant then. */
export function quotesOf(article: Article, { id }: Entity): readonly ArticleQuote[] {
  let bySpeaker = speeches.get(article);
  if (!bySpeaker) {
    const lists = new Map<string, ArticleQuote[]>();
    const voices = voicesOf(article);
    for (const quote of article.quotes) {
      const speaker = voices.attribution(quote.attribution)?.speaker;
      if (speaker == null || quote.kind === 'scare' || quote.kind === 'title') continue;
      const list = lists.get(speaker);
      if (list) list.push(quote);
      else lists.set(speaker, [quote]);
    }
    bySpeaker = lists;
    speeches.set(article, bySpeaker);
  }
  return bySpeaker.get(id) ?? [];
}

/** The first of the quotes that `quotes[index]` is one speech with: a speech over several paragraphs opens each and closes the last. */
export function speechAround({ quotes }: Pick<Article, 'quotes'>, index: number): readonly ArticleQuote[] {
  let first = index;
  while (quotes[first]?.continues && quotes[first - 1]?.open) first--;
  let last = index;
  while (quotes[last]?.open && quotes[last + 1]?.continues) last++;
  return quotes.slice(first, last + 1);
}

/** Where the marks of a quote stand; null for one that is not there. */
export function marksOf(
  { text }: Pick<Article, 'text'>,
  { span: [start, end], mark, open }: ArticleQuote,
): { open: Span | null; close: Span | null } {
  const opens = text.startsWith(mark, start);
  // `` and '' are marks of two characters.
  const width = mark.length === 2 && text.charAt(end - 1) === text.charAt(end - 2) ? 2 : 1;
  const closes = !open && end - width >= start + (opens ? mark.length : 0);
  return { open: opens ? [start, start + mark.length] : null, close: closes ? [end - width, end] : null };
}
