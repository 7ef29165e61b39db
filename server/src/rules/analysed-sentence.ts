import type { Article, ArticleBlock, ArticleSentence } from '../article';
import type { Sentence } from '../text/sentences';
import { firstEndingAfter } from '../text/span';

/** A sentence of an article with the analysis of its block, and where in it it stands. */
export interface AnalysedSentence {
  readonly block: ArticleBlock;
  readonly sentence: Sentence;
}

/** The analysis behind a sentence of the article. */
export function analysedSentence({ blocks }: Article, { span, block: b }: ArticleSentence): AnalysedSentence | null {
  const block = blocks[b];
  if (!block) return null;
  const { sentences } = block.analysis;
  const start = span[0] - block.span[0];
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence?.span[0] === start ? { block, sentence } : null;
}

/** Whether a sentence begins at `place`. */
export const opensSentence = ({ sentences }: Article, place: number): boolean =>
  sentences[firstEndingAfter(sentences, place)]?.span[0] === place;
