import { type FeatureGroup, VALUES } from './feature-groups';
import { addPacked, type ScoreTable, SUMS, TOGETHER } from './score-table';

/** The most tokens that get features from one. */
const MOST_TOKENS = 8;

const values = new Int32Array(VALUES);
const features = new Int32Array(TOGETHER * MOST_TOKENS);
/** Where in `features` those of each token end. */
const ends = new Int32Array(MOST_TOKENS);

/** Where the scores of a row begin, after its key. */
const KEY = 2;

/**
 * What the features of a group come to, remembered for the values met last: for each key a row of packed scores, one for each token that gets features.
 * The key has to tell all values apart. Of bounded size; keys that share a place drive each other out, which costs time and changes nothing.
 */
export class Rows<View> {
  /** The rows: two numbers of the key, then two for each packed score. Small and side by side, as memory is slower than arithmetic. */
  private readonly rows: Int32Array;
  private readonly from: number;
  private readonly to: number;
  private readonly width: number;
  private readonly shift: number;

  /** Room for `2 ** bits` rows. */
  constructor(
    private readonly table: ScoreTable,
    private readonly group: FeatureGroup<View>,
    bits: number,
  ) {
    this.from = group.from;
    this.to = group.to;
    this.width = KEY + (group.to - group.from + 1) * 2;
    this.shift = 32 - bits;
    this.rows = new Int32Array(this.width << bits).fill(-1);
  }

  /**
   * Adds the row of a key to the sums of those tokens in `[first, last)` that get features from token `j`. What does not fit into `key` goes into `more`,
   * which is never -1. `sided`: as `FeatureGroup` has it.
   */
  add(view: View, j: number, sided: number, key: number, more: number, sums: Int32Array, first: number, last: number): void {
    const { rows, from } = this;
    const row = this.find(view, j, sided, key, more) - from * 2;
    const high = Math.min(this.to, last - 1 - j);
    for (let at = Math.max(from, first - j); at <= high; at++)
      addPacked(sums, (j + at) * SUMS, rows[row + at * 2] as number, rows[row + at * 2 + 1] as number);
  }

  /** The same for a group that gives features to token `i` only. */
  addHere(view: View, i: number, sided: number, key: number, more: number, sums: Int32Array): void {
    const { rows } = this;
    const row = this.find(view, i, sided, key, more);
    addPacked(sums, i * SUMS, rows[row] as number, rows[row + 1] as number);
  }

  /** Where in `rows` the scores of a key begin; worked out where they are not there. */
  private find(view: View, j: number, sided: number, key: number, more: number): number {
    const row = (Math.imul(key ^ Math.imul(more, 0x9e3779b1), 0x85ebca6b) >>> this.shift) * this.width;
    if (this.rows[row] !== key || this.rows[row + 1] !== more) this.fill(row, view, j, sided, key, more);
    return row + KEY;
  }

  private fill(row: number, view: View, j: number, sided: number, key: number, more: number): void {
    const { group, from, to } = this;
    group.read(view, j, values, sided);
    let n = 0;
    for (let at = from; at <= to; at++) {
      n = group.write(at, values, features, n);
      ends[at - from] = n;
    }
    this.table.lookAt(features, 0, n);
    for (let k = 0, start = 0; k <= to - from; k++) {
      const end = ends[k] as number;
      this.table.sum(features, start, end, this.rows, row + KEY + k * 2);
      start = end;
    }
    this.rows[row] = key;
    this.rows[row + 1] = more;
  }
}
