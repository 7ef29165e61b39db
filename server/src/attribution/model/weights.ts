import { expTransitions, TRANSITIONS } from './crf';
import type { Scorer } from './extract';
import { LABELS } from './labels';

/** How far a row may lie from its own place. */
const PROBES = 8;

/** A stage's weights in 8 bits: rows found by open addressing, so that features which training never kept count nothing. */
export interface StageTable {
  /** Rows are 2 to this power. */
  readonly bits: number;
  /** What a weight of 1 stands for. */
  readonly scale: number;
  readonly transitions: Float32Array;
  /** For each row a check on its feature's hash; 0 where the row is free. Apart from the rows: most look-ups find nothing. */
  readonly checks: Uint8Array;
  /** For each row a weight for each label. */
  readonly rows: Int8Array;
}

/** Both stages and the judge. */
export interface StoredWeights {
  readonly stageOne: StageTable;
  readonly stageTwo: StageTable;
  /** A weight for each hashed feature of the judge; the length a power of two. */
  readonly judge: Float32Array;
}

const place = (hash: number, bits: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);

const check = (hash: number): number => {
  const byte = hash & 255;
  return byte === 0 ? 1 : byte;
};

/** Puts features into a table, the most important first; those that find no room are left out. */
export function buildTable(
  hashes: readonly number[],
  weights: (feature: number, label: number) => number,
  transitions: Float32Array,
  bits: number,
  scale: number,
): StageTable {
  const rows = new Int8Array(2 ** bits * LABELS);
  const checks = new Uint8Array(2 ** bits);
  const mask = 2 ** bits - 1;
  for (const [feature, hash] of hashes.entries()) {
    const quantised = Array.from({ length: LABELS }, (_, l) => Math.max(-127, Math.min(127, Math.round(weights(feature, l) / scale))));
    if (quantised.every((weight) => weight === 0)) continue;
    let slot = place(hash, bits);
    for (let probe = 0; probe < PROBES; probe++, slot = (slot + 1) & mask) {
      if (checks[slot] !== 0) continue;
      rows.set(quantised, slot * LABELS);
      checks[slot] = check(hash);
      break;
    }
  }
  return { bits, scale, transitions, checks, rows };
}

/** A stage to decode with. `room` is the most features that a token can have. */
export function tableScorer({ bits, scale, transitions, checks, rows }: StageTable, room: number): Scorer {
  const features = new Int32Array(room);
  const mask = 2 ** bits - 1;
  const shift = 32 - bits;
  return {
    transitions,
    steps: expTransitions(transitions),
    emissions(length, fill) {
      const emissions = new Float32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        const count = fill(i, features);
        let [o, sb, s, cb, c, tb, t] = [0, 0, 0, 0, 0, 0, 0];
        for (let k = 0; k < count; k++) {
          const hash = features[k] ?? 0;
          const wanted = check(hash);
          let slot = Math.imul(hash, 0x9e3779b1) >>> shift;
          for (let probe = 0; probe < PROBES; probe++, slot = (slot + 1) & mask) {
            const found = checks[slot] ?? 0;
            if (found === 0) break;
            if (found !== wanted) continue;
            const row = slot * LABELS;
            o += rows[row] ?? 0;
            sb += rows[row + 1] ?? 0;
            s += rows[row + 2] ?? 0;
            cb += rows[row + 3] ?? 0;
            c += rows[row + 4] ?? 0;
            tb += rows[row + 5] ?? 0;
            t += rows[row + 6] ?? 0;
            break;
          }
        }
        const at = i * LABELS;
        emissions[at] = o * scale;
        emissions[at + 1] = sb * scale;
        emissions[at + 2] = s * scale;
        emissions[at + 3] = cb * scale;
        emissions[at + 4] = c * scale;
        emissions[at + 5] = tb * scale;
        emissions[at + 6] = t * scale;
      }
      return emissions;
    },
  };
}

/** The weights as bytes: for each stage its bits, scale, transitions, checks and rows; then the judge. */
export function writeWeights({ stageOne, stageTwo, judge }: StoredWeights): Uint8Array {
  const size = (table: StageTable): number => 8 + 4 * TRANSITIONS + table.checks.length + table.rows.length;
  const bytes = new Uint8Array(size(stageOne) + size(stageTwo) + 4 + 4 * judge.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const floats = (values: Float32Array): void => {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  };
  for (const { bits, scale, transitions, checks, rows } of [stageOne, stageTwo]) {
    view.setUint32(at, bits, true);
    view.setFloat32(at + 4, scale, true);
    at += 8;
    floats(transitions);
    bytes.set(checks, at);
    at += checks.length;
    bytes.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.length), at);
    at += rows.length;
  }
  view.setUint32(at, judge.length, true);
  at += 4;
  floats(judge);
  return bytes;
}

/** What `writeWeights` wrote; the rows are read where they lie. */
export function readWeights(bytes: Uint8Array): StoredWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const floats = (count: number): Float32Array => {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++, at += 4) values[i] = view.getFloat32(at, true);
    return values;
  };
  const table = (): StageTable => {
    const [bits, scale] = [view.getUint32(at, true), view.getFloat32(at + 4, true)];
    at += 8;
    const transitions = floats(TRANSITIONS);
    const checks = bytes.subarray(at, at + 2 ** bits);
    at += checks.length;
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, 2 ** bits * LABELS);
    at += rows.length;
    return { bits, scale, transitions, checks, rows };
  };
  const [stageOne, stageTwo] = [table(), table()];
  const count = view.getUint32(at, true);
  at += 4;
  return { stageOne, stageTwo, judge: floats(count) };
}
