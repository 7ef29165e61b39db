import type { Tokens } from '../text/tokens';
import type { Quote } from './quotes';

/** How many words of a quote are compared; what is shown again is shorter. */
const COMPARED = 60;
/** Fewer words than this could be anybody's. */
const FEWEST = 3;
/** How many quotes that begin with the same word are looked for. */
const MOST = 8;

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

/** A number for every three words in a row. Runs of other words may have the same, so that what it finds has to be compared. */
export function runsOf(words: readonly string[]): number[] {
  const hashes = words.map(hashOf);
  const runs: number[] = [];
  for (let at = 0; at + FEWEST <= hashes.length; at++) {
    runs.push((Math.imul((Math.imul(hashes[at] ?? 0, 31) + (hashes[at + 1] ?? 0)) | 0, 31) + (hashes[at + 2] ?? 0)) >>> 2);
  }
  return runs;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

interface Wanted {
  readonly words: readonly string[];
  /** The first attribution that holds a quote of these words, or null. */
  index: number | null;
}

/**
 * Knows quotes that an article shows twice: in its headline, in a pull quote, as a paragraph of its own. Linear in the words of all quotes,
 * of which it looks at numbers alone but where they may be the same.
 */
export class RepeatedQuotes {
  readonly #byFirstWord = new Map<string, Wanted[]>();
  readonly #byFirstRun = new Map<number, Wanted[]>();
  /** Which runs are in `#byFirstRun`, by their last bits. */
  readonly #sieve = new Uint8Array(SIEVE + 1);

  /** Declares the words of a quote that may be said elsewhere, with their runs; too short ones are not looked for. */
  want(words: readonly string[], runs: readonly number[]): void {
    const [first] = words;
    const [run] = runs;
    if (first === undefined || run === undefined) return;
    const others = listIn(this.#byFirstWord, first);
    if (others.length >= MOST) return;
    const wanted = { words, index: null };
    others.push(wanted);
    listIn(this.#byFirstRun, run).push(wanted);
    this.#sieve[run & SIEVE] = 1;
  }

  /** Takes note that attribution `index` holds a quote of these words. */
  add(words: readonly string[], runs: readonly number[], index: number): void {
    for (let at = 0; at < runs.length; at++) {
      const run = runs[at] ?? 0;
      if (this.#sieve[run & SIEVE] === 0) continue;
      for (const wanted of this.#byFirstRun.get(run) ?? []) {
        if (wanted.index === null && wanted.words.every((word, i) => words[at + i] === word)) wanted.index = index;
      }
    }
  }

  /** The attribution of a quote noted so far that holds all these words, or null. */
  find(words: readonly string[]): number | null {
    const wanted = this.#byFirstWord
      .get(words[0] ?? '')
      ?.find(
        (other) => other.words === words || (other.words.length === words.length && other.words.every((word, i) => word === words[i])),
      );
    return wanted?.index ?? null;
  }
}

const SIEVE = 2 ** 14 - 1;

function listIn<K>(lists: Map<K, Wanted[]>, key: K): Wanted[] {
  const known = lists.get(key);
  if (known) return known;
  const list: Wanted[] = [];
  lists.set(key, list);
  return list;
}
