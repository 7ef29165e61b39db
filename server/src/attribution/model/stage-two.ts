import { mix } from '../../language/hash';
import { type CueView, contentAt, distance, labelAt, sidedAt } from './cue-view';
import { type FeatureGroup, itself, VALUES, writeFeatures } from './feature-groups';
import { bucket } from './passage';
import { boundaryAt, leftAt, quoteAt, rightAt, tagAt, wordAt } from './passage-values';
import { AROUND_BOUNDARY, AROUND_FAR, AROUND_SIDE, CUE_FAR, CUE_SIDE, HEAD_BOUNDARY, HEAD_MAYBE, HEAD_TAG } from './stage-two-cue';

/** How many features stage two gives a token at most. */
export const STAGE_TWO_FEATURES = 90;

type Group = FeatureGroup<CueView>;

/** A word by itself. */
const FORM: Group = {
  from: -2,
  to: 2,
  read(view, j, v, sided) {
    v[0] = wordAt(view.passage, j);
    v[1] = view.passage.suffix3[j] ?? 0;
    v[2] = view.passage.cluster[j] ?? 0;
    v[3] = view.passage.saying[j] ?? 0;
    v[4] = sided;
  },
  write(at, v, out, n) {
    const [word, suffix, cluster, saying, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(mix(FORM_WORD[at + 2] as number, word), sided);
    if (at !== 0) return n;
    out[n++] = mix(mix(32, suffix), sided >> 2);
    out[n++] = mix(37, saying);
    out[n++] = mix(mix(38, cluster), sided >> 2);
    return n;
  },
};
/** The numbers of its features, for the token two places before it first. */
const FORM_WORD = [55, 17, 16, 18, 56];

/** Two parts of speech in a row. */
const TAGS: Group = {
  from: -1,
  to: 2,
  read(view, j, v, sided) {
    v[0] = tagAt(view.passage, j);
    v[1] = tagAt(view.passage, j + 1);
    v[2] = sided;
  },
  write(at, v, out, n) {
    const [a, b, sided] = [v[0] as number, v[1] as number, v[2] as number];
    if (at === 0) out[n++] = mix(19, sided * 64 + a);
    out[n++] = mix(TAG_PAIRS[at + 1] as number, (sided * 64 + a) * 64 + b);
    return n;
  },
};
const TAG_PAIRS = [23, 21, 20, 22];

/** Words and parts of speech in a row: the same for every cue. */
const WORDS: Group = itself(
  (view, i, v) => {
    for (let k = 0; k < 3; k++) v[k] = wordAt(view.passage, i - 1 + k);
    for (let k = 0; k < 5; k++) v[3 + k] = tagAt(view.passage, i - 2 + k);
  },
  (v, out, n) => {
    const [b1, w0, w1] = [v[0] as number, v[1] as number, v[2] as number];
    const [u2, u1, t0, t1, t2] = [v[3] as number, v[4] as number, v[5] as number, v[6] as number, v[7] as number];
    out[n++] = mix(mix(33, w0), b1);
    out[n++] = mix(mix(34, w0), w1);
    out[n++] = mix(57, (u2 * 64 + u1) * 64 + t0);
    out[n++] = mix(58, (t0 * 64 + t1) * 64 + t2);
    out[n++] = mix(mix(59, w0), u1 * 64 + t1);
    return n;
  },
);
/** How many features that is. */
export const WORD_FEATURES = 5;

/** Words and parts of speech around the token, on this side of the cue. */
const SIDED_WORDS: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, i - 1);
    v[1] = wordAt(view.passage, i + 1);
    for (let k = 0; k < 3; k++) v[2 + k] = tagAt(view.passage, i - 1 + k);
    v[5] = sided >> 2;
  },
  (v, out, n) => {
    const [u1, t0, t1, side] = [v[2] as number, v[3] as number, v[4] as number, v[5] as number];
    out[n++] = mix(mix(24, u1 * 64 + t0), side * 64 + t1);
    out[n++] = mix(mix(60, v[0] as number), t0 * 4 + side);
    out[n++] = mix(mix(61, v[1] as number), t0 * 4 + side);
    return n;
  },
);
/** How many features that is. */
export const SIDED_WORD_FEATURES = 3;

