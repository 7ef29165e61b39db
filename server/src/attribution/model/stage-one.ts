import { mix } from '../../language/hash';
import { type FeatureGroup, itself, VALUES, writeFeatures } from './feature-groups';
import { bucket, type Passage } from './passage';
import { boundaryAt, clusterAt, quoteAt, sayingAt, shapeAt, suffixAt, tagAt, wordAt } from './passage-values';
import { BOTH, LEFT, LEFT_TAG, RIGHT, RIGHT_TAG, SIDES } from './stage-one-cues';

/** How many features stage one gives a token at most. */
export const STAGE_ONE_FEATURES = 100;

type Group = FeatureGroup<Passage>;

/** A word by itself: itself, its ending, how it is written, what company it keeps. */
const FORM: Group = {
  from: -3,
  to: 3,
  read(p, j, v) {
    v[0] = wordAt(p, j);
    v[1] = suffixAt(p, j);
    v[2] = shapeAt(p, j);
    v[3] = clusterAt(p, j);
  },
  write(at, v, out, n) {
    const far = Math.abs(at);
    out[n++] = mix(FORM_WORD[at + 3] as number, v[0] as number);
    if (far <= 2) out[n++] = mix(FORM_SUFFIX[at + 2] as number, v[1] as number);
    if (at === 0) out[n++] = mix(25, v[2] as number);
    if (far === 2) out[n++] = mix(at < 0 ? 70 : 71, v[2] as number);
    if (far <= 1) out[n++] = mix(FORM_CLUSTER[at + 1] as number, v[3] as number);
    return n;
  },
};
/** The numbers of its features, for the token three places before it first. */
const FORM_WORD = [60, 3, 2, 1, 4, 5, 61];
const FORM_SUFFIX = [68, 23, 22, 24, 69];
const FORM_CLUSTER = [47, 46, 48];

/** Three parts of speech in a row, and what is in them. */
const TAGS: Group = {
  from: -2,
  to: 4,
  read(p, j, v) {
    for (let k = 0; k < 3; k++) v[k] = tagAt(p, j + k);
  },
  write(at, v, out, n) {
    const [a, b, c] = [v[0] as number, v[1] as number, v[2] as number];
    const two = a * 64 + b;
    const three = two * 64 + c;
    if (at === -2) out[n++] = mix(66, c);
    if (at === -1) {
      out[n++] = mix(7, a);
      out[n++] = mix(62, b);
      out[n++] = mix(63, c);
      out[n++] = mix(12, two);
      out[n++] = mix(16, three);
    }
    if (at === 0) {
      out[n++] = mix(6, a);
      out[n++] = mix(10, two);
      out[n++] = mix(15, three);
    }
    if (at === 1) {
      out[n++] = mix(8, a);
      out[n++] = mix(9, two);
      out[n++] = mix(13, three);
    }
    if (at === 2) {
      out[n++] = mix(64, a);
      out[n++] = mix(11, two);
      out[n++] = mix(14, three);
    }
    if (at === 3) {
      out[n++] = mix(65, a);
      out[n++] = mix(17, three);
    }
    if (at === 4) out[n++] = mix(67, a);
    return n;
  },
};

/** Words in a row and words between parts of speech: so many that few come back before they are forgotten. */
const WORDS: Group = itself(
  (p, i, v) => {
    for (let k = 0; k < 5; k++) v[k] = wordAt(p, i - 2 + k);
    for (let k = 0; k < 4; k++) v[5 + k] = tagAt(p, i - 2 + k);
    for (let k = 0; k < 3; k++) v[9 + k] = clusterAt(p, i - 1 + k);
  },
  (v, out, n) => {
    const [b2, b1, w0, w1, w2] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    const [u2, u1, t0, t1] = [v[5] as number, v[6] as number, v[7] as number, v[8] as number];
    return writeWords(b2, b1, w0, w1, w2, u2, u1, t0, t1, v[9] as number, v[10] as number, v[11] as number, out, n);
  },
);

