// Trains check-worthiness: a linear support vector machine over hashed features, its score a logistic function of the margin.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FeatureList, readFeatures, SLOTS } from '../../server/src/claims/features';
import { liftOf } from '../../server/src/claims/lift';
import { type ClaimWeights, writeClaimWeights } from '../../server/src/claims/weights';
import type { Lexicon } from '../../server/src/language/lexicon';
import type { PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import { readShapes } from '../../server/src/language/word-shapes';
import type { Sentence } from '../../server/src/text/sentences';
import { tokenize } from '../../server/src/text/tokens';
import { random, shuffle } from './random';

/**
 * `cost`: of an error, against the size of the weights. `telling`: how much of a feature's value, 0…1, is how well it alone tells claims from
 * others. `crowd`, `policlaim`: what a sentence of those counts, against one of the strict set.
 */
export interface ClaimSettings {
  readonly cost: number;
  readonly telling: number;
  readonly crowd: number;
  readonly policlaim: number;
  readonly passes: number;
  readonly seed: number;
}

const SETTINGS: ClaimSettings = { cost: 0.3, telling: 0.5, crowd: 1, policlaim: 0, passes: 12, seed: 1 };
const FOLDS = 4;

interface Example {
  readonly slots: Int32Array;
  /** Of each slot: all the same, so that the features make a vector of length one. */
  readonly value: number;
  readonly positive: boolean;
  readonly counts: number;
  readonly fold: number;
  readonly strict: boolean;
  /** What makes news readers ask "says who?" counts for a claim at once; see checkworthiness.ts. */
  readonly lift: number;
}

/** What training gives: the file's bytes and the figures. */
export interface TrainedClaims {
  readonly bytes: Uint8Array;
  readonly figures: readonly string[];
}

/** Trains on everything; the figures are those of four-fold cross-validation on the strict set. */
export function trainClaims(
  corpora: string,
  lexicon: Lexicon,
  tagger: PerceptronTagger,
  say: (line: string) => void,
  settings: ClaimSettings = SETTINGS,
): TrainedClaims {
  const features = new FeatureList();
  const read = (text: string): Pick<Example, 'slots' | 'lift'> => {
    const tokens = tokenize(text);
    const shapes = readShapes(tokens, lexicon);
    const tags = tagger.tag(tokens, shapes);
    const sentence: Sentence = { span: [0, text.length], tokens: [0, tokens.length] };
    readFeatures(tokens, tags, shapes, sentence, features);
    return { slots: Int32Array.from(new Set(features.slots.subarray(0, features.count))), lift: liftOf(tokens, tags, sentence, shapes) };
  };
  const examples = readExamples(corpora, read, settings);
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const margin = marginBy(
      train(
        examples.filter((example) => example.fold !== fold),
        settings,
      ),
    );
    for (const example of examples)
      if (example.strict && example.fold === fold) judged.push({ margin: margin(example), positive: example.positive });
  }
  const { threshold, macro } = bestThreshold(judged);
  const slope = fitSlope(judged, threshold);
  const { slots, bias } = train(examples, settings);
  const weights: ClaimWeights = { ...quantise(slots), bias, threshold, slope };
  const figures = [
    `Settings: ${JSON.stringify(settings)}; ${examples.length} sentences, ${slots.filter((w) => w !== 0).length} of ${SLOTS} weights.`,
    `Four-fold cross-validation on claimbuster/strict: macro-F1 ${(100 * macro).toFixed(1)} at the threshold that 0.5 stands for.`,
  ];
  for (const line of figures) say(line);
  return { bytes: writeClaimWeights(weights), figures };
}

function readExamples(
  corpora: string,
  read: (text: string) => Pick<Example, 'slots' | 'lift'>,
  { crowd, policlaim }: ClaimSettings,
): Example[] {
  const examples: Example[] = [];
  const known = new Set<string>();
  const add = (row: Row, counts: number, strict: boolean): void => {
    const text = String(row.text).replace(/\s+/g, ' ').trim();
    const key = text.toLowerCase();
    if (text === '' || known.has(key)) return;
    known.add(key);
    const { slots, lift } = read(text);
    const positive = (row.label ?? row.verdict ?? row.gold) === 1;
    examples.push({ slots, value: 1 / Math.sqrt(slots.length), positive, counts, fold: foldOf(key), strict, lift });
  };
  for (const row of readRows(path.join(corpora, 'claimbuster/strict.jsonl'))) add(row, 1, true);
  if (crowd > 0) for (const row of readRows(path.join(corpora, 'claimbuster/crowd.jsonl'))) add(row, crowd, false);
  if (policlaim > 0) for (const row of readRows(path.join(corpora, 'policlaim/policlaim_train_golden.jsonl'))) add(row, policlaim, false);
  return examples;
}

