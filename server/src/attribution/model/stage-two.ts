import { mix } from '../../language/hash';
import type { CueView } from './cue-view';
import { type FeatureGroup, VALUES, writeFeatures } from './feature-groups';
import { bucket } from './passage';
import { NO_QUOTE, NO_TAG, NONE } from './stage-one';

/** How many features stage two gives a token at most. */
export const STAGE_TWO_FEATURES = 90;

type Group = FeatureGroup<CueView>;

/** On which side of the cue a token stands, and over how many ends of sentences: `side * 4 + far`, before it 0…3, after it 4…7, in it 8. */
export function sidedAt({ cue: [first, end], between }: CueView, i: number): number {
  const side = i < first ? 0 : i >= end ? 1 : 2;
  return side * 4 + ((between[i] ?? 0) & 3);
}

/** How many tokens from the cue, in steps; 0 in it. */
const distance = ({ cue: [first, end] }: CueView, i: number): number => bucket(i < first ? first - i : i >= end ? i - end + 1 : 0);

/** On which side, and how far. */
export const placeAt = (view: CueView, i: number, sided: number): number => (sided >> 2) * 16 + distance(view, i);

const wordAt = ({ passage: { word } }: CueView, i: number): number => word[i] ?? NONE;
const tagAt = ({ passage: { tag } }: CueView, i: number): number => tag[i] ?? NO_TAG;
const quoteAt = ({ passage: { quote } }: CueView, i: number): number => quote[i] ?? NO_QUOTE;
/** No label, and no step of a probability, outside the passage. */
const labelAt = ({ labels }: CueView, i: number): number => labels[i] ?? 7;
const contentAt = ({ contents }: CueView, i: number): number => contents[i] ?? 15;

/** A word by itself. */
const FORM: Group = {
  from: -2,
  to: 2,
  read(view, j, v, sided) {
    v[0] = wordAt(view, j);
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
    v[0] = tagAt(view, j);
    v[1] = tagAt(view, j + 1);
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
const WORDS: Group = {
  from: 0,
  to: 0,
  read(view, i, v) {
    for (let k = 0; k < 3; k++) v[k] = wordAt(view, i - 1 + k);
    for (let k = 0; k < 5; k++) v[3 + k] = tagAt(view, i - 2 + k);
  },
  write(_, v, out, n) {
    const [b1, w0, w1] = [v[0] as number, v[1] as number, v[2] as number];
    const [u2, u1, t0, t1, t2] = [v[3] as number, v[4] as number, v[5] as number, v[6] as number, v[7] as number];
    out[n++] = mix(mix(33, w0), b1);
    out[n++] = mix(mix(34, w0), w1);
    out[n++] = mix(57, (u2 * 64 + u1) * 64 + t0);
    out[n++] = mix(58, (t0 * 64 + t1) * 64 + t2);
    out[n++] = mix(mix(59, w0), u1 * 64 + t1);
    return n;
  },
};
/** How many features that is. */
export const WORD_FEATURES = 5;

/** Words and parts of speech around the token, on this side of the cue. */
const SIDED_WORDS: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, i - 1);
    v[1] = wordAt(view, i + 1);
    for (let k = 0; k < 3; k++) v[2 + k] = tagAt(view, i - 1 + k);
    v[5] = sided >> 2;
  },
  write(_, v, out, n) {
    const [u1, t0, t1, side] = [v[2] as number, v[3] as number, v[4] as number, v[5] as number];
    out[n++] = mix(mix(24, u1 * 64 + t0), side * 64 + t1);
    out[n++] = mix(mix(60, v[0] as number), t0 * 4 + side);
    out[n++] = mix(mix(61, v[1] as number), t0 * 4 + side);
    return n;
  },
};
/** How many features that is. */
export const SIDED_WORD_FEATURES = 3;

/** The word, its part of speech and its label. */
const HERE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, i);
    v[1] = tagAt(view, i) * 8 + labelAt(view, i);
    v[2] = labelAt(view, i);
    v[3] = sided;
  },
  write(_, v, out, n) {
    const [word, tagged, label, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(29, word), (sided >> 2) * 8 + label);
    out[n++] = mix(30, tagged * 16 + sided);
    return n;
  },
};

