import { describe, expect, it } from 'vitest';
import { bestLabels, expTransitions, marginals, TRANSITIONS } from '../../../../server/src/attribution/model/crf';
import { LABELS, Label } from '../../../../server/src/attribution/model/labels';
import { buildTable, HEAVIEST, ScoreTable, SUMS } from '../../../../server/src/attribution/model/score-table';
import { readWeights, writeWeights } from '../../../../server/src/attribution/model/weights';

/** A toy: feature `f` of hash `1000 * f + 7` speaks for label `f % LABELS`. */
const hashes = Array.from({ length: 40 }, (_, f) => 1000 * f + 7);
const weight = (f: number, label: number): number => (label === f % LABELS ? 1 + f / 40 : -0.25);
const transitions = new Float32Array(TRANSITIONS);
const SCALE = 1 / 12;
const table = buildTable(hashes, weight, transitions, 64, SCALE);

/** The exact scores of tokens with these features. */
function exact(tokens: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(
    tokens.flatMap((features) => Array.from({ length: LABELS }, (_, l) => features.reduce((sum, f) => sum + weight(f, l), 0))),
  );
}

/** The stored scores of the same; `ways`: each feature by itself, or all of a token's in one packed score. */
function stored(tokens: readonly (readonly number[])[], from = table, ways: 'each' | 'together' = 'each'): Float32Array {
  const scores = new ScoreTable(from);
  return Float32Array.from(
    tokens.flatMap((features) => {
      const sums = new Int32Array(SUMS);
      const own = Int32Array.from(features, (f) => hashes[f] ?? f);
      if (ways === 'each') scores.addEach(own, own.length, 0, 1, sums);
      else {
        const packed = new Int32Array(2);
        scores.sum(own, 0, own.length, packed, 0);
        const bytes = new Uint8Array(packed.buffer);
        return Array.from({ length: LABELS }, (_, l) => ((bytes[l] ?? 0) - 128) * SCALE);
      }
      return [...scores.scores(sums, 0, 1, own.length)];
    }),
  );
}

const chain = (emissions: Float32Array, length: number) => ({
  length,
  emissions,
  boundary: new Uint8Array(length),
  transitions,
  steps: expTransitions(transitions),
});

const TOKENS = [[1, 8], [2], [3, 17], [0], [5, 12, 19], [6, 13], [6, 20, 34]];

describe('stored weights', () => {
  it('score as the full ones do, to within half a step of each feature', () => {
    const [full, coarse] = [exact(TOKENS), stored(TOKENS)];
    for (const [i, score] of full.entries()) expect(Math.abs(score - (coarse[i] ?? 0))).toBeLessThanOrEqual((3 / 2) * SCALE + 1e-6);
  });

  it('come to the same packed together', () => {
    for (const [i, score] of stored(TOKENS, table, 'together').entries()) expect(score).toBeCloseTo(stored(TOKENS)[i] ?? 0, 5);
  });

  it('find the same labels as the full ones', () => {
    const labels = bestLabels(chain(stored(TOKENS), TOKENS.length), 0);
    expect(labels).toEqual(bestLabels(chain(exact(TOKENS), TOKENS.length), 0));
    expect([...labels]).toEqual([
      Label.SourceBegin,
      Label.Source,
      Label.CueBegin,
      Label.Outside,
      Label.ContentBegin,
      Label.Content,
      Label.Content,
    ]);
  });

  it('give nothing for features that training never kept', () => {
    expect([...stored([[123456, 654321]])]).toEqual(new Array(LABELS).fill(0));
  });

  it('find every feature of a table that is nearly full, those that turn round at its end too', () => {
    const many = Array.from({ length: 250 }, (_, f) => Math.imul(f + 1, 0x2545f491));
    const full = buildTable(many, (f, l) => (l === f % LABELS ? (f % HEAVIEST) + 1 : 0), transitions, 300, 1);
    const scores = new ScoreTable(full);
    let right = 0;
    for (const [f, hash] of many.entries()) {
      const sums = new Int32Array(SUMS);
      scores.addEach(Int32Array.of(hash), 1, 0, 1, sums);
      if (scores.scores(sums, 0, 1, 1)[f % LABELS] === (f % HEAVIEST) + 1) right++;
    }
    // Some find no room, and some meet another one's check on the way.
    expect(right).toBeGreaterThan(220);
  });

  it('come back from bytes as they were', () => {
    const bytes = writeWeights({ stageOne: table, stageTwo: table, judge: Float32Array.of(0.5, -1) });
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    const back = readWeights(padded.subarray(3));
    expect(back.judge).toEqual(Float32Array.of(0.5, -1));
    expect(stored(TOKENS, back.stageTwo)).toEqual(stored(TOKENS));
  });
});

describe('the chain', () => {
  it('never goes on with what has not begun', () => {
    const emissions = new Float32Array(2 * LABELS);
    emissions[Label.Content] = 5;
    emissions[LABELS + Label.Content] = 5;
    expect([...bestLabels(chain(emissions, 2), 0)]).toEqual([Label.ContentBegin, Label.Content]);
  });

  it('gives each token probabilities that add up to one, the labels that may not be none', () => {
    const probabilities = marginals(chain(exact(TOKENS), TOKENS.length));
    for (let i = 0; i < TOKENS.length; i++) {
      const own = probabilities.subarray(i * LABELS, (i + 1) * LABELS);
      expect(own.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
    }
    expect(probabilities[Label.Content]).toBe(0);
  });
});
