import type { Tokens } from '../text/tokens';
import { mix } from './hash';
import type { Lexicon } from './lexicon';
import { TAG_NAMES, type TagName } from './tags';
import { Shape, type WordShapes } from './word-shapes';

/** How many features a token has at most. */
export const FEATURES = 24;

const number = (name: TagName): number => TAG_NAMES.indexOf(name);
const numbers = (names: string): Uint8Array => Uint8Array.from(names.split(' ').map((name) => number(name as TagName)));

const POS = number('POS');
const CLOSING = number("''");
const OPENING = number('``');
const [NNP, NNPS, NNS] = [number('NNP'), number('NNPS'), number('NNS')];
/** Before the first token. */
const START: number = TAG_NAMES.length;

/** The tag of marks and figures that have but one, by shape; 255 where context decides. */
const FIXED = new Uint8Array(32).fill(255);
for (const [name, shapes] of [
  ['CD', [Shape.Number]],
  ['.', [Shape.Stop, Shape.Query]],
  [',', [Shape.Comma]],
  [':', [Shape.Colon, Shape.Semicolon, Shape.Hyphens, Shape.Dash, Shape.Ellipsis]],
  ['-LRB-', [Shape.OpenBracket]],
  ['-RRB-', [Shape.CloseBracket]],
  ['``', [Shape.OpenQuote, Shape.OpenSingle]],
  ["''", [Shape.CloseQuote]],
  ['$', [Shape.Currency]],
  ['NN', [Shape.Percent]],
] as const) {
  for (const shape of shapes) FIXED[shape] = number(name);
}

const UNKNOWN_LOWER = numbers('NN NNS JJ VB VBD VBN VBG VBZ VBP RB JJR JJS IN FW UH CD');
const UNKNOWN_CAPITAL = numbers('NNP NNPS JJ NN NNS');
const UNKNOWN_HANDLE = numbers('NNP NN');
const UNKNOWN_DIGITS = numbers('CD JJ NN NNP NNS');
const UNKNOWN_HYPHEN = numbers('JJ NN VBN VBG NNS RB VB VBD CD IN FW UH');
const UNKNOWN_CLITIC = numbers('POS VBZ MD VBP VBD RB');
const UNKNOWN_MARK = numbers('SYM');

/** Chooses the part of speech of a token among those it may have; `Features` are filled for the token at hand. */
export type Choose = (candidates: Uint8Array, features: Int32Array, count: number, at: number) => number;

/**
 * A greedy tagger from left to right over hashed features. The way weights are kept is left to `choose`, so that training and
 * decoding read the same features (Collins 2002; the averaging is the training's).
 */
export class PerceptronTagger {
  private readonly features = new Int32Array(FEATURES);
  private readonly capitalSets: readonly Uint8Array[];

  constructor(
    private readonly lexicon: Lexicon,
    private readonly choose: Choose,
  ) {
    this.capitalSets = lexicon.tagSets.map((set, i) => Uint8Array.from(new Set(i === 0 ? UNKNOWN_CAPITAL : [NNP, NNPS, ...set])));
  }

  tag(tokens: Tokens, shapes: WordShapes): Uint8Array {
    const { length } = tokens;
    const tags = new Uint8Array(length);
    let before = START;
    let beforeThat = START;
    for (let i = 0; i < length; i++) {
      let tag = this.fixedTag(tokens, shapes, i, before);
      if (tag === 255) {
        const candidates = this.candidates(shapes, i);
        tag = candidates[0] ?? 0;
        if (candidates.length > 1) tag = this.choose(candidates, this.features, this.fill(shapes, i, before, beforeThat), i);
      }
      tags[i] = tag;
      beforeThat = before;
      before = tag;
    }
    return tags;
  }

  private fixedTag(tokens: Tokens, shapes: WordShapes, i: number, before: number): number {
    const shape = shapes.shape[i] ?? 0;
    const fixed = FIXED[shape] ?? 255;
    if (fixed !== 255) return fixed;
    if (shape !== Shape.Apostrophe && shape !== Shape.CloseSingle && shape !== Shape.StraightQuote) return 255;
    const touches = i > 0 && tokens.end[i - 1] === tokens.start[i];
    if (!touches) return shape === Shape.CloseSingle ? CLOSING : OPENING;
    if (shape === Shape.StraightQuote) return before === number('-LRB-') || (shapes.shape[i - 1] ?? 0) === Shape.Dash ? OPENING : CLOSING;
    const last = tokens.text.charCodeAt((tokens.start[i] ?? 1) - 1) | 0x20;
    return last === 0x73 && (before === NNS || before === NNP || before === NNPS) ? POS : CLOSING;
  }

