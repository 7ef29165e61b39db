import type { Article, ArticleQuote } from '../../article';
import { findQuotes } from '../../attribution/quotes';
import type { Span } from '../../text/span';
import { tokenize } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { closingMark } from './marks';

interface Place {
  readonly at: number;
  readonly where: string;
}

/** The ways to close an open quote: where its speech most likely ends, else at the end of its sentence or of its paragraph. */
export function closeQuote(article: Article, span: Span): Fix[] {
  const quote = article.quotes.find((candidate) => candidate.span[0] === span[0] && candidate.open);
  if (!quote) return [];
  const mark = closingMark(quote.mark);
  const places = placesFor(article, quote).filter(
    ({ at }, i, all) => at > span[0] + quote.mark.length && all.findIndex((other) => other.at === at) === i,
  );
  return places
    .map(({ at, where }) => ({ title: `Close the quote ${where}`, edit: insertion(article, at, mark) }))
    .filter(({ edit }) => closes(article, quote, edit))
    .map(({ title, edit }, i) => ({ title, edits: [edit], preferred: i === 0, safe: false }));
}

/** Whether the quote is closed once an edit is made: where marks of several kinds stand crosswise, one more may only add to it. */
function closes({ blocks }: Article, { block, span }: ArticleQuote, { span: [at], text }: Edit): boolean {
  const { kind, span: [start] = [0], analysis } = blocks[block] ?? {};
  if (kind === undefined || !analysis) return false;
  const mended = analysis.text.slice(0, at - start) + text + analysis.text.slice(at - start);
  const { quotes } = findQuotes(tokenize(mended), kind, analysis.carried);
  return quotes.some((quote) => quote.span[0] === span[0] - start && !quote.open);
}

/** Puts the mark after the comma or full stop that ends the speech; where there is neither, after the word. */
const insertion = ({ text }: Article, at: number, mark: string): Edit => {
  let place = at;
  while (place > 0 && /\s/.test(text.charAt(place - 1))) place--;
  return { span: [place, place], text: mark };
};

function placesFor(article: Article, { span, block, mark }: ArticleQuote): Place[] {
  const { text, blocks, quotes } = article;
  const blockEnd = blocks[block]?.span[1] ?? span[1];
  const next = quotes.find(({ span: other }) => other[0] > span[0]);
  const limit = Math.min(blockEnd, next && next.block === block ? next.span[0] : blockEnd);
  const sentence = article.sentences.find((candidate) => candidate.span[1] > span[0] + mark.length && candidate.block === block);
  const likeliest = Math.min(Math.max(span[1], span[0]), limit);
  const places: Place[] = [{ at: likeliest, where: whereabouts(text, likeliest) }];
  if (sentence && sentence.span[1] <= limit) places.push({ at: sentence.span[1], where: 'at the end of the sentence' });
  if (limit === blockEnd) places.push({ at: blockEnd, where: 'at the end of the paragraph' });
  return places;
}

/** "after “… not a time machine,”" */
function whereabouts(text: string, at: number): string {
  const words = text
    .slice(Math.max(0, at - 60), at)
    .trim()
    .split(/\s+/)
    .slice(-3)
    .join(' ');
  return `after “${words}”`;
}
