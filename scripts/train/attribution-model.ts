import {
  type AttributionWeights,
  draftFor,
  type Marked,
  markPassage,
  runsOf,
  type TrainedStage,
} from '../../server/src/attribution/model/extract';
import { grammarOf } from '../../server/src/attribution/model/grammar';
import { LABELS } from '../../server/src/attribution/model/labels';
import type { Passage } from '../../server/src/attribution/model/passage';
import { buildTable, type StageTable } from '../../server/src/attribution/model/score-table';
import { STAGE_ONE_FEATURES, stageOneFeatures } from '../../server/src/attribution/model/stage-one';
import { STAGE_TWO_FEATURES, stageTwoFeatures } from '../../server/src/attribution/model/stage-two';
import type { StoredWeights } from '../../server/src/attribution/model/weights';
import type { Lexicon } from '../../server/src/language/lexicon';
import {
  exampleScorer,
  type Stage,
  scorerOf,
  select,
  stageOneExamples,
  stageTwoExamples,
  trainStage,
  trainStageOften,
} from './attribution';
import type { CrfSettings } from './crf';
import { isRight, trainJudge, type Verdict } from './judge';
import type { GoldPassage } from './passages';

const NOTHING: TrainedStage<Passage> = { transitions: new Float32Array(), steps: new Float32Array(), scores: () => new Float32Array() };

/** How the attribution model is trained. */
export interface AttributionSettings {
  readonly stageOne: CrfSettings;
  readonly stageTwo: CrfSettings;
  /** Features seen less often are left out. */
  readonly least: number;
  readonly cueBias: number;
  /** Into how many parts the articles are cut, so that each part is marked by models that have not seen it. */
  readonly folds: number;
  /** How many trainings the final weights are the mean of. */
  readonly times: number;
  /** How many features each stage keeps. */
  readonly most: readonly [stageOne: number, stageTwo: number];
  /** Places of the judge, as a power of two. */
  readonly judgeBits: number;
}

/** What training gives: the weights to store, the same in full precision, and the verdicts that the judge learnt from. */
export interface TrainedAttribution {
  readonly stored: StoredWeights;
  readonly full: AttributionWeights;
  readonly verdicts: readonly Verdict[];
}

/** Trains both stages and the judge. `articles` are their passages, article by article. */
export function trainAttribution(
  articles: readonly (readonly GoldPassage[])[],
  lexicon: Lexicon,
  settings: AttributionSettings,
  say: (line: string) => void,
): TrainedAttribution {
  const { folds, least, cueBias } = settings;
  const quiet = (): void => {};
  const passages = articles.flat();
  const all = [...passages.keys()];
  const foldOf = articles.flatMap((article, a) => article.map(() => a % folds));
  const grammar = grammarOf(lexicon);
  const unseen = (fold: number): number[] => all.filter((p) => foldOf[p] === fold);
  const seen = (fold: number): number[] => all.filter((p) => foldOf[p] !== fold);

  const ones = select(stageOneExamples(passages, least), settings.most[0], settings.stageOne, say);
  const marked: Marked[] = new Array(passages.length);
  for (let fold = 0; fold < folds; fold++) {
    say(`stage one, without part ${fold + 1} of ${folds}`);
    const model = trainStage(ones, seen(fold), settings.stageOne, quiet);
    for (const p of unseen(fold)) {
      const [example] = ones.byPassage[p] ?? [];
      if (example) marked[p] = markPassage((passages[p] as GoldPassage).passage, { stageOne: exampleScorer(model, example), cueBias });
    }
  }
  say('stage one, on all');
  const stageOne = trainStageOften(ones, settings.times, settings.stageOne, say);

  const twos = select(stageTwoExamples(passages, marked, lexicon, least), settings.most[1], settings.stageTwo, say);
  const verdicts: Verdict[] = [];
  for (let fold = 0; fold < folds; fold++) {
    say(`stage two, without part ${fold + 1} of ${folds}`);
    const stage = trainStage(twos, seen(fold), settings.stageTwo, quiet);
    const weights = { stageTwo: scorerOf(stage, stageTwoFeatures, STAGE_TWO_FEATURES), stageOne: NOTHING, grammar, cueBias };
    for (const p of unseen(fold)) {
      const gold = passages[p] as GoldPassage;
      const own = marked[p] as Marked;
      for (const candidate of runsOf(own.labels, 2)) {
        const draft = draftFor(gold.passage, candidate, own, weights);
        if (draft) verdicts.push({ passage: gold.passage, draft, right: isRight(gold, draft) });
      }
    }
  }
  say(`judge: ${verdicts.length} drafts, ${verdicts.filter(({ right }) => right).length} right`);
  const judge = trainJudge(verdicts, settings.judgeBits);
  say('stage two, on all');
  const stageTwo = trainStageOften(twos, settings.times, settings.stageTwo, say);
  return {
    stored: { stageOne: tableOf(stageOne), stageTwo: tableOf(stageTwo), judge },
    full: {
      stageOne: scorerOf(stageOne, stageOneFeatures, STAGE_ONE_FEATURES),
      stageTwo: scorerOf(stageTwo, stageTwoFeatures, STAGE_TWO_FEATURES),
      grammar,
      cueBias,
    },
    verdicts,
  };
}

/** How much of a table is taken. */
const LOAD = 0.82;

/** A trained stage in 8 bits; far coarser than they allow: coarse weights are better on unseen text, and compress well. */
function tableOf({ index, weights, transitions }: Stage): StageTable {
  // What all labels share changes nothing; without it more weights are zero.
  const at = (feature: number, label: number): number => (weights[feature * LABELS + label] ?? 0) - middle(weights, feature * LABELS);
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 10;
  const order = [...index.hashes.keys()].sort((a, b) => (index.counts[b] as number) - (index.counts[a] as number));
  return buildTable(
    order.map((f) => index.hashes[f] as number),
    (k, label) => at(order[k] as number, label),
    transitions,
    Math.ceil(index.size / LOAD),
    scale,
  );
}

/** The median of a row. */
function middle(weights: Float32Array, row: number): number {
  return [...weights.subarray(row, row + LABELS)].sort((a, b) => a - b)[LABELS >> 1] ?? 0;
}
