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
const STEP = LABELS * LABELS;

/** Room for the passage at hand; grows, holds nothing between calls. */
let back = new Uint8Array(64 * LABELS);
let emitted = new Float64Array(64 * LABELS);
let sums = new Float64Array(64);
const next = new Float64Array(LABELS);

function grow(length: number): void {
  if (sums.length >= length) return;
  back = new Uint8Array(length * 2 * LABELS);
  emitted = new Float64Array(length * 2 * LABELS);
  sums = new Float64Array(length * 2);
}

// Both walks run for each token of a text, the second kind twice: written out for seven labels, of which every second one goes on with the one before
// it and may follow those two only (`mayFollow`). Casts where the index is known to lie inside.

/** The likeliest sequence of labels (Viterbi). `cueBias` is added to each beginning of a cue. */
export function bestLabels({ length, emissions, boundary, transitions }: Chain, cueBias: number): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  grow(length);
  const start = (boundary[0] as number) * STEP;
  for (let l = 0; l < LABELS; l++) {
    const score = mayFollow(Label.Outside, l) ? (transitions[start + l] as number) : Number.NEGATIVE_INFINITY;
    next[l] = score + (emissions[l] as number) + (l === Label.CueBegin ? cueBias : 0);
  }
  for (let i = 1; i < length; i++) {
    const s0 = next[0] as number;
    const s1 = next[1] as number;
    const s2 = next[2] as number;
    const s3 = next[3] as number;
    const s4 = next[4] as number;
    const s5 = next[5] as number;
    const s6 = next[6] as number;
    const at = i * LABELS;
    const step = (boundary[i] as number) * STEP;
    for (let l = 0; l < LABELS; l += l === 0 ? 1 : 2) {
      const t = step + l;
      let best = s0 + (transitions[t] as number);
      let from = 0;
      let score = s1 + (transitions[t + 7] as number);
      if (score > best) {
        best = score;
        from = 1;
      }
      score = s2 + (transitions[t + 14] as number);
      if (score > best) {
        best = score;
        from = 2;
      }
      score = s3 + (transitions[t + 21] as number);
      if (score > best) {
        best = score;
        from = 3;
      }
      score = s4 + (transitions[t + 28] as number);
      if (score > best) {
        best = score;
        from = 4;
      }
      score = s5 + (transitions[t + 35] as number);
      if (score > best) {
        best = score;
        from = 5;
      }
      score = s6 + (transitions[t + 42] as number);
      if (score > best) {
        best = score;
        from = 6;
      }
      next[l] = best + (emissions[at + l] as number);
      back[at + l] = from;
    }
    next[Label.CueBegin] = (next[Label.CueBegin] as number) + cueBias;
    const source1 = s1 + (transitions[step + 9] as number);
    const source2 = s2 + (transitions[step + 16] as number);
    next[2] = Math.max(source1, source2) + (emissions[at + 2] as number);
    back[at + 2] = source2 > source1 ? 2 : 1;
    const cue3 = s3 + (transitions[step + 25] as number);
    const cue4 = s4 + (transitions[step + 32] as number);
    next[4] = Math.max(cue3, cue4) + (emissions[at + 4] as number);
    back[at + 4] = cue4 > cue3 ? 4 : 3;
    const content5 = s5 + (transitions[step + 41] as number);
    const content6 = s6 + (transitions[step + 48] as number);
    next[6] = Math.max(content5, content6) + (emissions[at + 6] as number);
    back[at + 6] = content6 > content5 ? 6 : 5;
  }
  let label = 0;
  for (let k = 1; k < LABELS; k++) if ((next[k] as number) > (next[label] as number)) label = k;
  for (let i = length - 1; i > 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label] as number;
  }
  labels[0] = label;
  return labels;
}

