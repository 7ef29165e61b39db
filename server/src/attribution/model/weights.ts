import { expTransitions, TRANSITIONS } from './crf';
import type { Scorer } from './extract';
import { LABELS } from './labels';

/** How far a row may lie from its own place. */
const PROBES = 8;

/** A stage's weights in 8 bits: rows found by open addressing, so that features which training never kept count nothing. */
export interface StageTable {
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

const place = (hash: number, size: number): number => Math.floor(((Math.imul(hash, 0x9e3779b1) >>> 0) * size) / 4294967296);

const check = (hash: number): number => {
  const byte = hash & 255;
  return byte === 0 ? 1 : byte;
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
    const quantised = Array.from({ length: LABELS }, (_, l) => Math.max(-127, Math.min(127, Math.round(weights(feature, l) / scale))));
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

/** What is added to a weight in a packed row, so that its byte is never negative. */
const BIAS = 128;
const LANES = 0x00ff00ff;

/**
 * Rows as two words each: the seven weights, a byte each and `BIAS` more, and the check as the last byte. Weights are added up two by two, in the
 * halves of a word: a hundred features of at most 255 don't overflow sixteen bits.
 */
function pack({ checks, rows }: StageTable): Int32Array {
  const packed = new Int32Array(checks.length * 2);
  for (let slot = 0; slot < checks.length; slot++) {
    let [low, high] = [0, (checks[slot] ?? 0) << 24];
    for (let l = 0; l < 4; l++) low |= ((rows[slot * LABELS + l] ?? 0) + BIAS) << (8 * l);
    for (let l = 4; l < LABELS; l++) high |= ((rows[slot * LABELS + l] ?? 0) + BIAS) << (8 * (l - 4));
    packed[slot * 2] = low;
    packed[slot * 2 + 1] = high;
  }
  return packed;
}

/** A stage to decode with. `room` is the most features that a token can have, at most 256. */
export function tableScorer(table: StageTable, room: number): Scorer {
  const { scale, transitions } = table;
  const features = new Int32Array(room);
  const packed = pack(table);
  const size = table.checks.length;
  return {
    transitions,
    steps: expTransitions(transitions),
    emissions(length, fill) {
      const emissions = new Float32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        const count = fill(i, features);
        // The hottest loop of the analysis: casts where the index is known to lie inside.
        let found = 0;
        let first = 0;
        let second = 0;
        let third = 0;
        let fourth = 0;
        for (let k = 0; k < count; k++) {
          const hash = features[k] as number;
          const wanted = check(hash);
          let slot = place(hash, size);
          for (let probe = 0; probe < PROBES; probe++) {
            const high = packed[slot * 2 + 1] as number;
            const seen = high >>> 24;
            if (seen === wanted) {
              const low = packed[slot * 2] as number;
              first += low & LANES;
              second += (low >>> 8) & LANES;
              third += high & LANES;
              fourth += (high >>> 8) & 0xff;
              found++;
              break;
            }
            if (seen === 0) break;
            slot = slot + 1 === size ? 0 : slot + 1;
          }
        }
        const at = i * LABELS;
        const bias = found * BIAS;
        emissions[at] = ((first & 0xffff) - bias) * scale;
        emissions[at + 1] = ((second & 0xffff) - bias) * scale;
        emissions[at + 2] = ((first >>> 16) - bias) * scale;
        emissions[at + 3] = ((second >>> 16) - bias) * scale;
        emissions[at + 4] = ((third & 0xffff) - bias) * scale;
        emissions[at + 5] = (fourth - bias) * scale;
        emissions[at + 6] = ((third >>> 16) - bias) * scale;
      }
      return emissions;
    },
  };
}

/** The weights as bytes: for each stage its size, scale, transitions, checks and rows; then the judge. */
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
  for (const { scale, transitions, checks, rows } of [stageOne, stageTwo]) {
    view.setUint32(at, checks.length, true);
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
    const [size, scale] = [view.getUint32(at, true), view.getFloat32(at + 4, true)];
    at += 8;
    const transitions = floats(TRANSITIONS);
    const checks = bytes.subarray(at, at + size);
    at += checks.length;
    const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, size * LABELS);
    at += rows.length;
    return { scale, transitions, checks, rows };
  };
  const [stageOne, stageTwo] = [table(), table()];
  const count = view.getUint32(at, true);
  at += 4;
  return { stageOne, stageTwo, judge: floats(count) };
}
