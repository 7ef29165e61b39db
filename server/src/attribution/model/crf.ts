import { LABELS, Label, mayFollow } from './labels';
import { BOUNDARIES } from './passage';

/**
 * A linear chain over a passage: a score for each token and label (*emissions*, `i * LABELS + label`), and one for each step from a label to
 * the next, which depends on the boundary between the two tokens (`(boundary * LABELS + before) * LABELS + label`).
 */
export interface Chain {
  readonly length: number;
  readonly emissions: Float32Array;
  readonly boundary: Uint8Array;
  readonly transitions: Float32Array;
  /** `expTransitions` of them. */
  readonly steps: Float32Array;
}

/** How many numbers the transitions are. */
export const TRANSITIONS = BOUNDARIES * LABELS * LABELS;

/** For each label, those that it may follow. */
const BEFORE: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, label) =>
  Uint8Array.from(Array.from({ length: LABELS }, (_, k) => k).filter((k) => mayFollow(k, label))),
);

/** The likeliest sequence of labels (Viterbi). `cueBias` is added to each beginning of a cue. */
export function bestLabels({ length, emissions, boundary, transitions }: Chain, cueBias: number): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const back = new Uint8Array(length * LABELS);
  let scores = new Float64Array(LABELS);
  let next = new Float64Array(LABELS);
  for (let i = 0; i < length; i++) {
    const step = (boundary[i] ?? 0) * LABELS * LABELS;
    for (let label = 0; label < LABELS; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (i === 0) best = mayFollow(Label.Outside, label) ? (transitions[step + label] ?? 0) : Number.NEGATIVE_INFINITY;
      else {
        for (const k of BEFORE[label] ?? []) {
          const score = (scores[k] ?? 0) + (transitions[step + k * LABELS + label] ?? 0);
          if (score > best) {
            best = score;
            from = k;
          }
        }
      }
      next[label] = best + (emissions[i * LABELS + label] ?? 0) + (label === Label.CueBegin ? cueBias : 0);
      back[i * LABELS + label] = from;
    }
    [scores, next] = [next, scores];
  }
  let label = 0;
  for (let k = 1; k < LABELS; k++) if ((scores[k] ?? 0) > (scores[label] ?? 0)) label = k;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label] ?? 0;
  }
  return labels;
}

/** The probability of each label at each token (forward and backward), `i * LABELS + label`, and the logarithm of the sum over all sequences. */
export function marginals(chain: Chain): { readonly probabilities: Float32Array; readonly logSum: number } {
  const { length, emissions, boundary, steps } = chain;
  const probabilities = new Float32Array(length * LABELS);
  if (length === 0) return { probabilities, logSum: 0 };
  const emitted = new Float32Array(length * LABELS);
  const sums = new Float64Array(length);
  let logSum = 0;
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    let top = emissions[at] ?? 0;
    for (let l = 1; l < LABELS; l++) top = Math.max(top, emissions[at + l] ?? 0);
    const step = (boundary[i] ?? 0) * LABELS * LABELS;
    let sum = 0;
    for (let l = 0; l < LABELS; l++) {
      const e = Math.exp((emissions[at + l] as number) - top);
      emitted[at + l] = e;
      let total = 0;
      if (i === 0) total = steps[step + l] as number;
      else for (let k = 0; k < LABELS; k++) total += (probabilities[at - LABELS + k] as number) * (steps[step + k * LABELS + l] as number);
      total *= e;
      probabilities[at + l] = total;
      sum += total;
    }
    sum = Math.max(sum, 1e-30);
    for (let l = 0; l < LABELS; l++) probabilities[at + l] = (probabilities[at + l] as number) / sum;
    sums[i] = sum;
    logSum += Math.log(sum) + top;
  }
  const beta = new Float64Array(LABELS).fill(1);
  const earlier = new Float64Array(LABELS);
  for (let i = length - 1; i > 0; i--) {
    const at = i * LABELS;
    const step = (boundary[i] ?? 0) * LABELS * LABELS;
    for (let k = 0; k < LABELS; k++) {
      let total = 0;
      for (let l = 0; l < LABELS; l++)
        total += (steps[step + k * LABELS + l] as number) * (emitted[at + l] as number) * (beta[l] as number);
      earlier[k] = total / (sums[i] ?? 1);
    }
    beta.set(earlier);
    for (let k = 0; k < LABELS; k++) probabilities[at - LABELS + k] = (probabilities[at - LABELS + k] as number) * (beta[k] as number);
  }
  return { probabilities, logSum };
}

/** e to each transition; 0 for those that may not be. */
export function expTransitions(transitions: Float32Array): Float32Array {
  const result = new Float32Array(transitions.length);
  for (let b = 0; b < BOUNDARIES; b++) {
    for (let k = 0; k < LABELS; k++) {
      for (let l = 0; l < LABELS; l++) {
        const at = (b * LABELS + k) * LABELS + l;
        result[at] = mayFollow(k, l) ? Math.exp(transitions[at] ?? 0) : 0;
      }
    }
  }
  return result;
}
