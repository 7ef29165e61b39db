import type { Sentence } from '../../text/sentences';
import type { Tokens } from '../../text/tokens';
import type { PassageSource, Run } from './passage';

/** The longest passage that the models read at once, in tokens: stage two costs a passage's length for each of its cues. Few paragraphs are longer. */
const LONGEST = 240;

/** A stretch of a block, as a passage of its own. Its spans stay relative to the block; its runs count from `first`. */
export interface Part {
  readonly source: PassageSource;
  /** The block's token that the part begins with. */
  readonly first: number;
}

/** A block as the models read it: whole, or where it is longer than any paragraph, in runs of whole sentences, so that the cost stays linear. */
export function partsOf(block: PassageSource): Part[] {
  if (block.tokens.length <= LONGEST) return [{ source: block, first: 0 }];
  let q = 0;
  return cuts(block).map(([first, last]) => {
    const tokens = tokensOf(block.tokens, first, last);
    const from = tokens.start[0] ?? 0;
    const to = tokens.end[tokens.length - 1] ?? 0;
    while (q < block.quotes.length && (block.quotes[q]?.span[1] ?? 0) <= from) q++;
    const quotes = [];
    for (let at = q; at < block.quotes.length; at++) {
      const quote = block.quotes[at];
      if (!quote || quote.span[0] >= to) break;
      quotes.push(quote);
    }
    return {
      source: { tokens, tags: block.tags.subarray(first, last), sentences: sentencesIn(block.sentences, first, last), quotes },
      first,
    };
  });
}

/** Where a block is cut: between sentences, and within those that are too long by themselves. */
function cuts({ tokens, sentences }: PassageSource): Run[] {
  const runs: Run[] = [];
  let first = 0;
  const cutAt = (last: number): void => {
    for (; last - first > LONGEST; first += LONGEST) runs.push([first, first + LONGEST]);
    if (last > first) runs.push([first, last]);
    first = last;
  };
  for (const { tokens: run } of sentences) if (run[1] - first > LONGEST) cutAt(run[0]);
  cutAt(tokens.length);
  return runs;
}

const tokensOf = ({ text, start, end }: Tokens, first: number, last: number): Tokens => ({
  text,
  length: last - first,
  start: start.subarray(first, last),
  end: end.subarray(first, last),
});

/** The sentences of `[first, last)`, or what of them lies in it. `sentences` are in order. */
function sentencesIn(sentences: readonly Sentence[], first: number, last: number): Sentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.tokens[1] ?? 0) <= first) low = middle + 1;
    else high = middle;
  }
  const inside: Sentence[] = [];
  for (let s = low; s < sentences.length; s++) {
    const sentence = sentences[s];
    if (!sentence || sentence.tokens[0] >= last) break;
    const run: Run = [Math.max(sentence.tokens[0], first) - first, Math.min(sentence.tokens[1], last) - first];
    inside.push({ ...sentence, tokens: run });
  }
  return inside;
}
