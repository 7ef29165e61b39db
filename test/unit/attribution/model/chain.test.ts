import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestLabels, type Chain, expTransitions, marginals, TRANSITIONS } from '../../../../server/src/attribution/model/crf';
import { LABELS, Label, mayFollow } from '../../../../server/src/attribution/model/labels';
import { BOUNDARIES } from '../../../../server/src/attribution/model/passage';

/** All sequences of labels that may be, with their scores. Exponential: for a handful of tokens. */
function sequences({ length, emissions, boundary, transitions }: Chain, cueBias: number): { labels: number[]; score: number }[] {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let i = 0; i < length; i++) {
    const step = (boundary[i] ?? 0) * LABELS * LABELS;
    all = all.flatMap(({ labels, score }) => {
      const before = labels[i - 1] ?? Label.Outside;
      return Array.from({ length: LABELS }, (_, label) => label)
        .filter((label) => mayFollow(before, label))
        .map((label) => ({
          labels: [...labels, label],
          score:
            score +
            (transitions[step + before * LABELS + label] ?? 0) +
            (emissions[i * LABELS + label] ?? 0) +
            (label === Label.CueBegin ? cueBias : 0),
        }));
    });
  }
  return all;
}

const chains = fc
  .tuple(
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: BOUNDARIES - 1 }), fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 7, maxLength: 7 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fc.array(fc.integer({ min: -16, max: 16 }), { minLength: TRANSITIONS, maxLength: TRANSITIONS }),
  )
  .map(([tokens, steps]): Chain => {
    const transitions = Float32Array.from(steps, (step) => step / 8);
    return {
      length: tokens.length,
      emissions: Float32Array.from(tokens.flatMap(([, scores]) => scores.map((score) => score / 8))),
      boundary: Uint8Array.from(tokens, ([boundary]) => boundary),
      transitions,
      steps: expTransitions(transitions),
    };
  });

it('the likeliest labels are the best of all sequences that may be', () => {
  fc.assert(
    fc.property(chains, fc.constantFrom(0, 2), (chain, cueBias) => {
      const all = sequences(chain, cueBias);
      const best = Math.max(...all.map(({ score }) => score));
      const found = [...bestLabels(chain, cueBias)].join();
      expect(all.find(({ labels }) => labels.join() === found)?.score).toBeCloseTo(best, 4);
    }),
    { numRuns: 60 },
  );
});

it('probabilities are those of all sequences that may be', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const all = sequences(chain, 0).map(({ labels, score }) => ({ labels, weight: Math.exp(score) }));
      const sum = all.reduce((total, { weight }) => total + weight, 0);
      for (const [at, probability] of marginals(chain).entries()) {
        const [i, label] = [Math.floor(at / LABELS), at % LABELS];
        const share = all.reduce((total, { labels, weight }) => total + (labels[i] === label ? weight : 0), 0) / sum;
        expect(probability).toBeCloseTo(share, 5);
      }
    }),
    { numRuns: 60 },
  );
});
