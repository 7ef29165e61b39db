import type { Lexicon } from '../../server/src/language/lexicon';
import { type Choose, chooseBy, PerceptronTagger, tagOffset } from '../../server/src/language/perceptron-tagger';
import { readShapes, type WordShapes } from '../../server/src/language/word-shapes';
import { random, shuffle } from './random';
import { NO_TAG, type TaggedBlock } from './tagged-blocks';

/** How the tagger is trained. */
export interface TaggerSettings {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  /** How many times a gold block is read for each reading of a silver one. */
  readonly goldTimes: number;
}

interface Prepared extends TaggedBlock {
  readonly shapes: WordShapes;
}

/** Trains an averaged perceptron on `gold` and `silver` blocks; returns its weights in 8 bits. */
export function trainTagger(
  lexicon: Lexicon,
  gold: readonly TaggedBlock[],
  silver: readonly TaggedBlock[],
  settings: TaggerSettings,
  say: (line: string) => void,
): Int8Array {
  const size = 2 ** settings.bits;
  const mask = size - 1;
  const weights = new Float32Array(size);
  const totals = new Float64Array(size);
  const stamps = new Int32Array(size);
  let step = 1;
  let truth: Uint8Array = new Uint8Array();
  let wrong = 0;
  let seen = 0;
  const update = (slot: number, by: number): void => {
    totals[slot] = (totals[slot] ?? 0) + (weights[slot] ?? 0) * (step - (stamps[slot] ?? 0));
    stamps[slot] = step;
    weights[slot] = (weights[slot] ?? 0) + by;
  };
  const scores = new Float32Array(64);
  const choose: Choose = (candidates, features, count, at) => {
    let best = 0;
    for (let c = 0; c < candidates.length; c++) {
      const offset = tagOffset(candidates[c] ?? 0);
      let score = 0;
      for (let k = 0; k < count; k++) score += weights[((features[k] ?? 0) + offset) & mask] ?? 0;
      scores[c] = score;
      if (score > (scores[best] ?? 0)) best = c;
    }
    const guess = candidates[best] ?? 0;
    const tag = truth[at] ?? NO_TAG;
    if (tag === NO_TAG || !candidates.includes(tag)) return guess;
    seen++;
    step++;
    if (guess !== tag) {
      wrong++;
      for (let k = 0; k < count; k++) {
        update(((features[k] ?? 0) + tagOffset(tag)) & mask, 1);
        update(((features[k] ?? 0) + tagOffset(guess)) & mask, -1);
      }
    }
    return guess;
  };
  const tagger = new PerceptronTagger(lexicon, choose);
  const prepare = (blocks: readonly TaggedBlock[]): Prepared[] =>
    blocks.map((block) => ({ ...block, shapes: readShapes(block.tokens, lexicon) }));
  const goldBlocks = prepare(gold);
  const all = [...Array.from({ length: settings.goldTimes }, () => goldBlocks).flat(), ...prepare(silver)];
  const next = random(settings.seed);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    wrong = 0;
    seen = 0;
    for (const { tags, tokens, shapes } of shuffle(all, next)) {
      truth = tags;
      tagger.tag(tokens, shapes);
    }
    say(`tagger epoch ${epoch}: ${(100 * (1 - wrong / seen)).toFixed(2)} % of ambiguous tokens right while training`);
  }
  for (let slot = 0; slot < size; slot++) totals[slot] = ((totals[slot] ?? 0) + (weights[slot] ?? 0) * (step - (stamps[slot] ?? 0))) / step;
  return quantise(totals, 0.998);
}

/** To 8 bits, with the scale such that a share `keep` of the non-zero weights stays within 10: coarse weights are better, as the noise of colliding features goes, and compress well. */
function quantise(weights: Float64Array, keep: number): Int8Array {
  const sizes = weights
    .filter((w) => w !== 0)
    .map(Math.abs)
    .sort();
  const scale = 10 / (sizes[Math.floor(sizes.length * keep)] ?? 1);
  return Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))));
}

/** The share of tokens with the same tag as the corpus, and how many there are. */
export function tagAccuracy(
  lexicon: Lexicon,
  weights: Int8Array,
  blocks: readonly TaggedBlock[],
): { readonly right: number; readonly total: number } {
  const tagger = new PerceptronTagger(lexicon, chooseBy(weights));
  let right = 0;
  let total = 0;
  for (const { tokens, tags } of blocks) {
    const guess = tagger.tag(tokens, readShapes(tokens, lexicon));
    for (let i = 0; i < tokens.length; i++) {
      if (tags[i] === NO_TAG) continue;
      total++;
      if (tags[i] === guess[i]) right++;
    }
  }
  return { right, total };
}
