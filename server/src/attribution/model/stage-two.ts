import { mix } from '../../language/hash';
import { Shape } from '../../language/word-shapes';
import { Label, roleOf } from './labels';
import { bucket, type Passage, QuoteState, type Run } from './passage';

/** How many features stage two gives a token at most. */
export const STAGE_TWO_FEATURES = 90;

const NONE = 0xffff;

/** A cue candidate in its passage, with what its features need, computed once. */
export interface CueView {
  readonly passage: Passage;
  readonly cue: Run;
  /** Stage one's labels, and its probabilities of a source and a content, in ten steps each. */
  readonly labels: Uint8Array;
  readonly sources: Uint8Array;
  readonly contents: Uint8Array;
  /** For each token, what lies between it and the cue. */
  readonly between: Int32Array;
  /** For each token: how many sources, cues and contents of stage one begin between it and the cue, each up to 2. */
  readonly crossed: Uint8Array;
  /** The likeliest cue word of it. */
  readonly head: number;
  readonly cueWords: number;
}

/** What stage one says of a passage, as stage two reads it. */
export type Marks = Pick<CueView, 'labels' | 'sources' | 'contents'>;

/** Prepares one cue of a passage. Linear. */
export function viewCue(passage: Passage, cue: Run, { labels, sources, contents }: Marks, { that, finite }: Grammar): CueView {
  const { length, word, saying } = passage;
  const [first, end] = cue;
  let head = end - 1;
  let cueWords = 0;
  for (let i = end - 1; i >= first; i--) {
    if ((saying[i] ?? 0) > (saying[head] ?? 0)) head = i;
    cueWords = mix(cueWords, word[i] ?? 0);
  }
  const between = new Int32Array(length);
  const crossed = new Uint8Array(length);
  const walk = (from: number, to: number, step: number): void => {
    let seen = 0;
    let [before, cues, told] = [0, 0, 0];
    const sentence = passage.sentence[from - step] ?? 0;
    for (let i = from; i !== to; i += step) {
      const far = Math.min(3, Math.abs((passage.sentence[i] ?? 0) - sentence));
      between[i] = seen * 4 + far;
      crossed[i] = (before * 3 + cues) * 3 + told;
      const shape = passage.shape[i] ?? 0;
      if (shape === Shape.Comma) seen |= seen & 1 ? 2 : 1;
      else if (shape >= Shape.Colon && shape <= Shape.Dash) seen |= 4;
      else if (word[i] === that && that !== 0) seen |= 8;
      else if (finite.has(passage.tag[i] ?? 255)) seen |= 16;
      else if (passage.tag[i] === 0) seen |= 32;
      const state = passage.quote[i];
      if (state === QuoteState.Open || state === QuoteState.Close) seen |= seen & 64 ? 128 : 64;
      // A span is crossed at its far end, so that its own tokens see the same.
      const role = roleOf(labels[i] ?? 0);
      const edge = step > 0 ? roleOf(labels[i + 1] ?? 0) !== role || isBegin(labels[i + 1] ?? 0) : isBegin(labels[i] ?? 0);
      if (edge && role === 1) before = Math.min(2, before + 1);
      if (edge && role === 2) cues = Math.min(2, cues + 1);
      if (edge && role === 3) told = Math.min(2, told + 1);
    }
  };
  walk(first - 1, -1, -1);
  walk(end, length, 1);
  return { passage, cue, labels, sources, contents, between, crossed, head, cueWords };
}

const isBegin = (label: number): boolean => label === Label.SourceBegin || label === Label.CueBegin || label === Label.ContentBegin;

/** What stage two knows by name: the word "that" and the tags of finite verbs. */
export interface Grammar {
  readonly that: number;
  readonly finite: ReadonlySet<number>;
}

