import { expTransitions } from '../../server/src/attribution/model/crf';
import { type Marked, runsOf, type Scorer } from '../../server/src/attribution/model/extract';
import { grammarOf } from '../../server/src/attribution/model/grammar';
import { LABELS } from '../../server/src/attribution/model/labels';
import type { Run } from '../../server/src/attribution/model/passage';
import { STAGE_ONE_FEATURES, stageOneFeatures } from '../../server/src/attribution/model/stage-one';
import { STAGE_TWO_FEATURES, stageTwoFeatures, viewCue } from '../../server/src/attribution/model/stage-two';
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

/** Leaves out features seen less than `least` times and numbers the others anew. */
function prune(
  examples: readonly Example[],
  index: FeatureIndex,
  least: number,
): { readonly examples: Example[]; readonly index: FeatureIndex } {
  const renumbered = new Int32Array(index.size).fill(-1);
  const pruned = new FeatureIndex();
  for (let f = 0; f < index.size; f++) if ((index.counts[f] as number) >= least) renumbered[f] = pruned.add(index.hashes[f] as number);
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

/** Trains stage one. */
export function trainStageOne(passages: readonly GoldPassage[], least: number, settings: CrfSettings, say: (line: string) => void): Stage {
  const index = new FeatureIndex();
  const examples = passages.map((gold): Example => {
    const { passage } = gold;
    const collected = collect(passage.length, (i, out) => stageOneFeatures(passage, i, out), index, STAGE_ONE_FEATURES);
    return { length: passage.length, boundary: passage.boundary, labels: stageOneLabels(gold), ...collected };
  });
  const pruned = prune(examples, index, least);
  return { index: pruned.index, ...trainCrf(pruned.examples, pruned.index.size, settings, say) };
}

/** The float weights of a trained stage, to decode with. */
export function scorerOf({ index, weights, transitions }: Stage, room: number): Scorer {
  const out = new Int32Array(room);
  return {
    transitions,
    steps: expTransitions(transitions),
    emissions(length, features) {
      const emissions = new Float32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        const count = features(i, out);
        for (let k = 0; k < count; k++) {
          const number = index.find(out[k] as number);
          if (number < 0) continue;
          for (let l = 0; l < LABELS; l++)
            emissions[i * LABELS + l] = (emissions[i * LABELS + l] as number) + (weights[number * LABELS + l] as number);
        }
      }
      return emissions;
    },
  };
}

/** The candidate that overlaps a gold cue, or else the cue's longest run. */
function candidateFor({ cue }: GoldRuns, candidates: readonly Run[]): Run | undefined {
  const overlapping = candidates.find(([first, end]) => cue.some(([s, e]) => s < end && first < e));
  return overlapping ?? [...cue].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
}

/** Trains stage two on the true cues of passages that stage one, trained on others, has marked. */
export function trainStageTwo(
  passages: readonly GoldPassage[],
  marked: readonly Marked[],
  lexicon: Lexicon,
  least: number,
  settings: CrfSettings,
  say: (line: string) => void,
): Stage {
  const index = new FeatureIndex();
  const grammar = grammarOf(lexicon);
  const examples: Example[] = [];
  for (const [p, { passage, attributions }] of passages.entries()) {
    const labels = marked[p]?.labels ?? new Uint8Array(passage.length);
    const candidates = runsOf(labels, 2);
    for (const gold of attributions) {
      const candidate = candidateFor(gold, candidates);
      if (!candidate) continue;
      const view = viewCue(passage, candidate, labels, grammar);
      const collected = collect(passage.length, (i, out) => stageTwoFeatures(view, i, out), index, STAGE_TWO_FEATURES);
      examples.push({ length: passage.length, boundary: passage.boundary, labels: stageTwoLabels(passage.length, gold), ...collected });
    }
  }
  const pruned = prune(examples, index, least);
  say(`  ${examples.length} examples, ${pruned.index.size} features`);
  return { index: pruned.index, ...trainCrf(pruned.examples, pruned.index.size, settings, say) };
}
