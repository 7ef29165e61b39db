import type { Reason } from '../attribution/reason';
import { shapesOf } from '../language/lexicon-of-news';
import type { Tags } from '../language/tags';
import weightBytes from '../model/claims.bin';
import type { Sentence } from '../text/sentences';
import { type Tokens, tokenText } from '../text/tokens';
import { FeatureList, readFeatures, SLOTS } from './features';
import { GROUNDS, groundAt } from './grounds';
import { liftOf } from './lift';
import { type ClaimWeights, readClaimWeights } from './weights';

/** How much a sentence calls for a check, and why. */
export interface CheckWorthiness {
  /** 0…1; from 0.5 on the sentence is a claim. */
  readonly score: number;
  /** The strongest first. */
  readonly why: readonly Reason[];
}

/** No more reasons than a reader wants. */
const REASONS = 3;
/** A share of the whole that is worth a word. */
const WORTH_SAYING = 0.05;

let weights: ClaimWeights | null | undefined;

/** Room for the sentence at hand. */
const features = new FeatureList();
/** A bit for each slot that the sentence at hand has; all 0 between sentences. */
const seen = new Uint32Array(SLOTS / 32);
let byToken = new Int32Array(256);

/** Judges one sentence by itself, by a linear model (model/MODEL.md says from what and how good). Linear; the same everywhere. */
export function checkWorthiness(tokens: Tokens, tags: Tags, sentence: Sentence): CheckWorthiness {
  weights ??= readClaimWeights(weightBytes);
  if (!weights) return { score: 0, why: [] };
  const { slots, scale, bias, threshold, slope } = weights;
  const [first, last] = sentence.tokens;
  if (byToken.length < last - first) byToken = new Int32Array((last - first) * 2);
  byToken.fill(0, 0, last - first);
  const shapes = shapesOf(tokens);
  readFeatures(tokens, tags, shapes, sentence, features);
  let sum = 0;
  let different = 0;
  for (let k = 0; k < features.count; k++) {
    const slot = features.slots[k] as number;
    const bit = 1 << (slot & 31);
    const word = seen[slot >> 5] as number;
    if (word & bit) continue;
    seen[slot >> 5] = word | bit;
    different++;
    const weight = slots[slot] as number;
    sum += weight;
    const token = features.tokens[k] as number;
    if (token >= 0) byToken[token - first] = (byToken[token - first] as number) + weight;
  }
  for (let k = 0; k < features.count; k++) seen[(features.slots[k] as number) >> 5] = 0;
  if (different === 0) return { score: 0, why: [] };
  const unit = scale / Math.sqrt(different);
  const margin = sum * unit + bias + liftOf(tokens, tags, sentence, shapes);
  const score = 1 / (1 + Math.exp(-slope * (margin - threshold)));
  return { score, why: reasonsOf(tokens, tags, sentence, unit * slope) };
}

const sums = new Int32Array(GROUNDS.length);
const strongest = new Int32Array(GROUNDS.length);

/** The grounds that spoke for the sentence, each with the word that counted most. */
function reasonsOf(tokens: Tokens, tags: Tags, { tokens: [first, last] }: Sentence, unit: number): Reason[] {
  sums.fill(0);
  strongest.fill(-1);
  for (let i = first; i < last; i++) {
    const ground = features.grounds[i - first] ?? groundAt(tokens, tags, i);
    const weight = byToken[i - first] as number;
    sums[ground] = (sums[ground] as number) + weight;
    const best = strongest[ground] as number;
    if (best < 0 || weight > (byToken[best - first] as number)) strongest[ground] = i;
  }
  const reasons: Reason[] = [];
  for (let ground = 1; ground < GROUNDS.length; ground++) {
    const weight = Math.min(1, (sums[ground] as number) * unit);
    const token = strongest[ground] as number;
    if (token >= 0 && weight > WORTH_SAYING) reasons.push({ code: `worth.${GROUNDS[ground]}`, words: tokenText(tokens, token), weight });
  }
  return reasons.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, REASONS);
}
