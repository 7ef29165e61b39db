import { wordKey } from './word-shapes';

/** Numbers of a few hundred words, by the words' keys: for tokens whose keys are known already. Read-only; open addressing. */
export class KeyedWords {
  private readonly keys: Uint32Array;
  private readonly numbers: Uint8Array;
  private readonly mask: number;

  /** `numbers`: 1…255 for each word. */
  constructor(numbers: ReadonlyMap<string, number>) {
    let size = 64;
    while (size < numbers.size * 4) size *= 2;
    this.keys = new Uint32Array(size);
    this.numbers = new Uint8Array(size);
    this.mask = size - 1;
    for (const [word, number] of numbers) {
      const key = wordKey(word, 0, word.length);
      let slot = key & this.mask;
      while (this.numbers[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.numbers[slot] = number;
    }
  }

  /** The number of the word with this key; 0 where it is none of them. */
  of(key: number): number {
    let slot = key & this.mask;
    for (;;) {
      const number = this.numbers[slot] as number;
      if (number === 0 || this.keys[slot] === key) return number;
      slot = (slot + 1) & this.mask;
    }
  }
}
