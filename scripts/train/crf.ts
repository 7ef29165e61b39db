import { expTransitions, TRANSITIONS } from '../../server/src/attribution/model/crf';
import { LABELS } from '../../server/src/attribution/model/labels';
import { random, shuffle } from './random';

/** A passage to learn from: for each token its features as dense numbers, and its label. */
export interface Example {
  readonly length: number;
  /** `features[offsets[i] … offsets[i + 1]]` are token `i`'s. */
  readonly features: Int32Array;
  readonly offsets: Uint32Array;
  readonly boundary: Uint8Array;
  readonly labels: Uint8Array;
}

/** How a chain is trained: AdaGrad on the log-likelihood, features dropped out at random, weights averaged over the last epochs. */
export interface CrfSettings {
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  /** What AdaGrad's sum of squares begins with: the more, the less a rare feature learns. */
  readonly initial: number;
  /** Weight decay towards nothing, per update of a weight. */
  readonly l2: number;
  readonly seed: number;
  /** Weights are averaged over the ends of this many last epochs. */
  readonly average: number;
}

/** Weights of a chain: a row of `LABELS` for each feature, and the transitions. */
export interface CrfModel {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/** Trains a chain on `examples` with `featureCount` features. */
export function trainCrf(examples: readonly Example[], featureCount: number, settings: CrfSettings, say: (line: string) => void): CrfModel {
  const { epochs, rate, dropout, initial, l2, seed, average } = settings;
  const size = featureCount * LABELS;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(initial);
  const transitions = new Float32Array(TRANSITIONS);
  const transitionSquares = new Float32Array(TRANSITIONS).fill(initial);
  const meanWeights = new Float32Array(size);
  const meanTransitions = new Float32Array(TRANSITIONS);
  const longest = Math.max(...examples.map(({ length }) => length));
  const emissions = new Float32Array(longest * LABELS);
  const emitted = new Float64Array(longest * LABELS);
  const alpha = new Float64Array(longest * LABELS);
  const sums = new Float64Array(longest);
  const beta = new Float64Array(LABELS);
  const earlier = new Float64Array(LABELS);
  const residual = new Float64Array(LABELS);
  const gradient = new Float64Array(TRANSITIONS);
  const next = random(seed);
  const order = [...examples];
  const keptShare = 1 / (1 - dropout);
  const kept = new Int32Array(longest * 110);
  const keptOffsets = new Int32Array(longest + 1);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, next);
    let loss = 0;
    let tokens = 0;
    for (const { length, features, offsets, boundary, labels } of order) {
      // Emissions, with a share of the features left out.
      let keptCount = 0;
      for (let i = 0; i < length; i++) {
        keptOffsets[i] = keptCount;
        const at = i * LABELS;
        let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
        for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
          if (next() < dropout) continue;
          const row = (features[k] as number) * LABELS;
          kept[keptCount++] = row;
          a += weights[row] as number;
          b += weights[row + 1] as number;
          c += weights[row + 2] as number;
          d += weights[row + 3] as number;
          e += weights[row + 4] as number;
          f += weights[row + 5] as number;
          g += weights[row + 6] as number;
        }
        emissions[at] = a * keptShare;
        emissions[at + 1] = b * keptShare;
        emissions[at + 2] = c * keptShare;
        emissions[at + 3] = d * keptShare;
        emissions[at + 4] = e * keptShare;
        emissions[at + 5] = f * keptShare;
        emissions[at + 6] = g * keptShare;
      }
      keptOffsets[length] = keptCount;
      const steps = expTransitions(transitions);
      // Forward.
      for (let i = 0; i < length; i++) {
        const at = i * LABELS;
        let top = Number.NEGATIVE_INFINITY;
        for (let l = 0; l < LABELS; l++) top = Math.max(top, emissions[at + l] as number);
        const step = (boundary[i] as number) * LABELS * LABELS;
        let sum = 0;
        for (let l = 0; l < LABELS; l++) {
          const e = Math.exp((emissions[at + l] as number) - top);
          emitted[at + l] = e;
          let total = 0;
          if (i === 0) total = steps[step + l] as number;
          else for (let k = 0; k < LABELS; k++) total += (alpha[at - LABELS + k] as number) * (steps[step + k * LABELS + l] as number);
          alpha[at + l] = total * e;
          sum += total * e;
        }
        for (let l = 0; l < LABELS; l++) alpha[at + l] = (alpha[at + l] as number) / sum;
        sums[i] = sum;
        const before = i === 0 ? 0 : (labels[i - 1] as number);
        loss +=
          Math.log(sum) +
          top -
          (emissions[at + (labels[i] as number)] as number) -
          (transitions[step + before * LABELS + (labels[i] as number)] as number);
      }
      tokens += length;
      // Backward, with the gradients on the way.
      gradient.fill(0);
      beta.fill(1);
      for (let i = length - 1; i >= 0; i--) {
        const at = i * LABELS;
        const gold = labels[i] as number;
        const step = (boundary[i] as number) * LABELS * LABELS;
        for (let l = 0; l < LABELS; l++) residual[l] = (l === gold ? 1 : 0) - (alpha[at + l] as number) * (beta[l] as number);
        if (i > 0) {
          const z = sums[i] as number;
          for (let k = 0; k < LABELS; k++) {
            let total = 0;
            const a = alpha[at - LABELS + k] as number;
            for (let l = 0; l < LABELS; l++) {
              const flow = ((steps[step + k * LABELS + l] as number) * (emitted[at + l] as number) * (beta[l] as number)) / z;
              total += flow;
              gradient[step + k * LABELS + l] = (gradient[step + k * LABELS + l] as number) - a * flow;
            }
            earlier[k] = total;
          }
          const pair = step + (labels[i - 1] as number) * LABELS + gold;
          gradient[pair] = (gradient[pair] as number) + 1;
          beta.set(earlier);
        } else for (let l = 0; l < LABELS; l++) gradient[step + l] = (gradient[step + l] as number) + (residual[l] as number);
        for (let k = keptOffsets[i] as number; k < (keptOffsets[i + 1] as number); k++) {
          const row = kept[k] as number;
          for (let l = 0; l < LABELS; l++) {
            const w = weights[row + l] as number;
            const g = (residual[l] as number) - l2 * w;
            if (g > -1e-4 && g < 1e-4) continue;
            const s = (squares[row + l] as number) + g * g;
            squares[row + l] = s;
            weights[row + l] = w + (rate * g) / (Math.sqrt(s) + 1e-6);
          }
        }
      }
      for (let t = 0; t < TRANSITIONS; t++) {
        const g = gradient[t] as number;
        if (g === 0) continue;
        const s = (transitionSquares[t] as number) + g * g;
        transitionSquares[t] = s;
        transitions[t] = (transitions[t] as number) + (rate * g) / (Math.sqrt(s) + 1e-6);
      }
    }
    if (epoch > epochs - average) {
      for (let w = 0; w < size; w++) meanWeights[w] = (meanWeights[w] as number) + (weights[w] as number) / average;
      for (let t = 0; t < TRANSITIONS; t++) meanTransitions[t] = (meanTransitions[t] as number) + (transitions[t] as number) / average;
    }
    say(`  epoch ${epoch}: loss ${(loss / tokens).toFixed(4)} a token`);
  }
  return { weights: meanWeights, transitions: meanTransitions };
}
