import {
  type AttributionWeights,
  draftFor,
  type Marked,
  markPassage,
  runsOf,
  type Scorer,
} from '../../server/src/attribution/model/extract';
import { grammarOf } from '../../server/src/attribution/model/grammar';
import { LABELS } from '../../server/src/attribution/model/labels';
import { STAGE_ONE_FEATURES } from '../../server/src/attribution/model/stage-one';
import { STAGE_TWO_FEATURES } from '../../server/src/attribution/model/stage-two';
import { buildTable, type StageTable, type StoredWeights } from '../../server/src/attribution/model/weights';
import type { Lexicon } from '../../server/src/language/lexicon';
import { type Stage, scorerOf, trainStageOne, trainStageTwo } from './attribution';
import type { CrfSettings } from './crf';
import { isRight, trainJudge, type Verdict } from './judge';
import type { GoldPassage } from './passages';

const NOTHING: Scorer = { transitions: new Float32Array(), steps: new Float32Array(), emissions: () => new Float32Array() };

/** How the attribution model is trained. */
export interface AttributionSettings {
  readonly stageOne: CrfSettings;
  readonly stageTwo: CrfSettings;
  /** Features seen less often are left out. */
  readonly least: number;
  readonly cueBias: number;
  /** Into how many parts the articles are cut, so that each part is marked by models that have not seen it. */
  readonly folds: number;
  /** Rows of each stage's table, and places of the judge, as powers of two. */
  readonly bits: readonly [stageOne: number, stageTwo: number, judge: number];
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
  const foldOf = articles.flatMap((article, a) => article.map(() => a % folds));
  const grammar = grammarOf(lexicon);
  const unseen = (fold: number): number[] => passages.flatMap((_, p) => (foldOf[p] === fold ? [p] : []));
  const seen = (fold: number): number[] => passages.flatMap((_, p) => (foldOf[p] === fold ? [] : [p]));
  const pick = <T>(list: readonly T[], which: readonly number[]): T[] => which.map((p) => list[p] as T);

  const marked: Marked[] = new Array(passages.length);
  for (let fold = 0; fold < folds; fold++) {
    say(`stage one, without part ${fold + 1} of ${folds}`);
    const stageOne = scorerOf(trainStageOne(pick(passages, seen(fold)), least, settings.stageOne, quiet), STAGE_ONE_FEATURES);
    for (const p of unseen(fold)) marked[p] = markPassage((passages[p] as GoldPassage).passage, { stageOne, cueBias });
  }
  say('stage one, on all');
  const stageOne = trainStageOne(passages, least, settings.stageOne, say);

  const verdicts: Verdict[] = [];
  for (let fold = 0; fold < folds; fold++) {
    say(`stage two, without part ${fold + 1} of ${folds}`);
    const stage = trainStageTwo(pick(passages, seen(fold)), pick(marked, seen(fold)), lexicon, least, settings.stageTwo, quiet);
    const weights = {
      stageTwo: scorerOf(stage, STAGE_TWO_FEATURES),
      stageOne: NOTHING,
      grammar,
      cueBias,
    };
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
  const judge = trainJudge(verdicts, settings.bits[2]);
  say('stage two, on all');
  const stageTwo = trainStageTwo(passages, marked, lexicon, least, settings.stageTwo, say);
  return {
    stored: { stageOne: tableOf(stageOne, settings.bits[0], say), stageTwo: tableOf(stageTwo, settings.bits[1], say), judge },
    full: { stageOne: scorerOf(stageOne, STAGE_ONE_FEATURES), stageTwo: scorerOf(stageTwo, STAGE_TWO_FEATURES), grammar, cueBias },
    verdicts,
  };
}

/** Keeps the features that matter most, by their largest weight and how often they are seen, as far as the table holds them well. */
export function tableOf({ index, weights, transitions }: Stage, bits: number, say: (line: string) => void): StageTable {
  const at = (feature: number, label: number): number => {
    // What all labels share changes nothing; without it more weights are zero.
    const row = feature * LABELS;
    return (weights[row + label] ?? 0) - middle(weights, row);
  };
  const weight = Array.from({ length: index.size }, (_, f) => {
    let top = 0;
    for (let l = 0; l < LABELS; l++) top = Math.max(top, Math.abs(at(f, l)));
    return top * Math.sqrt(index.counts[f] as number) ** 0.5;
  });
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127;
  const order = Array.from(weight.keys()).sort((a, b) => (weight[b] as number) - (weight[a] as number));
  const kept = order.slice(0, Math.floor(2 ** bits * 0.8));
  say(`  ${index.size} features, ${kept.length} kept`);
  return buildTable(
    kept.map((f) => index.hashes[f] as number),
    (k, label) => at(kept[k] as number, label),
    transitions,
    bits,
    scale,
  );
}

/** The median of a row. */
function middle(weights: Float32Array, row: number): number {
  return [...weights.subarray(row, row + LABELS)].sort((a, b) => a - b)[LABELS >> 1] ?? 0;
}
