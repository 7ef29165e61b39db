import { align } from '../align';
import type { QuotedWord, Row } from '../quoted-words';
import { PairCounts, PairPlaces } from './word-pairs';

/** The most words of a headline's quote that are held against the openings of others. */
const CLAUSE = 4;
/** How many quotes that open with one word are remembered. */
const OPENINGS = 16;

/**
 * Finds the quotes that others may be repeating, by two words in a row. Pairs are told apart by their hashes: should two have the same one day, a quote may be
 * held against another than the likeliest, and is then found to have other words altogether.
 */
export class Originals {
  readonly #counts: PairCounts;
  readonly #places: PairPlaces;
  readonly #byFirst = new Map<string, number[]>();
  /** For the row at hand how many pairs each other one shares with it. */
  readonly #shared: Uint16Array;
  /** For each row the nearest of those before it; −1 where there is none. */
  readonly before: Int32Array;

  /** Of the rows of `told`, held against those before them, and of `shown`, held against all of `told`; `most`: how many words of a row may be others; −1 if it is not looked for. */
  constructor(
    private readonly told: readonly Row[],
    private readonly shown: readonly Row[],
    most: (row: Row) => number,
  ) {
    this.#counts = new PairCounts([...told, ...shown]);
    this.#shared = new Uint16Array(told.length);
    this.#places = new PairPlaces(told.reduce((sum, row) => sum + this.#counts.common(row), 0));
    for (const { words } of shown) if (words.length <= CLAUSE) this.#byFirst.set(words[0]?.word ?? '', []);
    this.before = new Int32Array(told.length);
    for (const [at, row] of told.entries()) {
      this.before[at] = this.nearest(row, most(row));
      this.#add(at, row);
    }
  }

  /** Whether these are the same words. */
  isOf(told: readonly Row[], shown: readonly Row[]): boolean {
    return areSame(told, this.told) && areSame(shown, this.shown);
  }

  #add(at: number, { words, hashes }: Row): void {
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] ?? 0;
      if (this.#counts.isCommon(hash)) this.#places.add(hash, at);
    }
    const openings = this.#byFirst.get(words[0]?.word ?? '');
    if (openings && openings.length < OPENINGS) openings.push(at);
  }

  /**
   * The row that shares most pairs with another, if these are two fifths of them; of several the one met first. −1 where there is none, or where none
   * can be the same but for `changes` words: each of those takes two pairs at most.
   */
  nearest(row: Row, changes: number): number {
    const pairs = row.words.length - 1;
    const common = this.#counts.common(row);
    let most = pairs * 0.4 - 0.5;
    if (common <= most || common < pairs - 2 * changes) return -1;
    const met: number[] = [];
    for (let i = 0; i < row.hashes.length; i++) {
      const hash = row.hashes[i] ?? 0;
      if (!this.#counts.isCommon(hash)) continue;
      for (let place = this.#places.first(hash); place >= 0; place = this.#places.next(place)) {
        const at = this.#places.at(place);
        const shared = this.#shared[at] ?? 0;
        if (shared === 0) met.push(at);
        this.#shared[at] = shared + 1;
      }
    }
    let best = -1;
    for (const at of met) {
      const count = this.#shared[at] ?? 0;
      this.#shared[at] = 0;
      if (count <= most) continue;
      best = at;
      most = count;
    }
    return best;
  }

  /**
   * "We stole it" of a quote that opens with "We nicked it,": a short clause of which one telling word is another; the row that opens so, or −1. −1 as well
   * where it stands anywhere as it is. `isClause` tells whether so many words of a row are a clause.
   */
  opening({ words, hashes }: Row, isClause: (at: number, words: number) => boolean): number {
    if (words.length > CLAUSE) return -1;
    const openings = this.#byFirst.get(words[0]?.word ?? '') ?? [];
    const wordsOf = (at: number): readonly QuotedWord[] => this.told[at]?.words ?? [];
    const exact = openings.some((at) => words.every(({ word }, i) => wordsOf(at)[i]?.word === word));
    if (exact || this.#holds(words, hashes)) return -1;
    const found = openings.find((at) => {
      const start = wordsOf(at).slice(0, words.length);
      const changed = start.filter(({ word }, i) => word !== words[i]?.word);
      const last = start.at(-1);
      const same = last && start.length === words.length && changed.length === 1 && last.word === words.at(-1)?.word;
      const telling =
        changed.every(({ word }) => word.length > 3) && words.every(({ word }, i) => word === start[i]?.word || word.length > 3);
      return same && telling && isClause(at, words.length);
    });
    return found ?? -1;
  }

  #holds(words: readonly QuotedWord[], hashes: Int32Array): boolean {
    const row = words.map(({ word }) => word);
    for (let place = this.#places.first(hashes[0] ?? 0); place >= 0; place = this.#places.next(place)) {
      const whole = (this.told[this.#places.at(place)]?.words ?? []).map(({ word }) => word);
      if (align(row, whole).changes === 0) return true;
    }
    return false;
  }
}

const areSame = (some: readonly Row[], others: readonly Row[]): boolean =>
  some.length === others.length && some.every((row, i) => isSame(row, others[i]));

const isSame = ({ words, hashes }: Row, other: Row | undefined): boolean =>
  hashes === other?.hashes || (words.length === other?.words.length && words.every(({ word }, i) => word === other.words[i]?.word));