/** The word, its part of speech and its label. */
const HERE: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, i);
    v[1] = tagAt(view.passage, i) * 8 + labelAt(view, i);
    v[2] = labelAt(view, i);
    v[3] = sided;
  },
  (v, out, n) => {
    const [word, tagged, label, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(29, word), (sided >> 2) * 8 + label);
    out[n++] = mix(30, tagged * 16 + sided);
    return n;
  },
);

/** What stage one says here, and what it says of all between here and the cue. */
const LABELS_HERE: Group = itself(
  (view, i, v, sided) => {
    v[0] = labelAt(view, i);
    v[1] = (labelAt(view, i - 1) * 8 + labelAt(view, i)) * 8 + labelAt(view, i + 1);
    v[2] = view.crossed[i] ?? 0;
    v[3] = quoteAt(view.passage, i);
    v[4] = boundaryAt(view.passage, i);
    v[5] = sided;
  },
  (v, out, n) => {
    const [label, labels, crossed, quote, boundary, sided] = [
      v[0] as number,
      v[1] as number,
      v[2] as number,
      v[3] as number,
      v[4] as number,
      v[5] as number,
    ];
    out[n++] = mix(3, sided * 512 + labels);
    out[n++] = mix(4, (sided * 32 + crossed) * 8 + label);
    out[n++] = mix(5, ((sided * 32 + crossed) * 8 + label) * 8 + quote);
    out[n++] = mix(40, boundary * 16 + sided);
    out[n++] = mix(42, (boundary * 16 + sided) * 8 + label);
    return n;
  },
);

