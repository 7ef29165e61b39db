import { expTransitions } from '../../server/src/attribution/model/crf';
import { viewCue } from '../../server/src/attribution/model/cue-view';
import { type Marked, reachOf, runsOf, type TrainedStage } from '../../server/src/attribution/model/extract';
import { grammarOf } from '../../server/src/attribution/model/grammar';
import { LABELS } from '../../server/src/attribution/model/labels';
import type { Passage, Run } from '../../server/src/attribution/model/passage';
import { STAGE_ONE_FEATURES, stageOneFeatures } from '../../server/src/attribution/model/stage-one';
import { STAGE_TWO_FEATURES, stageTwoFeatures } from '../../server/src/attribution/model/stage-two';
import type { Lexicon } from '../../server/src/language/lexicon';
import { type CrfModel, type CrfSettings, type Example, trainCrf } from './crf';
import { FeatureIndex } from './feature-index';
import type { GoldPassage, GoldRuns } from './passages';

/** A trained stage: its features by hash, and a row of weights for each. */
export interface Stage extends CrfModel {
  readonly index: FeatureIndex;
}

/** Writes a run's labels: begun at its first token, gone on with after it. */
function label(labels: Uint8Array, runs: readonly Run[], role: number): void {
  for (const [first, end] of runs) {
    for (let i = first; i < end; i++) labels[i] = i === first ? role * 2 - 1 : role * 2;
  }
}

/** What stage one should say of a passage. */
export function stageOneLabels({ passage, attributions }: GoldPassage): Uint8Array {
  const labels = new Uint8Array(passage.length);
  for (const { source, cue, content } of attributions) {
    label(labels, content, 3);
    label(labels, source, 1);
    label(labels, cue, 2);
  }
  return mend(labels);
}

/** What stage two should say of one attribution. */
function stageTwoLabels(length: number, { source, cue, content }: GoldRuns): Uint8Array {
  const labels = new Uint8Array(length);
  label(labels, content, 3);
  label(labels, source, 1);
  label(labels, cue, 2);
  return mend(labels);
}

/** A run that another one cut in two begins anew after it. */
function mend(labels: Uint8Array): Uint8Array {
  for (let i = 0; i < labels.length; i++) {
    const here = labels[i] ?? 0;
    const before = i > 0 ? (labels[i - 1] ?? 0) : 0;
    if (here > 0 && here % 2 === 0 && before !== here && before !== here - 1) labels[i] = here - 1;
  }
  return labels;
}

/** Collects the features of tokens as dense numbers. */
function collect(
  length: number,
  fill: (i: number, out: Int32Array) => number,
  index: FeatureIndex,
  room: number,
): Pick<Example, 'features' | 'offsets'> {
  const out = new Int32Array(room);
  const features = new Int32Array(length * room);
  const offsets = new Uint32Array(length + 1);
  let n = 0;
  for (let i = 0; i < length; i++) {
    offsets[i] = n;
    const count = fill(i, out);
    for (let k = 0; k < count; k++) features[n++] = index.add(out[k] as number);
  }
  offsets[length] = n;
  return { features: features.slice(0, n), offsets };
}

/** Leaves out features that are not `kept` and numbers the others anew. */
function prune(
  examples: readonly Example[],
  index: FeatureIndex,
  kept: (feature: number) => boolean,
): { readonly examples: Example[]; readonly index: FeatureIndex } {
  const renumbered = new Int32Array(index.size).fill(-1);
  const pruned = new FeatureIndex();
  for (let f = 0; f < index.size; f++) {
    if (!kept(f)) continue;
    const number = pruned.add(index.hashes[f] as number);
    renumbered[f] = number;
    pruned.counts[number] = index.counts[f] as number;
  }
  const result = examples.map((example) => {
    const features = new Int32Array(example.features.length);
    const offsets = new Uint32Array(example.offsets.length);
    let n = 0;
    for (let i = 0; i < example.length; i++) {
      offsets[i] = n;
      for (let k = example.offsets[i] as number; k < (example.offsets[i + 1] as number); k++) {
        const number = renumbered[example.features[k] as number] as number;
        if (number >= 0) features[n++] = number;
      }
    }
    offsets[example.length] = n;
    return { ...example, features: features.slice(0, n), offsets };
  });
  return { examples: result, index: pruned };
}

/** Examples of a stage, and the features that they are made of. */
export interface Examples {
  readonly index: FeatureIndex;
  /** For each passage its examples. */
  readonly byPassage: readonly (readonly Example[])[];
}

/** Reads what stage one learns from: an example for each passage. Features seen less than `least` times are left out. */
export function stageOneExamples(passages: readonly GoldPassage[], least: number): Examples {
  const index = new FeatureIndex();
  const examples = passages.map((gold): Example => {
    const { passage } = gold;
    const collected = collect(passage.length, (i, out) => stageOneFeatures(passage, i, out), index, STAGE_ONE_FEATURES);
    return { length: passage.length, boundary: passage.boundary, labels: stageOneLabels(gold), ...collected };
  });
  const frequent = prune(examples, index, (feature) => (index.counts[feature] as number) >= least);
  return { index: frequent.index, byPassage: frequent.examples.map((example) => [example]) };
}