/** What stage one says here, and what it says of all between here and the cue. */
const LABELS_HERE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = labelAt(view, i);
    v[1] = (labelAt(view, i - 1) * 8 + labelAt(view, i)) * 8 + labelAt(view, i + 1);
    v[2] = view.crossed[i] ?? 0;
    v[3] = quoteAt(view, i);
    v[4] = view.passage.boundary[i] ?? 0;
    v[5] = sided;
  },
  write(_, v, out, n) {
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
};

/** How probable stage one finds a source and a content here. */
const MAYBE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = view.sources[i] ?? 0;
    v[1] = contentAt(view, i);
    v[2] = view.crossed[i] ?? 0;
    v[3] = view.passage.boundary[i] ?? 0;
    v[4] = sided;
  },
  write(_, v, out, n) {
    const [source, content, crossed, boundary, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(48, source * 16 + sided);
    out[n++] = mix(49, content * 16 + sided);
    out[n++] = mix(50, (source * 32 + crossed) * 16 + sided);
    out[n++] = mix(51, (content * 32 + crossed) * 16 + sided);
    out[n++] = mix(53, ((content * 16 + source) * 16 + boundary) * 16 + sided);
    return n;
  },
};

/** How probable it finds contents around here. */
const CONTENTS: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = (contentAt(view, i) * 16 + contentAt(view, i + 1)) * 64 + contentAt(view, i - 1) * 4 + (sided >> 2);
  },
  write(_, v, out, n) {
    out[n++] = mix(54, v[0] as number);
    return n;
  },
};

/** Quotation marks around here, and whether the cue is in the same ones. */
const QUOTED: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    const { quoteNumber } = view.passage;
    v[0] = (quoteAt(view, i - 1) * 8 + quoteAt(view, i)) * 8 + quoteAt(view, i + 1);
    v[1] = (quoteNumber[view.cue[0]] ?? 0) === (quoteNumber[i] ?? 0) ? 1 : 0;
    v[2] = quoteAt(view, i) * 8 + labelAt(view, i);
    v[3] = sided;
  },
  write(_, v, out, n) {
    const [quoted, same, labelled, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(25, (sided * 512 + quoted) * 2 + same);
    out[n++] = mix(26, (sided * 64 + labelled) * 2 + same);
    return n;
  },
};

/** How far the quotation marks are, and what the passage is like. */
const MARKS: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    const { toMark, sinceMark, layout } = view.passage;
    v[0] = (toMark[i] ?? 0) * 16 + (sinceMark[i] ?? 0);
    v[1] = layout;
    v[2] = quoteAt(view, i) > 0 ? 1 : 0;
    v[3] = sided;
  },
  write(_, v, out, n) {
    const [far, layout, quoted, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(27, (sided >> 2) * 256 + far);
    out[n++] = mix(28, layout * 32 + sided * 2 + quoted);
    return n;
  },
};

/** How far into the sentence. */
const PLACE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = bucket(view.passage.sinceStart[i] ?? 0);
    v[1] = bucket(view.passage.toEnd[i] ?? 0);
    v[2] = sided * 8 + quoteAt(view, i);
  },
  write(_, v, out, n) {
    const [start, end, sidedQuote] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(35, start * 128 + sidedQuote);
    out[n++] = mix(36, end * 128 + sidedQuote);
    return n;
  },
};

/** Where the nearest likely cue words stand to this cue: 2 for none, 0 before it, 1 in it or after it; left and right. */
export function sayingSides({ passage, cue: [first, end] }: CueView, i: number): number {
  const left = passage.sayingLeft[i] ?? -1;
  const right = passage.sayingRight[i] ?? -1;
  return (left < 0 ? 2 : left < first ? 0 : 1) * 3 + (right < 0 ? 2 : right < end ? 0 : 1);
}

/** Other likely cues, and how the token is written. */
const SAYING: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = sayingSides(view, i) * 16 + sided;
    v[1] = ((sided >> 2) * 64 + (view.passage.shape[i] ?? 0)) * 16 + distance(view, i);
  },
  write(_, v, out, n) {
    out[n++] = mix(46, v[0] as number);
    out[n++] = mix(31, v[1] as number);
    return n;
  },
};

