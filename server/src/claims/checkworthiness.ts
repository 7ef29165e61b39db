import type { Reason } from '../attribution/reason';
import { shapesOf } from '../language/lexicon-of-news';
import type { Tags } from '../language/tags';
import weightBytes from '../model/claims.bin';
import type { Sentence } from '../text/sentences';
import { type Tokens, tokenText } from '../text/tokens';
import { readFeatures } from './features';
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

/** Judges one sentence by itself, by a linear model (model/MODEL.md says from what and how good). Linear; the same everywhere. */
export function checkWorthiness(tokens: Tokens, tags: Tags, sentence: Sentence): CheckWorthiness {
  weights ??= readClaimWeights(weightBytes);
  if (!weights) return { score: 0, why: [] };
  const { slots, scale, bias, threshold, slope } = weights;
  const [first, last] = sentence.tokens;
  const byToken = new Float64Array(last - first + 1);
  const seen = new Set<number>();
  let sum = 0;
  readFeatures(tokens, tags, shapesOf(tokens), sentence, (slot, token) => {
    if (seen.has(slot)) return;
    seen.add(slot);
    const weight = slots[slot] ?? 0;
    sum += weight;
    const at = token < 0 ? last - first : token - first;
    byToken[at] = (byToken[at] ?? 0) + weight;
  });
  if (seen.size === 0) return { score: 0, why: [] };
  const unit = scale / Math.sqrt(seen.size);
  const margin = sum * unit + bias + liftOf(tokens, tags, sentence);
  const score = 1 / (1 + Math.exp(-slope * (margin - threshold)));
  return { score, why: reasonsOf(tokens, tags, sentence, byToken, unit * slope) };
}

/** The grounds that spoke for the sentence, each with the word that counted most. */
function reasonsOf(tokens: Tokens, tags: Tags, { tokens: [first, last] }: Sentence, byToken: Float64Array, unit: number): Reason[] {
  const sums = new Float64Array(GROUNDS.length);
  const strongest = new Int32Array(GROUNDS.length).fill(-1);
  for (let i = first; i < last; i++) {
    const ground = groundAt(tokens, tags, i);
    const weight = byToken[i - first] ?? 0;
    sums[ground] = (sums[ground] ?? 0) + weight;
    const best = strongest[ground] ?? -1;
    if (best < 0 || weight > (byToken[best - first] ?? 0)) strongest[ground] = i;
  }
  const reasons: Reason[] = [];
  for (const [ground, name] of GROUNDS.entries()) {
    const weight = Math.min(1, (sums[ground] ?? 0) * unit);
    const token = strongest[ground] ?? -1;
    if (ground > 0 && token >= 0 && weight > WORTH_SAYING) reasons.push({ code: `worth.${name}`, words: tokenText(tokens, token), weight });
  }
  return reasons.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, REASONS);
}
