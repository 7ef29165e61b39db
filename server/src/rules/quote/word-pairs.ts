import type { Row } from '../quoted-words';

/** How many cells there are for a pair: most pairs stand once, and few share a cell with another. */
const CELLS = 8;

/** Counts pairs of words by their hashes. Twice may be once and once, of two pairs that share a cell; once is once. */
export class PairCounts {
  readonly #cells: Uint8Array;
  readonly #mask: number;

  constructor(rows: readonly Row[]) {
    let pairs = 1;
    for (const { hashes } of rows) pairs += hashes.length;
    this.#cells = new Uint8Array(2 ** Math.ceil(Math.log2(pairs * CELLS)));
    this.#mask = this.#cells.length - 1;
    for (const { hashes } of rows) {
      for (let i = 0; i < hashes.length; i++) {
        const cell = (hashes[i] ?? 0) & this.#mask;
        const count = this.#cells[cell] ?? 0;
        if (count < 2) this.#cells[cell] = count + 1;
      }
    }
  }

  /** Whether a pair may stand more than once. */
  isCommon(hash: number): boolean {
    return (this.#cells[hash & this.#mask] ?? 0) > 1;
  }

  /** How many pairs of a row may. */
  common({ hashes }: Row): number {
    let common = 0;
    for (let i = 0; i < hashes.length; i++) if (this.isCommon(hashes[i] ?? 0)) common++;
    return common;
  }
}

/** How many places of a pair are remembered; commoner pairs tell nothing. */
const PLACES = 16;

/** Remembers where pairs of words stand, by their hashes: a table with open addresses, and a chain of places for each pair. */
export class PairPlaces {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #counts: Uint8Array;
  /** For each pair its first and its last place, as numbers in the two lists below; −1 for none. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #at: number[] = [];
  readonly #next: number[] = [];

  /** `most`: how many places are remembered at most. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#counts = new Uint8Array(size);
    this.#first = new Int32Array(size).fill(-1);
    this.#last = new Int32Array(size);
  }

  /** Where a pair has its entry, or would have it. */
  #entry(hash: number): number {
    let entry = hash & this.#mask;
    while ((this.#first[entry] ?? -1) >= 0 && this.#hashes[entry] !== hash) entry = (entry + 1) & this.#mask;
    return entry;
  }

  /** Remembers that a pair stands at a place, unless that was the last one or there are enough. */
  add(hash: number, at: number): void {
    const entry = this.#entry(hash);
    const count = this.#counts[entry] ?? 0;
    const last = this.#last[entry] ?? 0;
    if (count >= PLACES || (count > 0 && this.#at[last] === at)) return;
    const node = this.#at.push(at) - 1;
    this.#next.push(-1);
    if (count > 0) this.#next[last] = node;
    else {
      this.#hashes[entry] = hash;
      this.#first[entry] = node;
    }
    this.#last[entry] = node;
    this.#counts[entry] = count + 1;
  }

  /** The number of the first place of a pair; −1 where it has none. */
  first(hash: number): number {
    return this.#first[this.#entry(hash)] ?? -1;
  }

  /** The number of the place after another of the same pair; −1 after the last. */
  next(place: number): number {
    return this.#next[place] ?? -1;
  }

  /** The place of a number. */
  at(place: number): number {
    return this.#at[place] ?? 0;
  }
}