/** How probable stage one finds a source and a content here. */
const MAYBE: Group = itself(
  (view, i, v, sided) => {
    v[0] = view.sources[i] ?? 0;
    v[1] = contentAt(view, i);
    v[2] = view.crossed[i] ?? 0;
    v[3] = boundaryAt(view.passage, i);
    v[4] = sided;
  },
  (v, out, n) => {
    const [source, content, crossed, boundary, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(48, source * 16 + sided);
    out[n++] = mix(49, content * 16 + sided);
    out[n++] = mix(50, (source * 32 + crossed) * 16 + sided);
    out[n++] = mix(51, (content * 32 + crossed) * 16 + sided);
    out[n++] = mix(53, ((content * 16 + source) * 16 + boundary) * 16 + sided);
    return n;
  },
);

/** How probable it finds contents around here. */
const CONTENTS: Group = itself(
  (view, i, v, sided) => {
    v[0] = (contentAt(view, i) * 16 + contentAt(view, i + 1)) * 64 + contentAt(view, i - 1) * 4 + (sided >> 2);
  },
  (v, out, n) => {
    out[n++] = mix(54, v[0] as number);
    return n;
  },
);

/** Quotation marks around here, and whether the cue is in the same ones. */
const QUOTED: Group = itself(
  (view, i, v, sided) => {
    const { quoteNumber } = view.passage;
    v[0] = (quoteAt(view.passage, i - 1) * 8 + quoteAt(view.passage, i)) * 8 + quoteAt(view.passage, i + 1);
    v[1] = (quoteNumber[view.cue[0]] ?? 0) === (quoteNumber[i] ?? 0) ? 1 : 0;
    v[2] = quoteAt(view.passage, i) * 8 + labelAt(view, i);
    v[3] = sided;
  },
  (v, out, n) => {
    const [quoted, same, labelled, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(25, (sided * 512 + quoted) * 2 + same);
    out[n++] = mix(26, (sided * 64 + labelled) * 2 + same);
    return n;
  },
);

/** How far the quotation marks are, and what the passage is like. */
const MARKS: Group = itself(
  (view, i, v, sided) => {
    const { toMark, sinceMark, layout } = view.passage;
    v[0] = (toMark[i] ?? 0) * 16 + (sinceMark[i] ?? 0);
    v[1] = layout;
    v[2] = quoteAt(view.passage, i) > 0 ? 1 : 0;
    v[3] = sided;
  },
  (v, out, n) => {
    const [far, layout, quoted, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(27, (sided >> 2) * 256 + far);
    out[n++] = mix(28, layout * 32 + sided * 2 + quoted);
    return n;
  },
);

/** How far into the sentence. */
const PLACE: Group = itself(
  (view, i, v, sided) => {
    v[0] = bucket(view.passage.sinceStart[i] ?? 0);
    v[1] = bucket(view.passage.toEnd[i] ?? 0);
    v[2] = sided * 8 + quoteAt(view.passage, i);
  },
  (v, out, n) => {
    const [start, end, sidedQuote] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(35, start * 128 + sidedQuote);
    out[n++] = mix(36, end * 128 + sidedQuote);
    return n;
  },
);

/** Where the nearest likely cue words stand to this cue: 2 for none, 0 before it, 1 in it or after it; left and right. */
export function sayingSides({ passage, cue: [first, end] }: CueView, i: number): number {
  const left = leftAt(passage, i);
  const right = rightAt(passage, i);
  return (left < 0 ? 2 : left < first ? 0 : 1) * 3 + (right < 0 ? 2 : right < end ? 0 : 1);
}

/** Other likely cues, and how the token is written. */
const SAYING: Group = itself(
  (view, i, v, sided) => {
    v[0] = sayingSides(view, i) * 16 + sided;
    v[1] = ((sided >> 2) * 64 + (view.passage.shape[i] ?? 0)) * 16 + distance(view, i);
  },
  (v, out, n) => {
    out[n++] = mix(46, v[0] as number);
    out[n++] = mix(31, v[1] as number);
    return n;
  },
);

/** What lies between here and the cue. */
const BETWEEN: Group = itself(
  (view, i, v, sided) => {
    v[0] = view.between[i] ?? 0;
    v[1] = labelAt(view, i);
    v[2] = quoteAt(view.passage, i);
    v[3] = boundaryAt(view.passage, i);
    v[4] = labelAt(view, i - 1);
    v[5] = sided >> 2;
  },
  (v, out, n) => {
    const [between, label, quote, boundary, before, side] = [
      v[0] as number,
      v[1] as number,
      v[2] as number,
      v[3] as number,
      v[4] as number,
      v[5] as number,
    ];
    out[n++] = mix(mix(11, between), side * 8 + label);
    out[n++] = mix(mix(12, between), side * 8 + quote);
    out[n++] = mix(mix(44, between), boundary * 4 + side);
    out[n++] = mix(mix(63, between), (before * 8 + label) * 4 + side);
    return n;
  },
);

/** What stage two reads, in groups. */
export const STAGE_TWO = {
  form: FORM,
  tags: TAGS,
  words: WORDS,
  sidedWords: SIDED_WORDS,
  here: HERE,
  labels: LABELS_HERE,
  maybe: MAYBE,
  contents: CONTENTS,
  quoted: QUOTED,
  marks: MARKS,
  place: PLACE,
  saying: SAYING,
  between: BETWEEN,
  cueFar: CUE_FAR,
  cueSide: CUE_SIDE,
  aroundFar: AROUND_FAR,
  aroundSide: AROUND_SIDE,
  headTag: HEAD_TAG,
  headMaybe: HEAD_MAYBE,
  headBoundary: HEAD_BOUNDARY,
  aroundBoundary: AROUND_BOUNDARY,
} as const;

const GROUPS: readonly Group[] = Object.values(STAGE_TWO);
const values = new Int32Array(VALUES);

/** The features of token `i` relative to one cue, for stage two, which marks this cue's own source and content. Written into `out`; returns how many. */
export const stageTwoFeatures = (view: CueView, i: number, out: Int32Array): number =>
  writeFeatures(GROUPS, view, i, sidedAt(view, i), values, out);
