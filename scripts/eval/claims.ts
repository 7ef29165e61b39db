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

/** F1 of sentences at least half check-worthy, each sentence an article of its own. */
function policlaim(file: string): number {
  const counts = { both: 0, found: 0, gold: 0 };
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text, gold } = JSON.parse(line) as Row;
    const found = analyse(text).sentences.some(({ checkworthiness }) => checkworthiness >= 0.5);
    if (found) counts.found++;
    if (gold === 1) counts.gold++;
    if (found && gold === 1) counts.both++;
  }
  return f1(counts.both, counts.found, counts.both, counts.gold);
}

/** Check-worthiness: cross-validated where its training data is all that there is, and on speeches that it never saw. */
export const claims: Evaluation = {
  title: 'Check-worthiness',
  measure({ corpora }) {
    const tagger = new PerceptronTagger(lexicon(), chooseBy(new Int8Array(taggerBytes)));
    const { figures } = trainClaims(corpora, lexicon(), tagger, () => {});
    const macro = Number(/macro-F1 ([\d.]+)/.exec(figures.join('\n'))?.[1] ?? 0);
    return [
      { key: 'claims.claimbuster', label: 'macro-F1, ClaimBuster, four-fold', value: macro, beside: '83.1 SVM, 84.7 BiLSTM, 88.0 BERT' },
      {
        key: 'claims.policlaim',
        label: 'F1, PoliClaim (a broader notion), unseen',
        value: policlaim(path.join(corpora, 'policlaim/policlaim_train_golden.jsonl')),
      },
    ];
  },
};
