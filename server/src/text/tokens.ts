/**
 * The tokens of one block, in order: words (with their inner apostrophes, hyphens and full stops: "O'Neill",
 * "stay-in", "U.S.", "1,000.50"), clitics split off as the Penn Treebank does ("Lavrov" + "’s", "do" + "n’t"),
 * and each punctuation mark for itself. White space belongs to none. Struct of arrays: the hot loops index, they don't allocate.
 */
export interface Tokens {
  readonly text: string;
  readonly length: number;
  /** Start of each token, UTF-16 offset into `text`. */
  readonly start: Uint32Array;
  /** End of each token, exclusive. */
  readonly end: Uint32Array;
}

/** Splits the text of a block into tokens. Linear; never throws. */
export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[-.,][\p{L}\p{N}]+)*|[^\s]/gu)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  return { text, length: starts.length, start: Uint32Array.from(starts), end: Uint32Array.from(ends) };
}

/** The characters of token `index`; the empty string outside `[0, length)`. */
export function tokenText(tokens: Tokens, index: number): string {
  const start = tokens.start[index];
  return start === undefined ? '' : tokens.text.slice(start, tokens.end[index]);
}
