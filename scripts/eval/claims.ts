import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../../server/src/article';
import { lexicon } from '../../server/src/language/lexicon-of-news';
import { chooseBy, PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import taggerBytes from '../../server/src/model/tagger.bin';
import { trainClaims } from '../train/claims';
import { type Evaluation, f1 } from './evaluation';

interface Row {
  readonly text: string;
  readonly gold: number;
}

/** Sentences at least half check-worthy, each an article of its own: F1, and the average precision whatever the threshold. */
function policlaim(file: string): { readonly f1: number; readonly precision: number } {
  const counts = { both: 0, found: 0, gold: 0 };
  const scored: { readonly score: number; readonly positive: boolean }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text, gold } = JSON.parse(line) as Row;
    const score = Math.max(0, ...analyse(text).sentences.map(({ checkworthiness }) => checkworthiness));
    const found = score >= 0.5;
    scored.push({ score, positive: gold === 1 });
    if (found) counts.found++;
    if (gold === 1) counts.gold++;
    if (found && gold === 1) counts.both++;
  }
  return { f1: f1(counts.both, counts.found, counts.both, counts.gold), precision: averagePrecision(scored) };
}

/** The mean, over all claims, of how pure the list is down to each, the most check-worthy first; in per cent. */
function averagePrecision(scored: readonly { readonly score: number; readonly positive: boolean }[]): number {
  let claims = 0;
  let sum = 0;
  for (const [i, { positive }] of [...scored].sort((a, b) => b.score - a.score).entries()) if (positive) sum += ++claims / (i + 1);
  return claims === 0 ? 0 : (100 * sum) / claims;
}

/** Check-worthiness: cross-validated where its training data is all that there is, and on speeches that it never saw. */
export const claims: Evaluation = {
  title: 'Check-worthiness',
  measure({ corpora }) {
    const tagger = new PerceptronTagger(lexicon(), chooseBy(new Int8Array(taggerBytes)));
    const { figures } = trainClaims(corpora, lexicon(), tagger, () => {});
    const macro = Number(/macro-F1 ([\d.]+)/.exec(figures.join('\n'))?.[1] ?? 0);
    const speeches = policlaim(path.join(corpora, 'policlaim/policlaim_train_golden.jsonl'));
    return [
      { key: 'claims.claimbuster', label: 'macro-F1, ClaimBuster, four-fold', value: macro, beside: '83.1 SVM, 84.7 BiLSTM, 88.0 BERT' },
      {
        key: 'claims.policlaim',
        label: 'F1, PoliClaim (a broader notion), unseen',
        value: speeches.f1,
      },
      { key: 'claims.policlaim-ap', label: 'average precision there', value: speeches.precision },
    ];
  },
};
