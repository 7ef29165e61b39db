import { LABELS } from './labels';

/** A stage's weights in 8 bits: rows found by open addressing, so that features which training never kept count nothing. */
export interface StageTable {
  /** What a weight of 1 stands for. */
  readonly scale: number;
  readonly transitions: Float32Array;
  /** For each row a check on its feature's hash; 0 where the row is free. Apart from the rows: most look-ups find nothing. */
  readonly checks: Uint8Array;
  /** For each row a weight for each label, at most `HEAVIEST`. */
  readonly rows: Int8Array;
}

/** How far a row may lie from its own place. */
const PROBES = 8;

/** The largest weight, so that a few of them fit into a byte. Training gives none above. */
export const HEAVIEST = 25;
/** How many features may be added up into one packed score. */
export const TOGETHER = 5;

const place = (hash: number, size: number): number => Math.floor(((Math.imul(hash, 0x9e3779b1) >>> 0) * size) / 4294967296);

/** The last byte of a hash; 1 for 0, which stands for a free row. */
const check = (hash: number): number => {
  const byte = hash & 255;
  return byte | ((byte - 1) >>> 31);
};

/** Puts features into a table, the most important first; those that find no room are left out. */
export function buildTable(
  hashes: readonly number[],
  weights: (feature: number, label: number) => number,
  transitions: Float32Array,
  size: number,
  scale: number,
): StageTable {
  const rows = new Int8Array(size * LABELS);
  const checks = new Uint8Array(size);
  for (const [feature, hash] of hashes.entries()) {
    const quantised = Array.from({ length: LABELS }, (_, l) =>
      Math.max(-HEAVIEST, Math.min(HEAVIEST, Math.round(weights(feature, l) / scale))),
    );
    if (quantised.every((weight) => weight === 0)) continue;
    let slot = place(hash, size);
    for (let probe = 0; probe < PROBES; probe++, slot = slot + 1 === size ? 0 : slot + 1) {
      if (checks[slot] !== 0) continue;
      rows.set(quantised, slot * LABELS);
      checks[slot] = check(hash);
      break;
    }
  }
  return { scale, transitions, checks, rows };
}

/** What is added to a weight in a packed score, so that its byte is never negative. */
const BIAS = 128;
/** Two bytes of a word, each with room above it. */
const LANES = 0x00ff00ff;

/** A packed score, all zero: two words, a byte for each label. The last byte is not used; in a table it is the check. */
const ZERO_LOW = 0x80808080 | 0;
const ZERO_HIGH = 0x00808080;
const packLow = (a: number, b: number, c: number, d: number): number => a | (b << 8) | (c << 16) | (d << 24);

const ONES = 0x01010101;
const TOPS = 0x80808080 | 0;
/** The top bit of each byte that is 0; above the lowest such byte there may be others. */
const zeroBytes = (word: number): number => (word - ONES) & ~word & TOPS;

/** How many numbers the scores of a token are added up in: each holds two of them, in sixteen bits each, so at most 257 packed scores. */
export const SUMS = 4;
/** Adds a packed score to the sums at `at`. */
export function addPacked(sums: Int32Array, at: number, low: number, high: number): void {
  sums[at] = (sums[at] as number) + (low & LANES);
  sums[at + 1] = (sums[at + 1] as number) + ((low >>> 8) & LANES);
  sums[at + 2] = (sums[at + 2] as number) + (high & LANES);
  sums[at + 3] = (sums[at + 3] as number) + ((high >>> 8) & 0xff);
}

/** How many features are looked at together: their lines of memory fill a part of the nearest cache. */
const BATCH = 128;

/** A stage's weights, to be added up: whole numbers, whose sum is the same in any order. */
export class ScoreTable {
  /** The checks, and once more the first of them after the last, so that nothing has to begin again. */
  private readonly checks: DataView;
  /** For each row its packed score, likewise; then one that is zero, for what is not found. */
  private readonly rows: Int32Array;
  private readonly size: number;
  private readonly scale: number;
  /** What was looked at last; kept, so that engines don't leave the look out. */
  seen = 0;

  constructor({ checks, rows, scale }: StageTable) {
    const size = checks.length;
    const turned = new Uint8Array(size + PROBES);
    turned.set(checks);
    turned.set(checks.subarray(0, PROBES), size);
    this.rows = new Int32Array((size + PROBES + 1) * 2);
    for (let slot = 0, at = 0; slot < size; slot++, at += LABELS) {
      if (checks[slot] === 0) continue;
      const [a, b, c, d] = [rows[at] as number, rows[at + 1] as number, rows[at + 2] as number, rows[at + 3] as number];
      this.rows[slot * 2] = packLow(a + BIAS, b + BIAS, c + BIAS, d + BIAS);
      this.rows[slot * 2 + 1] = packLow(
        (rows[at + 4] as number) + BIAS,
        (rows[at + 5] as number) + BIAS,
        (rows[at + 6] as number) + BIAS,
        0,
      );
    }
    this.rows.copyWithin(size * 2, 0, PROBES * 2);
    this.rows[(size + PROBES) * 2] = ZERO_LOW;
    this.rows[(size + PROBES) * 2 + 1] = ZERO_HIGH;
    this.checks = new DataView(turned.buffer);
    this.size = size;
    this.scale = scale;
  }

