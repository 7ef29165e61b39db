import { mix } from '../../language/hash';
import { Shape } from '../../language/word-shapes';
import { Label, roleOf } from './labels';
import { bucket, type Passage, QuoteState, type Run } from './passage';

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

/** On which side of the cue a token stands, and over how many ends of sentences: `side * 4 + far`, before it 0…3, after it 4…7, in it 8. */
export function sidedAt({ cue: [first, end], between }: CueView, i: number): number {
  const side = i < first ? 0 : i >= end ? 1 : 2;
  return side * 4 + ((between[i] ?? 0) & 3);
}

/** How many tokens from the cue, in steps; 0 in it. */
export const distance = ({ cue: [first, end] }: CueView, i: number): number => bucket(i < first ? first - i : i >= end ? i - end + 1 : 0);

/** On which side, and how far. */
export const placeAt = (view: CueView, i: number, sided: number): number => (sided >> 2) * 16 + distance(view, i);

/** No label, and no step of a probability, outside the passage. */
export const labelAt = ({ labels }: CueView, i: number): number => labels[i] ?? 7;
export const contentAt = ({ contents }: CueView, i: number): number => contents[i] ?? 15;