  /** The tags that token `i` may have, never none. */
  private candidates(shapes: WordShapes, i: number): Uint8Array {
    const known = shapes.tagSet[i] ?? 0;
    if (known !== 0) return this.lexicon.tagSets[known] ?? UNKNOWN_MARK;
    switch (shapes.shape[i]) {
      case Shape.Capitalised:
      case Shape.Capitals:
      case Shape.Mixed:
      case Shape.HyphenCapital:
      case Shape.Initial:
      case Shape.Abbreviation:
        return this.capitalSets[this.lexicon.tags[shapes.word[i] ?? 0] ?? 0] ?? UNKNOWN_CAPITAL;
      case Shape.Handle:
        return UNKNOWN_HANDLE;
      case Shape.WithDigits:
        return UNKNOWN_DIGITS;
      case Shape.HyphenLower:
        return UNKNOWN_HYPHEN;
      case Shape.Clitic:
        return UNKNOWN_CLITIC;
      case Shape.Lower:
        return UNKNOWN_LOWER;
      default:
        return UNKNOWN_MARK;
    }
  }

  /** Writes the features of token `i` into `features`; returns how many. */
  private fill({ word, tagSet, suffix2, suffix3, suffix4, shape, cluster }: WordShapes, i: number, t1: number, t2: number): number {
    const f = this.features;
    const w = word[i] ?? 0;
    const s = shape[i] ?? 0;
    const back = i > 0 ? (word[i - 1] ?? 0) : 0xffff;
    const next = word[i + 1] ?? 0xffff;
    const nextSet = tagSet[i + 1] ?? 255;
    let n = 0;
    f[n++] = mix(1, s);
    if (w !== 0) {
      f[n++] = mix(2, w);
      f[n++] = mix(mix(3, w), t1);
      f[n++] = mix(mix(4, w), next);
      f[n++] = mix(mix(5, w), back);
      f[n++] = mix(mix(6, w), nextSet);
    }
    f[n++] = mix(mix(7, suffix3[i] ?? 0), s);
    f[n++] = mix(8, suffix2[i] ?? 0);
    f[n++] = mix(9, suffix4[i] ?? 0);
    f[n++] = mix(10, t1);
    f[n++] = mix(mix(11, t1), t2);
    f[n++] = mix(12, back);
    f[n++] = mix(13, next);
    f[n++] = mix(14, i > 1 ? (word[i - 2] ?? 0) : 0xffff);
    f[n++] = mix(15, word[i + 2] ?? 0xffff);
    f[n++] = mix(16, suffix3[i + 1] ?? 0);
    f[n++] = mix(17, suffix3[i - 1] ?? 0);
    f[n++] = mix(18, nextSet);
    f[n++] = mix(mix(19, t1), nextSet);
    f[n++] = mix(mix(20, s), t1);
    f[n++] = mix(mix(21, nextSet), tagSet[i + 2] ?? 255);
    f[n++] = mix(mix(22, t1), suffix3[i] ?? 0);
    f[n++] = mix(mix(23, cluster[i] ?? 0), t1);
    return n;
  }
}

/** Chooses by a table of 8-bit weights, its length a power of two. */
export function chooseBy(weights: Int8Array): Choose {
  const mask = weights.length - 1;
  return (candidates, features, count) => {
    let best = candidates[0] ?? 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < candidates.length; c++) {
      const offset = tagOffset(candidates[c] ?? 0);
      let score = 0;
      for (let k = 0; k < count; k++) score += weights[((features[k] ?? 0) + offset) & mask] ?? 0;
      if (score > bestScore) {
        bestScore = score;
        best = candidates[c] ?? 0;
      }
    }
    return best;
  };
}

/** Where a tag's weight lies, relative to its feature's hash. */
export const tagOffset = (tag: number): number => Math.imul(tag + 1, 0x61c88647);