/** The words around a token, the parts of speech from two before it to one after it, and the clusters from one before it on. */
export function writeWords(
  b2: number,
  b1: number,
  w0: number,
  w1: number,
  w2: number,
  u2: number,
  u1: number,
  t0: number,
  t1: number,
  before: number,
  here: number,
  after: number,
  out: Int32Array,
  n: number,
): number {
  out[n] = mix(mix(18, w0), w1);
  out[n + 1] = mix(mix(19, b1), w0);
  out[n + 2] = mix(mix(53, w1), w2);
  out[n + 3] = mix(mix(54, b2), b1);
  out[n + 4] = mix(49, here * 256 + Math.min(255, after));
  out[n + 5] = mix(50, Math.min(255, before) * 256 + here);
  out[n + 6] = mix(mix(20, w0), t1);
  out[n + 7] = mix(mix(21, w0), u1);
  out[n + 8] = mix(72, ((u2 * 64 + u1) * 64 + t0) * 64 + t1);
  out[n + 9] = mix(mix(73, w0), u1 * 64 + t1);
  out[n + 10] = mix(mix(74, w1), t0);
  out[n + 11] = mix(mix(75, b1), t0);
  out[n + 12] = mix(mix(76, b1), t0 * 64 + t1);
  out[n + 13] = mix(mix(77, b2), u1 * 64 + t0);
  return n + WORD_FEATURES;
}
/** How many features that is. */
export const WORD_FEATURES = 14;

/** How two tokens in a row are written. */
const SHAPES: Group = {
  from: 0,
  to: 1,
  read(p, j, v) {
    v[0] = shapeAt(p, j) * 64 + shapeAt(p, j + 1);
  },
  write(at, v, out, n) {
    out[n++] = mix(at === 0 ? 27 : 26, v[0] as number);
    return n;
  },
};

/** The token with its part of speech, in quotation marks or not. */
const HERE: Group = itself(
  (p, i, v) => {
    v[0] = wordAt(p, i);
    v[1] = tagAt(p, i);
    v[2] = quoteAt(p, i);
    v[3] = sayingAt(p, i);
  },
  (v, out, n) => {
    const [word, tag, quote, saying] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(29, quote), word);
    out[n++] = mix(30, quote * 64 + tag);
    out[n++] = mix(44, saying * 64 + tag);
    return n;
  },
);

/** Marks and likely cue words right here. */
const NEAR: Group = itself(
  (p, i, v) => {
    v[0] = (quoteAt(p, i - 1) * 8 + quoteAt(p, i)) * 8 + quoteAt(p, i + 1);
    v[1] = (sayingAt(p, i - 1) * 16 + sayingAt(p, i)) * 16 + sayingAt(p, i + 1);
    v[2] = boundaryAt(p, i);
  },
  (v, out, n) => {
    out[n++] = mix(28, v[0] as number);
    out[n++] = mix(45, v[1] as number);
    out[n++] = mix(55, v[2] as number);
    return n;
  },
);

/** How far the quotation marks are, and what the passage is like. */
const MARKS: Group = itself(
  (p, i, v) => {
    v[0] = quoteAt(p, i);
    v[1] = p.sinceMark[i] ?? 0;
    v[2] = p.toMark[i] ?? 0;
    v[3] = p.layout;
  },
  (v, out, n) => {
    const [quote, since, to, layout] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(31, (quote * 16 + since) * 16 + to);
    out[n++] = mix(32, quote * 16 + since);
    out[n++] = mix(33, quote * 16 + to);
    out[n++] = mix(34, layout * 8 + quote);
    return n;
  },
);

/** How far into the sentence and the passage. */
const PLACE: Group = itself(
  (p, i, v) => {
    v[0] = quoteAt(p, i);
    v[1] = bucket(p.sinceStart[i] ?? 0);
    v[2] = bucket(i);
    v[3] = bucket(p.toEnd[i] ?? 0);
  },
  (v, out, n) => {
    const quote = v[0] as number;
    for (let k = 1; k <= 3; k++) out[n++] = mix(34 + k, (v[k] as number) * 8 + quote);
    return n;
  },
);

/** What stage one reads, in groups. */
export const STAGE_ONE = {
  form: FORM,
  tags: TAGS,
  words: WORDS,
  shapes: SHAPES,
  here: HERE,
  near: NEAR,
  marks: MARKS,
  place: PLACE,
  left: LEFT,
  right: RIGHT,
  leftTag: LEFT_TAG,
  rightTag: RIGHT_TAG,
  sides: SIDES,
  both: BOTH,
} as const;

const GROUPS: readonly Group[] = Object.values(STAGE_ONE);
const values = new Int32Array(VALUES);

/**
 * The features of token `i` for stage one, which marks every source, cue and content of a passage at once: words, parts of speech, shapes and suffixes
 * around it, where the quotation marks are, and the nearest words that may be cues. Written into `out`; returns how many.
 */
export const stageOneFeatures = (p: Passage, i: number, out: Int32Array): number => writeFeatures(GROUPS, p, i, 0, values, out);
