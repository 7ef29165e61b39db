import type { Article } from '../../article';
import { align } from '../align';
import type { QuotedWord, Row, Utterance } from '../quoted-words';

/** How many places of two words in a row are remembered; commoner ones tell nothing. */
const PLACES = 16;
/** The most words of a headline's quote that are held against the openings of others. */
const CLAUSE = 4;

/** The wording that a quote departs from, and what holds it. */
export interface Original {
  readonly original: readonly QuotedWord[];
  readonly from: Utterance;
}

/**
 * The quotes that others may be repeating, found by two words in a row. Few quotes share many pairs of words with all others together, as their
 * hashes tell; only the pairs of those few are kept as words.
 */
export class Originals {
  readonly #pairs: PairCounts;
  /** Places in `told`. */
  readonly #byPair = new Map<string, number[]>();
  readonly #byFirst = new Map<string, Utterance[]>();
  /** For the utterance at hand how many pairs each other one shares with it, by that one's place in `told`. */
  readonly #shared: Uint16Array;

  /** What will be added, each in its turn, and what will be looked for: some of `told`, and `shown`. */
  constructor(
    private readonly told: readonly Utterance[],
    isSought: (utterance: Utterance) => boolean,
    shown: readonly Utterance[],
  ) {
    this.#pairs = new PairCounts(told, shown);
    this.#shared = new Uint16Array(told.length);
    for (const utterance of told) if (isSought(utterance) && this.#isCommon(utterance)) this.#pairs.want(utterance);
    for (const utterance of shown) {
      if (utterance.words.length <= CLAUSE) this.#byFirst.set(utterance.words[0]?.word ?? '', []);
      this.#pairs.want(utterance);
    }
  }

  /** Whether it shares enough pairs with all others for one of them to be its original: two fifths. */
  #isCommon(utterance: Utterance): boolean {
    return this.#pairs.common(utterance) > least(utterance);
  }

  /** Adds the utterance at a place of `told`. */
  add(at: number): void {
    const utterance = this.told[at];
    if (!utterance) return;
    const { words, hashes } = utterance;
    for (let i = 0; i < hashes.length; i++) {
      if (!this.#pairs.isWanted(hashes[i] ?? 0)) continue;
      const pair = pairAt(words, i);
      const places = this.#byPair.get(pair);
      if (!places) this.#byPair.set(pair, [at]);
      else if (places.length < PLACES && places.at(-1) !== at) places.push(at);
    }
    const openings = this.#byFirst.get(words[0]?.word ?? '');
    if (openings && openings.length < PLACES) openings.push(utterance);
  }

  /** The one that shares most pairs of words, if these are two fifths of them; of several the one met first. */
  nearest(utterance: Utterance): Utterance | undefined {
    if (!this.#isCommon(utterance)) return undefined;
    const { words, hashes } = utterance;
    const met: number[] = [];
    for (let i = 0; i < hashes.length; i++) {
      if (!this.#pairs.isWanted(hashes[i] ?? 0)) continue;
      for (const at of this.#byPair.get(pairAt(words, i)) ?? []) {
        if (this.#shared[at] === 0) met.push(at);
        this.#shared[at] = (this.#shared[at] ?? 0) + 1;
      }
    }
    let best: Utterance | undefined;
    let most = least(utterance);
    for (const at of met) {
      const count = this.#shared[at] ?? 0;
      this.#shared[at] = 0;
      if (count <= most) continue;
      best = this.told[at];
      most = count;
    }
    return best;
  }

  /** "We stole it" of a quote that opens with "We nicked it,": a short clause of which one telling word is another. Nothing where it stands anywhere as it is. */
  opening({ text }: Article, { words }: Utterance): Original | null {
    if (words.length > CLAUSE) return null;
    const openings = this.#byFirst.get(words[0]?.word ?? '') ?? [];
    const exact = openings.some(({ words: other }) => words.every(({ word }, i) => other[i]?.word === word));
    if (exact || this.#holds(words)) return null;
    for (const from of openings) {
      const start = from.words.slice(0, words.length);
      const changed = start.filter(({ word }, i) => word !== words[i]?.word);
      const end = start.at(-1)?.span[1] ?? 0;
      const same = start.length === words.length && changed.length === 1 && start.at(-1)?.word === words.at(-1)?.word;
      const telling =
        changed.every(({ word }) => word.length > 3) && words.every(({ word }, i) => word === start[i]?.word || word.length > 3);
      if (same && telling && /^[,.;:!?”’"']/.test(text.slice(from.offset + end, from.offset + end + 1))) return { original: start, from };
    }
    return null;
  }

  #holds(words: readonly QuotedWord[]): boolean {
    const row = words.map(({ word }) => word);
    const holders = this.#byPair.get(pairAt(words, 0)) ?? [];
    return holders.some(
      (at) =>
        align(
          row,
          (this.told[at]?.words ?? []).map(({ word }) => word),
        ).changes === 0,
    );
  }
}

/** More pairs than these must be shared. */
const least = ({ words }: Utterance): number => (words.length - 1) * 0.4 - 0.5;

const pairAt = (words: readonly QuotedWord[], i: number): string => `${words[i]?.word} ${words[i + 1]?.word}`;

/** How many cells there are for a pair: most pairs stand once, and seldom share a cell with another. */
const CELLS = 8;
/** In a cell, beside a count of up to two: pairs of it are wanted. */
const WANTED = 4;

/** Counts pairs of words by their hashes: twice may be once and once of two that share a cell, but once is once. */
class PairCounts {
  readonly #cells: Uint8Array;
  readonly #mask: number;

  constructor(...of: (readonly Row[])[]) {
    let pairs = 1;
    for (const rows of of) for (const { hashes } of rows) pairs += hashes.length;
    this.#cells = new Uint8Array(2 ** Math.ceil(Math.log2(pairs * CELLS)));
    this.#mask = this.#cells.length - 1;
    for (const rows of of) for (const { hashes } of rows) this.#count(hashes);
  }

  #count(hashes: Int32Array): void {
    for (let i = 0; i < hashes.length; i++) {
      const cell = (hashes[i] ?? 0) & this.#mask;
      const count = this.#cells[cell] ?? 0;
      if (count < 2) this.#cells[cell] = count + 1;
    }
  }

  /** How many pairs of a row may stand elsewhere as well. */
  common({ hashes }: Row): number {
    let common = 0;
    for (let i = 0; i < hashes.length; i++) if (this.#cellOf(hashes[i] ?? 0) > 1) common++;
    return common;
  }

  /** Marks those. */
  want({ hashes }: Row): void {
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] ?? 0;
      if (this.#cellOf(hash) > 1) this.#cells[hash & this.#mask] = this.#cellOf(hash) | WANTED;
    }
  }

  isWanted(hash: number): boolean {
    return this.#cellOf(hash) >= WANTED;
  }

  #cellOf(hash: number): number {
    return this.#cells[hash & this.#mask] ?? 0;
  }
}
