import { draftAttributions } from '../../server/src/attribution/model/extract';
import { grammarOf } from '../../server/src/attribution/model/grammar';
import { JUDGE_FEATURES, type Judged, judge, settle } from '../../server/src/attribution/model/judge';
import { LEAST } from '../../server/src/attribution/model/model-attributions';
import { StageOneScores } from '../../server/src/attribution/model/stage-one-scores';
import { StageTwoScores } from '../../server/src/attribution/model/stage-two-scores';
import type { StoredWeights } from '../../server/src/attribution/model/weights';
import type { Lexicon } from '../../server/src/language/lexicon';
import type { PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import { readPolnear } from './corpora';
import { isRight } from './judge';
import { readPassages } from './passages';

/** How good the stored weights are by themselves on polnear/dev, without the patterns that the analysis joins to them. */
export function devFigures(corpora: string, lexicon: Lexicon, tagger: PerceptronTagger, stored: StoredWeights, cueBias: number): string[] {
  const weights = {
    stageOne: new StageOneScores(stored.stageOne),
    stageTwo: new StageTwoScores(stored.stageTwo),
    grammar: grammarOf(lexicon),
    cueBias,
  };
  const room = new Int32Array(JUDGE_FEATURES);
  let [kept, right, found, gold] = [0, 0, 0, 0];
  const bins = Array.from({ length: 10 }, () => ({ all: 0, right: 0, sum: 0 }));
  for (const passage of readPolnear(corpora, 'dev').flatMap((article) => readPassages(article, lexicon, tagger))) {
    const drafts = draftAttributions(passage.passage, weights).map(
      (draft): Judged => ({ ...draft, confidence: judge(passage.passage, draft, stored.judge, room) }),
    );
    const settled = settle(drafts, LEAST, passage.passage.length);
    for (const draft of settled) {
      const ok = isRight(passage, draft);
      kept++;
      if (ok) right++;
      const bin = bins[Math.min(9, Math.floor(draft.confidence * 10))];
      if (!bin) continue;
      bin.all++;
      bin.sum += draft.confidence;
      if (ok) bin.right++;
    }
    gold += passage.attributions.length;
    found += passage.attributions.filter((one) => settled.some((draft) => isRight({ ...passage, attributions: [one] }, draft))).length;
  }
  const [p, r] = [right / kept, found / gold];
  const calibrated = bins
    .filter(({ all }) => all > 0)
    .map((bin) => `${(bin.sum / bin.all).toFixed(2)}: ${(bin.right / bin.all).toFixed(2)} of ${bin.all}`);
  return [
    `Relations on polnear/dev, the models by themselves: precision ${(100 * p).toFixed(1)}, recall ${(100 * r).toFixed(1)}, F1 ${((200 * p * r) / (p + r)).toFixed(1)}.`,
    `Right at each confidence, there: ${calibrated.join('; ')}.`,
  ];
}
