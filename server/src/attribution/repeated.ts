import type { Tokens } from '../text/tokens';
import type { Quote } from './quotes';

/** How many words of a quote are compared; what is shown again is shorter. */
const COMPARED = 60;
/** Fewer words than this could be anybody's. */
const FEWEST = 3;

/** The words of each quote of a block in lower case, as far as they are compared; part of a block's analysis, so computed once. */
export function quoteWords(tokens: Tokens, quotes: readonly Quote[]): string[][] {
  return quotes.map(({ span: [start, end] }) => {
    const words = tokens.text
      .slice(start, Math.min(end, start + 600))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu);
    return (words ?? []).slice(0, COMPARED);
  });
}

/** Knows quotes that an article shows twice: in its headline, in a pull quote, as a paragraph of its own. Linear in the words of all quotes. */
export class RepeatedQuotes {
  readonly #byFirstWord = new Map<string, { readonly words: readonly string[]; index: number | null }[]>();

  /** Declares the words of a quote that may be said elsewhere; too short ones are not looked for. */
  want(words: readonly string[]): void {
    const [first] = words;
    if (first === undefined || words.length < FEWEST) return;
    const wanted = this.#byFirstWord.get(first) ?? [];
    if (wanted.length < 8) this.#byFirstWord.set(first, [...wanted, { words, index: null }]);
  }

  /** Takes note that attribution `index` holds a quote of these words. */
  add(words: readonly string[], index: number): void {
    if (this.#byFirstWord.size === 0) return;
    for (let at = 0; at + FEWEST <= words.length; at++) {
      for (const wanted of this.#byFirstWord.get(words[at] ?? '') ?? []) {
        if (wanted.index === null && wanted.words.every((word, i) => words[at + i] === word)) wanted.index = index;
      }
    }
  }

  /** The attribution of a quote noted so far that holds all these words, or null. */
  find(words: readonly string[]): number | null {
    const wanted = this.#byFirstWord
      .get(words[0] ?? '')
      ?.find((other) => other.words.length === words.length && other.words.every((word, i) => word === words[i]));
    return wanted?.index ?? null;
  }
}