/** The probability of each label at each token (forward and backward), `i * LABELS + label`. */
export function marginals({ length, emissions, boundary, steps }: Chain): Float32Array {
  const probabilities = new Float32Array(length * LABELS);
  if (length === 0) return probabilities;
  grow(length);
  // Before the first token all is outside.
  let [p0, p1, p2, p3, p4, p5, p6] = [1, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    let top = emissions[at] as number;
    for (let l = 1; l < LABELS; l++) top = Math.max(top, emissions[at + l] as number);
    for (let l = 0; l < LABELS; l++) emitted[at + l] = exp((emissions[at + l] as number) - top);
    const step = (boundary[i] as number) * STEP;
    for (let l = 0; l < LABELS; l += l === 0 ? 1 : 2) {
      const t = step + l;
      next[l] =
        (p0 * (steps[t] as number) +
          p1 * (steps[t + 7] as number) +
          p2 * (steps[t + 14] as number) +
          p3 * (steps[t + 21] as number) +
          p4 * (steps[t + 28] as number) +
          p5 * (steps[t + 35] as number) +
          p6 * (steps[t + 42] as number)) *
        (emitted[at + l] as number);
    }
    p2 = (p1 * (steps[step + 9] as number) + p2 * (steps[step + 16] as number)) * (emitted[at + 2] as number);
    p4 = (p3 * (steps[step + 25] as number) + p4 * (steps[step + 32] as number)) * (emitted[at + 4] as number);
    p6 = (p5 * (steps[step + 41] as number) + p6 * (steps[step + 48] as number)) * (emitted[at + 6] as number);
    p0 = next[0] as number;
    p1 = next[1] as number;
    p3 = next[3] as number;
    p5 = next[5] as number;
    const sum = Math.max(p0 + p1 + p2 + p3 + p4 + p5 + p6, 1e-30);
    const scale = 1 / sum;
    sums[i] = scale;
    probabilities[at] = p0 *= scale;
    probabilities[at + 1] = p1 *= scale;
    probabilities[at + 2] = p2 *= scale;
    probabilities[at + 3] = p3 *= scale;
    probabilities[at + 4] = p4 *= scale;
    probabilities[at + 5] = p5 *= scale;
    probabilities[at + 6] = p6 *= scale;
  }
  next.fill(1);
  for (let i = length - 1; i > 0; i--) {
    const at = i * LABELS;
    const scale = sums[i] as number;
    const b0 = (emitted[at] as number) * (next[0] as number) * scale;
    const b1 = (emitted[at + 1] as number) * (next[1] as number) * scale;
    const b2 = (emitted[at + 2] as number) * (next[2] as number) * scale;
    const b3 = (emitted[at + 3] as number) * (next[3] as number) * scale;
    const b4 = (emitted[at + 4] as number) * (next[4] as number) * scale;
    const b5 = (emitted[at + 5] as number) * (next[5] as number) * scale;
    const b6 = (emitted[at + 6] as number) * (next[6] as number) * scale;
    const step = (boundary[i] as number) * STEP;
    for (let k = 0; k < LABELS; k++) {
      const t = step + k * LABELS;
      const begun =
        (steps[t] as number) * b0 + (steps[t + 1] as number) * b1 + (steps[t + 3] as number) * b3 + (steps[t + 5] as number) * b5;
      const onwards =
        k === 0 ? 0 : k < 3 ? (steps[t + 2] as number) * b2 : k < 5 ? (steps[t + 4] as number) * b4 : (steps[t + 6] as number) * b6;
      next[k] = begun + onwards;
    }
    for (let k = 0; k < LABELS; k++) probabilities[at - LABELS + k] = (probabilities[at - LABELS + k] as number) * (next[k] as number);
  }
  return probabilities;
}

/** e to the power of -j / 32. */
const POWERS = Float64Array.from({ length: 1024 }, (_, j) => Math.exp(-j / 32));

/** e to the power of `x`, which is not above 0, to nine digits; 0 below -32. */
function exp(x: number): number {
  const steps = -32 * x;
  if (!(steps < 1024)) return 0;
  const j = steps | 0;
  const r = (j - steps) / 32;
  return (POWERS[j] as number) * (1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r / 24))));
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
