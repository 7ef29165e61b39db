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

/** A stage to decode with. `room` is the most features that a token can have. */
export function tableScorer({ scale, transitions, checks, rows }: StageTable, room: number): Scorer {
  const features = new Int32Array(room);
  const size = checks.length;
  return {
    transitions,
    steps: expTransitions(transitions),
    emissions(length, fill) {
      const emissions = new Float32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        const count = fill(i, features);
        // The hottest loop of the analysis. One variable for each label, and casts where the index is known to lie inside: both halve its time.
        let outside = 0;
        let sourceBegin = 0;
        let source = 0;
        let cueBegin = 0;
        let cue = 0;
        let contentBegin = 0;
        let content = 0;
        for (let k = 0; k < count; k++) {
          const hash = features[k] as number;
          const wanted = check(hash);
          let slot = place(hash, size);
          for (let probe = 0; probe < PROBES; probe++, slot = slot + 1 === size ? 0 : slot + 1) {
            const found = checks[slot] as number;
            if (found === 0) break;
            if (found !== wanted) continue;
            const row = slot * LABELS;
            outside += rows[row] as number;
            sourceBegin += rows[row + 1] as number;
            source += rows[row + 2] as number;
            cueBegin += rows[row + 3] as number;
            cue += rows[row + 4] as number;
            contentBegin += rows[row + 5] as number;
            content += rows[row + 6] as number;
            break;
          }
        }
        const at = i * LABELS;
        emissions[at] = outside * scale;
        emissions[at + 1] = sourceBegin * scale;
        emissions[at + 2] = source * scale;
        emissions[at + 3] = cueBegin * scale;
        emissions[at + 4] = cue * scale;
        emissions[at + 5] = contentBegin * scale;
        emissions[at + 6] = content * scale;
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