/** Reads what stage two learns from: an example for each true cue of passages that stage one, trained on others, has marked. */
export function stageTwoExamples(passages: readonly GoldPassage[], marked: readonly Marked[], lexicon: Lexicon, least: number): Examples {
  const index = new FeatureIndex();
  const grammar = grammarOf(lexicon);
  const examples: Example[] = [];
  const counts: number[] = [];
  for (const [p, { passage, attributions }] of passages.entries()) {
    const marks = marked[p];
    const before = examples.length;
    const candidates = marks ? runsOf(marks.labels, 2) : [];
    for (const gold of attributions) {
      const candidate = candidateFor(gold, candidates);
      if (!candidate || !marks) continue;
      const view = viewCue(passage, candidate, marks, grammar);
      const [from, to] = reachOf(passage, candidate);
      const collected = collect(to - from, (i, out) => stageTwoFeatures(view, from + i, out), index, STAGE_TWO_FEATURES);
      const labels = mend(stageTwoLabels(passage.length, gold).slice(from, to));
      examples.push({ length: to - from, boundary: passage.boundary.slice(from, to), labels, ...collected });
    }
    counts.push(examples.length - before);
  }
  const frequent = prune(examples, index, (feature) => (index.counts[feature] as number) >= least);
  return { index: frequent.index, byPassage: group(frequent.examples, counts) };
}

function group(examples: readonly Example[], counts: readonly number[]): Example[][] {
  let at = 0;
  return counts.map((count) => {
    at += count;
    return examples.slice(at - count, at);
  });
}

/** Keeps the `most` features that matter most: by their largest weight after two epochs, and how often they are seen. */
export function select({ index, byPassage }: Examples, most: number, settings: CrfSettings, say: (line: string) => void): Examples {
  if (index.size <= most) return { index, byPassage };
  const { weights } = trainCrf(byPassage.flat(), index.size, { ...settings, epochs: 2, average: 1 }, say);
  const weight = Float32Array.from({ length: index.size }, (_, f) => {
    const row = weights.subarray(f * LABELS, (f + 1) * LABELS);
    return (Math.max(...row) - Math.min(...row)) * (index.counts[f] as number) ** 0.5;
  });
  const order = Array.from(weight.keys()).sort((a, b) => (weight[b] as number) - (weight[a] as number));
  const kept = new Uint8Array(index.size);
  for (const f of order.slice(0, most)) kept[f] = 1;
  const chosen = prune(byPassage.flat(), index, (feature) => kept[feature] === 1);
  say(`  ${index.size} features, ${chosen.index.size} kept`);
  return {
    index: chosen.index,
    byPassage: group(
      chosen.examples,
      byPassage.map(({ length }) => length),
    ),
  };
}

/** Trains a stage on the passages that `chosen` names. */
export function trainStage(
  { index, byPassage }: Examples,
  chosen: readonly number[],
  settings: CrfSettings,
  say: (line: string) => void,
): Stage {
  return {
    index,
    ...trainCrf(
      chosen.flatMap((p) => byPassage[p] ?? []),
      index.size,
      settings,
      say,
    ),
  };
}

/** Trains a stage on all passages, once from each of several seeds, and takes the mean of the weights: the chance in each training goes. */
export function trainStageOften({ index, byPassage }: Examples, times: number, settings: CrfSettings, say: (line: string) => void): Stage {
  const examples = byPassage.flat();
  const models = Array.from({ length: times }, (_, t) =>
    trainCrf(examples, index.size, { ...settings, seed: settings.seed + 100 * t }, say),
  );
  const mean = (pick: (model: CrfModel) => Float32Array): Float32Array => {
    const sum = new Float32Array(pick(models[0] as CrfModel).length);
    for (const model of models) for (const [i, value] of pick(model).entries()) sum[i] = (sum[i] as number) + value / times;
    return sum;
  };
  return { index, weights: mean(({ weights }) => weights), transitions: mean(({ transitions }) => transitions) };
}

/** A stage's scores of one example whose features are known by number. */
export function exampleScorer({ weights, transitions }: CrfModel, { length, features, offsets }: Example): TrainedStage<Passage> {
  return {
    transitions,
    steps: expTransitions(transitions),
    scores() {
      const emissions = new Float32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        for (let k = offsets[i] as number; k < (offsets[i + 1] as number); k++) {
          const row = (features[k] as number) * LABELS;
          for (let l = 0; l < LABELS; l++) emissions[i * LABELS + l] = (emissions[i * LABELS + l] as number) + (weights[row + l] as number);
        }
      }
      return emissions;
    },
  };
}

/** The float weights of a trained stage, to decode with. `features(view, i, out)` writes a token's features, at most `room`, and returns how many. */
export function scorerOf<View>(
  { index, weights, transitions }: Stage,
  features: (view: View, i: number, out: Int32Array) => number,
  room: number,
): TrainedStage<View> {
  const out = new Int32Array(room);
  return {
    transitions,
    steps: expTransitions(transitions),
    scores(view, from, to) {
      const scores = new Float32Array((to - from) * LABELS);
      for (let i = from, at = 0; i < to; i++, at += LABELS) {
        const count = features(view, i, out);
        for (let k = 0; k < count; k++) {
          const number = index.find(out[k] as number);
          if (number < 0) continue;
          for (let l = 0; l < LABELS; l++) scores[at + l] = (scores[at + l] as number) + (weights[number * LABELS + l] as number);
        }
      }
      return scores;
    },
  };
}

/** The candidate that overlaps a gold cue, or else the cue's longest run. */
function candidateFor({ cue }: GoldRuns, candidates: readonly Run[]): Run | undefined {
  const overlapping = candidates.find(([first, end]) => cue.some(([s, e]) => s < end && first < e));
  return overlapping ?? [...cue].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
}