/** The features of token `i` relative to one cue, for stage two, which marks this cue's own source and content. Written into `out`; returns how many. */
export function stageTwoFeatures(view: CueView, i: number, out: Int32Array): number {
  const { passage: p, cue, labels, head } = view;
  const { word, tag, shape, suffix3, quote, cluster } = p;
  const [first, end] = cue;
  const side = i < first ? 0 : i >= end ? 1 : 2;
  const far = side === 0 ? first - i : side === 1 ? i - end + 1 : 0;
  const place = side * 16 + bucket(far);
  const w0 = word[i] ?? 0;
  const w1 = word[i + 1] ?? NONE;
  const b1 = i > 0 ? (word[i - 1] ?? 0) : NONE;
  const t0 = tag[i] ?? 0;
  const t1 = tag[i + 1] ?? 63;
  const t2 = tag[i + 2] ?? 63;
  const u1 = i > 0 ? (tag[i - 1] ?? 0) : 63;
  const u2 = i > 1 ? (tag[i - 2] ?? 0) : 63;
  const q0 = quote[i] ?? 0;
  const quoted = ((i > 0 ? (quote[i - 1] ?? 0) : 7) * 8 + q0) * 8 + (quote[i + 1] ?? 7);
  const l0 = labels[i] ?? 0;
  const lb = i > 0 ? (labels[i - 1] ?? 0) : 7;
  const l1 = labels[i + 1] ?? 7;
  const headWord = word[head] ?? 0;
  const headTag = tag[head] ?? 0;
  const afterTag = tag[end] ?? 63;
  const afterWord = word[end] ?? NONE;
  const beforeTag = first > 0 ? (tag[first - 1] ?? 0) : 63;
  const between = view.between[i] ?? 0;
  const far4 = between & 3;
  const crossed = view.crossed[i] ?? 0;
  const sided = side * 4 + far4;
  const cueQuote = p.quoteNumber[first] ?? 0;
  const ownQuote = p.quoteNumber[i] ?? 0;
  const sameQuote = cueQuote === ownQuote ? 1 : 0;
  const context = afterTag * 64 + beforeTag;
  let n = 0;
  out[n++] = mix(1, place);
  out[n++] = mix(2, place * 8 + l0);
  out[n++] = mix(3, sided * 512 + (lb * 8 + l0) * 8 + l1);
  out[n++] = mix(4, (sided * 32 + crossed) * 8 + l0);
  out[n++] = mix(5, ((sided * 32 + crossed) * 8 + l0) * 8 + q0);
  out[n++] = mix(mix(6, headWord), sided * 8 + l0);
  out[n++] = mix(mix(7, headWord), place);
  out[n++] = mix(mix(8, headTag), place * 8 + l0);
  out[n++] = mix(mix(9, view.cueWords), sided * 8 + l0);
  out[n++] = mix(mix(10, view.cueWords), place);
  out[n++] = mix(mix(11, between), side * 8 + l0);
  out[n++] = mix(mix(12, between), side * 8 + q0);
  out[n++] = mix(mix(13, context), place);
  out[n++] = mix(mix(14, context), sided * 8 + l0);
  out[n++] = mix(mix(15, afterWord), sided * 8 + l0);
  out[n++] = mix(mix(16, w0), sided);
  out[n++] = mix(mix(17, w1), sided);
  out[n++] = mix(mix(18, b1), sided);
  out[n++] = mix(19, sided * 64 + t0);
  out[n++] = mix(20, (sided * 64 + u1) * 64 + t0);
  out[n++] = mix(21, (sided * 64 + t0) * 64 + t1);
  out[n++] = mix(22, (sided * 64 + u2) * 64 + u1);
  out[n++] = mix(23, (sided * 64 + t1) * 64 + t2);
  out[n++] = mix(mix(24, u1 * 64 + t0), side * 64 + t1);
  out[n++] = mix(25, (sided * 512 + quoted) * 2 + sameQuote);
  out[n++] = mix(26, ((sided * 8 + q0) * 8 + l0) * 2 + sameQuote);
  out[n++] = mix(27, (side * 16 + (p.toMark[i] ?? 0)) * 16 + (p.sinceMark[i] ?? 0));
  out[n++] = mix(28, p.layout * 32 + sided * 2 + (q0 > 0 ? 1 : 0));
  out[n++] = mix(mix(29, w0), side * 8 + l0);
  out[n++] = mix(30, (t0 * 8 + l0) * 16 + sided);
  out[n++] = mix(31, (side * 64 + (shape[i] ?? 0)) * 16 + bucket(far));
  out[n++] = mix(mix(32, suffix3[i] ?? 0), side);
  out[n++] = mix(mix(33, w0), b1);
  out[n++] = mix(mix(34, w0), w1);
  out[n++] = mix(35, (bucket(p.sinceStart[i] ?? 0) * 16 + sided) * 8 + q0);
  out[n++] = mix(36, (bucket(p.toEnd[i] ?? 0) * 16 + sided) * 8 + q0);
  out[n++] = mix(37, p.saying[i] ?? 0);
  out[n++] = mix(mix(38, cluster[i] ?? 0), side);
  out[n++] = mix(mix(39, headWord), t0 * 4 + side);
  out[n++] = mix(40, (p.boundary[i] ?? 0) * 16 + sided);
  out[n++] = mix(mix(41, headWord), (p.boundary[i] ?? 0) * 16 + sided);
  out[n++] = mix(42, ((p.boundary[i] ?? 0) * 16 + sided) * 8 + l0);
  out[n++] = mix(mix(43, context), (p.boundary[i] ?? 0) * 16 + sided);
  out[n++] = mix(mix(44, between), (p.boundary[i] ?? 0) * 4 + side);
  out[n++] = mix(mix(45, headWord), crossed * 16 + sided);
  const right = p.sayingRight[i] ?? -1;
  const left = p.sayingLeft[i] ?? -1;
  out[n++] = mix(46, (left < 0 ? 2 : left < first ? 0 : 1) * 48 + (right < 0 ? 2 : right < end ? 0 : 1) * 16 + sided);
  out[n++] = mix(mix(47, afterWord), place);
  const maybeSource = view.sources[i] ?? 0;
  const maybeContent = view.contents[i] ?? 0;
  out[n++] = mix(48, maybeSource * 16 + sided);
  out[n++] = mix(49, maybeContent * 16 + sided);
  out[n++] = mix(50, (maybeSource * 32 + crossed) * 16 + sided);
  out[n++] = mix(51, (maybeContent * 32 + crossed) * 16 + sided);
  out[n++] = mix(mix(52, headWord), (maybeContent * 16 + maybeSource) * 4 + side);
  out[n++] = mix(53, ((maybeContent * 16 + maybeSource) * 16 + (p.boundary[i] ?? 0)) * 16 + sided);
  out[n++] = mix(54, (maybeContent * 16 + (view.contents[i + 1] ?? 15)) * 64 + (i > 0 ? (view.contents[i - 1] ?? 0) : 15) * 4 + side);
  out[n++] = mix(mix(55, word[i + 2] ?? NONE), sided);
  out[n++] = mix(mix(56, i > 1 ? (word[i - 2] ?? 0) : NONE), sided);
  out[n++] = mix(57, (u2 * 64 + u1) * 64 + t0);
  out[n++] = mix(58, (t0 * 64 + t1) * 64 + t2);
  out[n++] = mix(mix(59, w0), u1 * 64 + t1);
  out[n++] = mix(mix(60, b1), t0 * 4 + side);
  out[n++] = mix(mix(61, w1), t0 * 4 + side);
  out[n++] = mix(mix(62, afterWord), (tag[end + 1] ?? 63) * 64 + place);
  out[n++] = mix(mix(63, between), ((i > 0 ? (labels[i - 1] ?? 0) : 7) * 8 + l0) * 4 + side);
  return n;
}