  /** Writes the packed score of `features[start … end - 1]`, at most `TOGETHER` of them, as `into[at]` and `into[at + 1]`. */
  sum(features: Int32Array, start: number, end: number, into: Int32Array, at: number): void {
    const { rows } = this;
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let k = start; k < end; k++) {
      const row = this.find(features[k] as number);
      const low = rows[row] as number;
      const high = rows[row + 1] as number;
      first += low & LANES;
      second += (low >>> 8) & LANES;
      third += high & LANES;
      fourth += (high >>> 8) & 0xff;
    }
    const bias = (end - start - 1) * BIAS;
    into[at] = packLow((first & 0xffff) - bias, (second & 0xffff) - bias, (first >>> 16) - bias, (second >>> 16) - bias);
    into[at + 1] = packLow((third & 0xffff) - bias, fourth - bias, (third >>> 16) - bias, 0);
  }

  /** Adds the packed scores of features to the sums of their tokens: `each` of them for each token from `first` on, `count` tokens. */
  addEach(features: Int32Array, each: number, first: number, count: number, sums: Int32Array): void {
    const { rows } = this;
    const most = Math.max(1, Math.floor(BATCH / each));
    for (let t = 0, k = 0; t < count; t++) {
      if (t % most === 0) this.lookAt(features, k, Math.min(k + most * each, count * each));
      let [one, two, three, four] = [0, 0, 0, 0];
      for (const end = k + each; k < end; k++) {
        const row = this.find(features[k] as number);
        const low = rows[row] as number;
        const high = rows[row + 1] as number;
        one += low & LANES;
        two += (low >>> 8) & LANES;
        three += high & LANES;
        four += (high >>> 8) & 0xff;
      }
      const at = (first + t) * SUMS;
      sums[at] = (sums[at] as number) + one;
      sums[at + 1] = (sums[at + 1] as number) + two;
      sums[at + 2] = (sums[at + 2] as number) + three;
      sums[at + 3] = (sums[at + 3] as number) + four;
    }
  }

  /** Looks at the places of `features[start … end - 1]` before the first is needed: memory is slow, but answers many at a time. */
  lookAt(features: Int32Array, start: number, end: number): void {
    const { rows, size } = this;
    let seen = 0;
    for (let k = start; k < end; k++) seen ^= rows[place(features[k] as number, size) * 2] as number;
    this.seen = seen;
  }

  /**
   * Where in `rows` the packed score of a feature is: of the first of eight rows, from its own place on, that has its check, if no free row comes before
   * it. Without a branch: all eight checks are compared at once, as bytes of two words, so that many look-ups wait for the memory together.
   */
  private find(hash: number): number {
    const { checks, size } = this;
    const wanted = Math.imul(check(hash), ONES);
    const slot = place(hash, size);
    const near = checks.getInt32(slot, true);
    const far = checks.getInt32(slot + 4, true);
    const nearHit = zeroBytes(near ^ wanted);
    const farHit = zeroBytes(far ^ wanted);
    const nearEnd = nearHit | zeroBytes(near);
    const farEnd = farHit | zeroBytes(far);
    // All ones where the nearer four settle it.
    const settled = (nearEnd | -nearEnd) >> 31;
    const ends = (nearEnd & settled) | (farEnd & ~settled);
    const lowest = ends & -ends;
    const hit = ((nearHit & settled) | (farHit & ~settled)) & lowest;
    const found = (hit | -hit) >> 31;
    const row = slot + (~settled & 4) + ((31 - Math.clz32(lowest)) >> 3);
    return ((row & found) | ((size + PROBES) & ~found)) * 2;
  }

  /** Takes the sums of `length` tokens from token `first` on apart, each of `summed` packed scores: a score for each label (`i * LABELS + label`). */
  scores(sums: Int32Array, first: number, length: number, summed: number): Float32Array {
    const { scale } = this;
    const bias = summed * BIAS;
    const scores = new Float32Array(length * LABELS);
    for (let i = 0, from = first * SUMS, at = 0; i < length; i++, from += SUMS, at += LABELS) {
      const one = sums[from] as number;
      const two = sums[from + 1] as number;
      const three = sums[from + 2] as number;
      scores[at] = ((one & 0xffff) - bias) * scale;
      scores[at + 1] = ((two & 0xffff) - bias) * scale;
      scores[at + 2] = ((one >>> 16) - bias) * scale;
      scores[at + 3] = ((two >>> 16) - bias) * scale;
      scores[at + 4] = ((three & 0xffff) - bias) * scale;
      scores[at + 5] = ((sums[from + 3] as number) - bias) * scale;
      scores[at + 6] = ((three >>> 16) - bias) * scale;
    }
    return scores;
  }
}