interface Row {
  readonly text: unknown;
  readonly label?: unknown;
  readonly verdict?: unknown;
  readonly gold?: unknown;
}

const readRows = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

/** By the words, so that the same sentence never stands on both sides. */
function foldOf(key: string): number {
  let hash = 7;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

interface Weights {
  readonly slots: Float32Array;
  readonly bias: number;
}

/**
 * Dual coordinate descent for a support vector machine with squared hinge loss (Hsieh and others 2008), over features whose values are scaled by
 * how telling each is (after Wang and Manning 2012). The scale goes into the weights in the end, so that at work every feature counts one.
 */
function train(examples: readonly Example[], { cost, telling, passes, seed }: ClaimSettings): Weights {
  const slots = new Float32Array(SLOTS);
  const scale = scalesOf(examples, telling);
  const lengths = examples.map(({ slots, value }) => slots.reduce((sum, slot) => sum + ((scale[slot] ?? 1) * value) ** 2, 0));
  let bias = 0;
  const alphas = new Float64Array(examples.length);
  const order = examples.map((_, i) => i);
  const next = random(seed);
  for (let pass = 0; pass < passes; pass++) {
    for (const i of shuffle(order, next)) {
      const example = examples[i];
      if (!example) continue;
      const sign = example.positive ? 1 : -1;
      const diagonal = 0.5 / (cost * example.counts);
      let margin = 0;
      for (const slot of example.slots) margin += (slots[slot] ?? 0) * (scale[slot] ?? 1);
      margin = margin * example.value + bias + example.lift;
      const old = alphas[i] ?? 0;
      const alpha = Math.max(0, old - (sign * margin - 1 + diagonal * old) / ((lengths[i] ?? 1) + 1 + diagonal));
      if (alpha === old) continue;
      alphas[i] = alpha;
      const step = (alpha - old) * sign;
      for (const slot of example.slots) slots[slot] = (slots[slot] ?? 0) + step * example.value * (scale[slot] ?? 1);
      bias += step;
    }
  }
  return { slots: slots.map((weight, slot) => weight * (scale[slot] ?? 1)), bias };
}

/** For each slot the size of the logarithm of how much more often claims have it than others do, mixed with 1. */
function scalesOf(examples: readonly Example[], telling: number): Float32Array {
  const counts = [new Float32Array(SLOTS).fill(1), new Float32Array(SLOTS).fill(1)] as const;
  const sums = [2, 2];
  for (const { slots, positive } of examples) {
    const side = positive ? 1 : 0;
    sums[side] = (sums[side] ?? 0) + 1;
    for (const slot of slots) counts[side][slot] = (counts[side][slot] ?? 0) + 1;
  }
  const [others, claims] = sums;
  return counts[1].map((count, slot) => {
    const ratio = count / (claims ?? 1) / ((counts[0][slot] ?? 1) / (others ?? 1));
    return 1 - telling + telling * Math.abs(Math.log(ratio));
  });
}

const marginBy =
  ({ slots, bias }: Weights) =>
  (example: Example): number => {
    let sum = 0;
    for (const slot of example.slots) sum += slots[slot] ?? 0;
    return sum * example.value + bias + example.lift;
  };

interface Judged {
  readonly margin: number;
  readonly positive: boolean;
}

/** The margin at which macro-F1 is best: what a score of 0.5 is to mean. */
function bestThreshold(judged: readonly Judged[]): { readonly threshold: number; readonly macro: number } {
  let best = { threshold: 0, macro: 0 };
  for (let threshold = -1; threshold <= 1; threshold += 0.01) {
    const macro = macroF1(judged, threshold);
    if (macro > best.macro) best = { threshold, macro };
  }
  return best;
}

function macroF1(judged: readonly Judged[], threshold: number): number {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const { margin, positive } of judged) {
    if (margin >= threshold) positive ? tp++ : fp++;
    else positive ? fn++ : tn++;
  }
  return tp / (2 * tp + fp + fn) + tn / (2 * tn + fp + fn);
}

/** The slope of a logistic function through 0.5 at the threshold, by maximum likelihood. */
function fitSlope(judged: readonly Judged[], threshold: number): number {
  let slope = 1;
  for (let step = 0; step < 200; step++) {
    let gradient = 0;
    for (const { margin, positive } of judged) {
      const x = margin - threshold;
      gradient += ((positive ? 1 : 0) - 1 / (1 + Math.exp(-slope * x))) * x;
    }
    slope += (2 * gradient) / judged.length;
  }
  return slope;
}

/** To 8 bits; the scale is such that hardly any weight is cut off. */
function quantise(slots: Float32Array): { readonly slots: Int8Array; readonly scale: number } {
  const sizes = slots
    .filter((w) => w !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = largest / 127;
  return { slots: Int8Array.from(slots, (w) => Math.max(-127, Math.min(127, Math.round(w / scale)))), scale };
}
