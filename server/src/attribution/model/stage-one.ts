import { mix } from '../../language/hash';
import { bucket, type Passage } from './passage';

/** How many features stage one gives a token at most. */
export const STAGE_ONE_FEATURES = 100;

/** Outside the passage. */
const NONE = 0xffff;

/**
 * The features of token `i` for stage one, which marks every source, cue and content of a passage at once: words, parts of speech, shapes and suffixes
 * around it, where the quotation marks are, and the nearest words that may be cues. Written into `out`; returns how many.
 */
export function stageOneFeatures(p: Passage, i: number, out: Int32Array): number {
  const { word, tag, shape, cluster, suffix3, quote, saying } = p;
  const w0 = word[i] ?? 0;
  const w1 = word[i + 1] ?? NONE;
  const w2 = word[i + 2] ?? NONE;
  const b1 = i > 0 ? (word[i - 1] ?? 0) : NONE;
  const b2 = i > 1 ? (word[i - 2] ?? 0) : NONE;
  const t0 = tag[i] ?? 0;
  const t1 = tag[i + 1] ?? 63;
  const t2 = tag[i + 2] ?? 63;
  const t3 = tag[i + 3] ?? 63;
  const u1 = i > 0 ? (tag[i - 1] ?? 0) : 63;
  const u2 = i > 1 ? (tag[i - 2] ?? 0) : 63;
  const u3 = i > 2 ? (tag[i - 3] ?? 0) : 63;
  const q0 = quote[i] ?? 0;
  const q1 = quote[i + 1] ?? 7;
  const qb = i > 0 ? (quote[i - 1] ?? 0) : 7;
  const s0 = shape[i] ?? 0;
  const before = u1 * 64 + t0;
  const after = t0 * 64 + t1;
  let n = 0;
  out[n++] = mix(1, w0);
  out[n++] = mix(2, w1);
  out[n++] = mix(3, w2);
  out[n++] = mix(4, b1);
  out[n++] = mix(5, b2);
  out[n++] = mix(6, t0);
  out[n++] = mix(7, t1);
  out[n++] = mix(8, u1);
  out[n++] = mix(9, before);
  out[n++] = mix(10, after);
  out[n++] = mix(11, u2 * 64 + u1);
  out[n++] = mix(12, t1 * 64 + t2);
  out[n++] = mix(13, before * 64 + t1);
  out[n++] = mix(14, (u2 * 64 + u1) * 64 + t0);
  out[n++] = mix(15, after * 64 + t2);
  out[n++] = mix(16, (t1 * 64 + t2) * 64 + t3);
  out[n++] = mix(17, (u3 * 64 + u2) * 64 + u1);
  out[n++] = mix(mix(18, w0), w1);
  out[n++] = mix(mix(19, b1), w0);
  out[n++] = mix(mix(20, w0), t1);
  out[n++] = mix(mix(21, w0), u1);
  out[n++] = mix(22, suffix3[i] ?? 0);
  out[n++] = mix(23, suffix3[i + 1] ?? 0);
  out[n++] = mix(24, i > 0 ? (suffix3[i - 1] ?? 0) : NONE);
  out[n++] = mix(25, s0);
  out[n++] = mix(26, (i > 0 ? (shape[i - 1] ?? 0) : 63) * 64 + s0);
  out[n++] = mix(27, s0 * 64 + (shape[i + 1] ?? 63));
  const quoted = (qb * 8 + q0) * 8 + q1;
  out[n++] = mix(28, quoted);
  out[n++] = mix(mix(29, q0), w0);
  out[n++] = mix(30, q0 * 64 + t0);
  out[n++] = mix(31, (q0 * 16 + (p.sinceMark[i] ?? 0)) * 16 + (p.toMark[i] ?? 0));
  out[n++] = mix(32, q0 * 16 + (p.sinceMark[i] ?? 0));
  out[n++] = mix(33, q0 * 16 + (p.toMark[i] ?? 0));
  out[n++] = mix(34, p.layout * 8 + q0);
  const start = bucket(p.sinceStart[i] ?? 0);
  out[n++] = mix(35, start * 8 + q0);
  out[n++] = mix(36, bucket(i) * 8 + q0);
  out[n++] = mix(37, bucket(p.toEnd[i] ?? 0) * 8 + q0);
  const left = p.sayingLeft[i] ?? -1;
  const right = p.sayingRight[i] ?? -1;
  const leftWord = left < 0 ? NONE : (word[left] ?? 0);
  const rightWord = right < 0 ? NONE : (word[right] ?? 0);
  const leftFar = left < 0 ? 15 : bucket(i - left);
  const rightFar = right < 0 ? 15 : bucket(right - i);
  const sides = leftFar * 16 + rightFar;
  out[n++] = mix(38, sides * 8 + q0);
  out[n++] = mix(mix(39, leftWord), leftFar);
  out[n++] = mix(mix(40, rightWord), rightFar);
  out[n++] = mix(mix(41, leftWord), q0);
  out[n++] = mix(mix(42, rightWord), q0);
  out[n++] = mix(mix(43, leftWord), left < 0 ? 63 : (tag[left] ?? 0) * 64 + (tag[left + 1] ?? 63));
  out[n++] = mix(44, (saying[i] ?? 0) * 64 + t0);
  out[n++] = mix(45, ((i > 0 ? (saying[i - 1] ?? 0) : 8) * 16 + (saying[i] ?? 0)) * 16 + (saying[i + 1] ?? 8));
  out[n++] = mix(46, cluster[i] ?? 0);
  out[n++] = mix(47, cluster[i + 1] ?? NONE);
  out[n++] = mix(48, i > 0 ? (cluster[i - 1] ?? 0) : NONE);
  out[n++] = mix(49, (cluster[i] ?? 0) * 256 + (cluster[i + 1] ?? 255));
  out[n++] = mix(50, (i > 0 ? (cluster[i - 1] ?? 0) : 255) * 256 + (cluster[i] ?? 0));
  out[n++] = mix(51, rightFar * 64 + (right < 0 ? 63 : (tag[right] ?? 0)));
  out[n++] = mix(52, leftFar * 64 + (left < 0 ? 63 : (tag[left] ?? 0)));
  out[n++] = mix(mix(53, w1), w2);
  out[n++] = mix(mix(54, b2), b1);
  out[n++] = mix(55, p.boundary[i] ?? 0);
  out[n++] = mix(60, word[i + 3] ?? NONE);
  out[n++] = mix(61, i > 2 ? (word[i - 3] ?? 0) : NONE);
  out[n++] = mix(62, t2);
  out[n++] = mix(63, t3);
  out[n++] = mix(64, u2);
  out[n++] = mix(65, u3);
  out[n++] = mix(66, tag[i + 4] ?? 63);
  out[n++] = mix(67, i > 3 ? (tag[i - 4] ?? 0) : 63);
  out[n++] = mix(68, suffix3[i + 2] ?? 0);
  out[n++] = mix(69, i > 1 ? (suffix3[i - 2] ?? 0) : NONE);
  out[n++] = mix(70, shape[i + 2] ?? 63);
  out[n++] = mix(71, i > 1 ? (shape[i - 2] ?? 0) : 63);
  out[n++] = mix(72, ((u2 * 64 + u1) * 64 + t0) * 64 + t1);
  out[n++] = mix(mix(73, w0), u1 * 64 + t1);
  out[n++] = mix(mix(74, w1), t0);
  out[n++] = mix(mix(75, b1), t0);
  out[n++] = mix(mix(76, b1), t0 * 64 + t1);
  out[n++] = mix(mix(77, b2), u1 * 64 + t0);
  out[n++] = mix(mix(80, leftWord), rightWord);
  out[n++] = mix(mix(81, leftWord), t0);
  out[n++] = mix(mix(82, rightWord), t0);
  out[n++] = mix(mix(83, left < 0 ? NONE : (word[left + 1] ?? NONE)), leftWord);
  out[n++] = mix(84, (right < 0 ? 63 : (tag[right - 1] ?? 63)) * 64 + t0);
  out[n++] = mix(
    85,
    (left < 0 ? 0 : (p.quote[left] ?? 0) + 1) * 512 +
      (right < 0 ? 0 : (saying[right] ?? 0) + 1) * 16 +
      (left < 0 ? 0 : (saying[left] ?? 0) + 1),
  );
  return n;
}
