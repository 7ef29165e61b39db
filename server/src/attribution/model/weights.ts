import { TRANSITIONS } from './crf';
import { LABELS } from './labels';
import type { StageTable } from './score-table';

/** Both stages and the judge. */
export interface StoredWeights {
  readonly stageOne: StageTable;
  readonly stageTwo: StageTable;
  /** A weight for each hashed feature of the judge; the length a power of two. */
  readonly judge: Float32Array;
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
