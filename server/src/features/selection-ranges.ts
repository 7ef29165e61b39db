import type { SelectionRange } from 'vscode-languageserver-types';
import type { Article } from '../article';
import { contains, firstEndingAfter, hull, type Span, spanLength } from '../text/span';
import type { Lines } from './lines';
import { mentionsOf } from './mention-places';
import { attributionsIn, marksOf, quoteIndexAt } from './said-places';
import { sectionsOf } from './sections';

/**
 * What a selection at `offset` grows by, step by step, each step holding the one before: the word; a name, a mention or a cue; what a quote says, and the quote with its
 * marks; the attribution; the sentence; the paragraph; the section; the article. Only the last where the text is blank.
 */
export function selectionSpans(article: Article, offset: number): Span[] {
  const sections = sectionsOf(article);
  const section = sections[firstEndingAfter(sections, offset - 1)];
  const spans: Span[] = [...inBlock(article, offset), ...(section ? [section.span] : []), [0, article.text.length]];
  const chain: Span[] = [];
  for (const span of spans.filter(([start, end]) => start <= offset && offset <= end).sort((a, b) => spanLength(a) - spanLength(b))) {
    const last = chain.at(-1);
    if (!last || (contains(span, last) && spanLength(span) > spanLength(last))) chain.push(span);
  }
  return chain;
}

function inBlock(article: Article, offset: number): Span[] {
  const { blocks, sentences } = article;
  let index = firstEndingAfter(blocks, offset);
  // The end of a block is still in it, unless the next begins there.
  if ((blocks[index]?.span[0] ?? Number.POSITIVE_INFINITY) > offset && blocks[index - 1]?.span[1] === offset) index--;
  const block = blocks[index];
  if (!block || offset < block.span[0] || offset > block.span[1]) return [];
  const spans: Span[] = [block.span];
  const word = wordAt(block.analysis.tokens, block.span[0], offset);
  if (word) spans.push(word);
  const mention = mentionsOf(article).at(offset);
  if (mention) spans.push(mention.span, ...(mention.name ? [mention.name] : []));
  const quote = article.quotes[quoteIndexAt(article, offset)];
  if (quote) {
    const { open, close } = marksOf(article, quote);
    spans.push(quote.span, [open?.[1] ?? quote.span[0], close?.[0] ?? quote.span[1]]);
  }
  for (const { source, cue, content } of attributionsIn(article, index)) {
    const own = content.filter((span) => contains(block.span, span));
    spans.push(...cue, ...own, ...(source ?? []));
    if (own.length > 0) spans.push(hull([...own, ...cue, ...(source ?? [])]));
  }
  const sentence = firstEndingAfter(sentences, offset);
  for (const near of [sentences[sentence - 1], sentences[sentence]]) if (near) spans.push(near.span);
  return spans.filter(([start, end]) => end > start);
}

/** The word at an offset, or the one that ends there. */
function wordAt(
  { length, start, end }: { length: number; start: Uint32Array; end: Uint32Array },
  block: number,
  offset: number,
): Span | undefined {
  const at = offset - block;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const index = low < length && (start[low] ?? 0) <= at ? low : end[low - 1] === at ? low - 1 : -1;
  return index < 0 ? undefined : [(start[index] ?? 0) + block, (end[index] ?? 0) + block];
}

/** Spans that grow, as the protocol nests them; the smallest comes out. */
export function selectionRange(spans: readonly Span[], lines: Lines): SelectionRange {
  const [last = [0, 0] as Span, ...smaller] = [...spans].reverse();
  return smaller.reduce<SelectionRange>((parent, span) => ({ range: lines.rangeOf(span), parent }), { range: lines.rangeOf(last) });
}
