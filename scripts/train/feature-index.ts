/** Gives each feature hash a dense number, and counts how often each is seen. */
export class FeatureIndex {
  private keys = new Int32Array(1 << 20);
  private numbers = new Int32Array(1 << 20).fill(-1);
  private mask = (1 << 20) - 1;
  /** Hash of each number. */
  readonly hashes: number[] = [];
  readonly counts: number[] = [];

  get size(): number {
    return this.hashes.length;
  }

  /** The number of a hash, given on first sight; counts it. */
  add(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const number = this.numbers[slot] as number;
      if (number < 0) break;
      if (this.keys[slot] === hash) {
        this.counts[number] = (this.counts[number] as number) + 1;
        return number;
      }
      slot = (slot + 1) & this.mask;
    }
    const number = this.hashes.length;
    this.keys[slot] = hash;
    this.numbers[slot] = number;
    this.hashes.push(hash);
    this.counts.push(1);
    if (number * 2 > this.mask) this.grow();
    return number;
  }

  /** The number of a hash that was seen; -1 for others. */
  find(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const number = this.numbers[slot] as number;
      if (number < 0 || this.keys[slot] === hash) return number;
      slot = (slot + 1) & this.mask;
    }
  }

  private grow(): void {
    const size = (this.mask + 1) * 2;
    this.keys = new Int32Array(size);
    this.numbers = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    for (let number = 0; number < this.hashes.length; number++) {
      let slot = (this.hashes[number] as number) & this.mask;
      while ((this.numbers[slot] as number) >= 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = this.hashes[number] as number;
      this.numbers[slot] = number;
    }
  }
}