/** What lies between here and the cue. */
const BETWEEN: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = view.between[i] ?? 0;
    v[1] = labelAt(view, i);
    v[2] = quoteAt(view, i);
    v[3] = view.passage.boundary[i] ?? 0;
    v[4] = labelAt(view, i - 1);
    v[5] = sided >> 2;
  },
  write(_, v, out, n) {
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
};

/** The cue, and how far it is. */
const CUE_FAR: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, view.head);
    v[1] = tagAt(view, view.head);
    v[2] = view.cueWords;
    v[3] = placeAt(view, i, sided);
    v[4] = labelAt(view, i);
  },
  write(_, v, out, n) {
    const [word, tag, words, place, label] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(1, place);
    out[n++] = mix(2, place * 8 + label);
    out[n++] = mix(mix(7, word), place);
    out[n++] = mix(mix(8, tag), place * 8 + label);
    out[n++] = mix(mix(10, words), place);
    return n;
  },
};

/** The cue, and on which side it is. */
const CUE_SIDE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, view.head);
    v[1] = view.cueWords;
    v[2] = sided * 8 + labelAt(view, i);
  },
  write(_, v, out, n) {
    const [word, words, labelled] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(mix(6, word), labelled);
    out[n++] = mix(mix(9, words), labelled);
    return n;
  },
};

/** The parts of speech on either side of the cue. */
export const contextOf = (view: CueView): number => tagAt(view, view.cue[1]) * 64 + tagAt(view, view.cue[0] - 1);

/** What is around the cue, and how far it is. */
const AROUND_FAR: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = contextOf(view);
    v[1] = wordAt(view, view.cue[1]);
    v[2] = tagAt(view, view.cue[1] + 1);
    v[3] = placeAt(view, i, sided);
  },
  write(_, v, out, n) {
    const [context, after, tag, place] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(13, context), place);
    out[n++] = mix(mix(47, after), place);
    out[n++] = mix(mix(62, after), tag * 64 + place);
    return n;
  },
};

/** What is around the cue, and on which side it is. */
const AROUND_SIDE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = contextOf(view);
    v[1] = wordAt(view, view.cue[1]);
    v[2] = sided * 8 + labelAt(view, i);
  },
  write(_, v, out, n) {
    const [context, after, labelled] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(mix(14, context), labelled);
    out[n++] = mix(mix(15, after), labelled);
    return n;
  },
};

/** The cue's word and the token's part of speech. */
const HEAD_TAG: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, view.head);
    v[1] = tagAt(view, i) * 4 + (sided >> 2);
  },
  write(_, v, out, n) {
    out[n++] = mix(mix(39, v[0] as number), v[1] as number);
    return n;
  },
};

/** The cue's word and how probable stage one finds a source and a content here. */
const HEAD_MAYBE: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, view.head);
    v[1] = (contentAt(view, i) * 16 + (view.sources[i] ?? 0)) * 4 + (sided >> 2);
  },
  write(_, v, out, n) {
    out[n++] = mix(mix(52, v[0] as number), v[1] as number);
    return n;
  },
};

/** The cue's word, the boundary here, and what is crossed on the way. */
const HEAD_BOUNDARY: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = wordAt(view, view.head);
    v[1] = view.passage.boundary[i] ?? 0;
    v[2] = view.crossed[i] ?? 0;
    v[3] = sided;
  },
  write(_, v, out, n) {
    const [word, boundary, crossed, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(41, word), boundary * 16 + sided);
    out[n++] = mix(mix(45, word), crossed * 16 + sided);
    return n;
  },
};

/** What is around the cue, and the boundary here. */
const AROUND_BOUNDARY: Group = {
  from: 0,
  to: 0,
  read(view, i, v, sided) {
    v[0] = contextOf(view);
    v[1] = (view.passage.boundary[i] ?? 0) * 16 + sided;
  },
  write(_, v, out, n) {
    out[n++] = mix(mix(43, v[0] as number), v[1] as number);
    return n;
  },
};

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
