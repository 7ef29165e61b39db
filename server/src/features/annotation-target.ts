import type { Kind } from '../annotations/annotation';
import { isVerdict } from '../annotations/annotation';
import type { Article } from '../article';
import { contains, type Span, spanLength } from '../text/span';

/**
 * The words that somebody means who annotates at `asked`. A verdict is one on a claim: inside a claim it is on all of it. Where nothing is selected
 * they are what the cursor stands in: the claim, the quote, the speaker's name, the sentence. Null where that is nothing.
 */
export function annotationTarget(article: Article, asked: Span, kind: Kind): Span | null {
  const span = trimmed(article.text, asked);
  const claim = article.claims.find((candidate) => contains(candidate.span, span))?.span;
  if (span[1] > span[0]) return isVerdict(kind) && claim ? claim : span;
  const inside = (spans: readonly Span[]): Span | undefined =>
    spans.filter((candidate) => contains(candidate, span)).sort((a, b) => spanLength(a) - spanLength(b))[0];
  const sentence = inside(article.sentences.map((candidate) => candidate.span));
  const quote = inside(article.quotes.map((candidate) => candidate.span));
  const speaker = inside(article.entities.flatMap(({ mentions }) => mentions));
  if (isVerdict(kind)) return claim ?? quote ?? sentence ?? null;
  return speaker ?? quote ?? claim ?? sentence ?? null;
}

/** A span without the white space at its ends. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  if (words.trim() === '') return [start, start];
  const from = start + words.length - words.trimStart().length;
  return [from, from + words.trim().length];
}
