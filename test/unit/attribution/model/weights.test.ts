import { describe, expect, it } from 'vitest';
import { bestLabels, marginals, TRANSITIONS } from '../../../../server/src/attribution/model/crf';
import { LABELS, Label } from '../../../../server/src/attribution/model/labels';
import { buildTable, readWeights, tableScorer, writeWeights } from '../../../../server/src/attribution/model/weights';

/** A toy: feature `f` of hash `1000 * f + 7` speaks for label `f % LABELS`. */
const hashes = Array.from({ length: 40 }, (_, f) => 1000 * f + 7);
const weight = (f: number, label: number): number => (label === f % LABELS ? 1 + f / 40 : -0.25);
const transitions = new Float32Array(TRANSITIONS);
const table = buildTable(hashes, weight, transitions, 64, 1 / 64);

/** The exact scores of tokens with these features. */
function exact(tokens: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(
    tokens.flatMap((features) => Array.from({ length: LABELS }, (_, l) => features.reduce((sum, f) => sum + weight(f, l), 0))),
  );
}

/** The stored scores of the same. */
function stored(tokens: readonly (readonly number[])[], scorer = tableScorer(table, 8)): Float32Array {
  return scorer.emissions(tokens.length, (i, out) => {
    const features = tokens[i] ?? [];
    for (const [k, f] of features.entries()) out[k] = hashes[f] ?? f;
    return features.length;
  });
}

const chain = (emissions: Float32Array, length: number) => ({
  length,
  emissions,
  boundary: new Uint8Array(length),
  transitions,
  steps: tableScorer(table, 8).steps,
});

const TOKENS = [[1, 8], [2], [3, 17], [0], [5, 12, 19], [6, 13], [6, 20, 34]];

describe('stored weights', () => {
  it('score as the full ones do, to within half a step of each feature', () => {
    const [full, coarse] = [exact(TOKENS), stored(TOKENS)];
    for (const [i, score] of full.entries()) expect(Math.abs(score - (coarse[i] ?? 0))).toBeLessThanOrEqual(4 / 128);
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
    expect([...tableScorer(table, 8).emissions(1, (_, out) => out.fill(123456).length)]).toEqual(new Array(LABELS).fill(0));
  });

  it('come back from bytes as they were', () => {
    const bytes = writeWeights({ stageOne: table, stageTwo: table, judge: Float32Array.of(0.5, -1) });
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    const back = readWeights(padded.subarray(3));
    expect(back.judge).toEqual(Float32Array.of(0.5, -1));
    expect(stored(TOKENS, tableScorer(back.stageTwo, 8))).toEqual(stored(TOKENS));
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
    const { probabilities } = marginals(chain(exact(TOKENS), TOKENS.length));
    for (let i = 0; i < TOKENS.length; i++) {
      const own = probabilities.subarray(i * LABELS, (i + 1) * LABELS);
      expect(own.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
    }
    expect(probabilities[Label.Content]).toBe(0);
  });
});
