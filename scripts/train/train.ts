// Trains everything that server/src/model holds, and says how good it is.
//   npm run train -- --corpus DIR [--only attribution|claims]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { writeWeights } from '../../server/src/attribution/model/weights';
import { Lexicon, readLexicon } from '../../server/src/language/lexicon';
import { chooseBy, PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import { type AttributionSettings, trainAttribution } from './attribution-model';
import { trainClaims } from './claims';
import { readPolnear } from './corpora';
import { trainLanguage } from './language';
import { readPassages } from './passages';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpora' },
    out: { type: 'string', default: 'server/src/model' },
    only: { type: 'string' },
  },
});
const say = (line: string): void => console.log(line);
const file = (name: string): string => path.join(values.out, name);
const write = (name: string, bytes: Uint8Array): void => {
  writeFileSync(file(name), bytes);
  say(`${name}: ${bytes.length} bytes, ${gzipSync(bytes).length} compressed`);
};

const CRF = { epochs: 4, rate: 0.01, initial: 0, dropout: 0.4, l2: 0, average: 1 };
const SETTINGS: AttributionSettings = {
  stageOne: { ...CRF, seed: 7 },
  stageTwo: { ...CRF, seed: 9 },
  least: 5,
  cueBias: 3,
  folds: 3,
  bits: [16, 16, 12],
};

mkdirSync(values.out, { recursive: true });
if (values.only === undefined) {
  const language = trainLanguage(values.corpus, say);
  for (const [name, bytes] of language.files) write(name, bytes);
}
const lexicon = new Lexicon(readLexicon(readFileSync(file('lexicon.bin'))));
const tagger = new PerceptronTagger(lexicon, chooseBy(new Int8Array(readFileSync(file('tagger.bin')))));
if (values.only !== 'attribution') write('claims.bin', trainClaims(values.corpus, lexicon, tagger, say).bytes);
if (values.only !== 'claims') {
  const articles = readPolnear(values.corpus, 'train').map((article) => readPassages(article, lexicon, tagger));
  const { stored } = trainAttribution(articles, lexicon, SETTINGS, say);
  write('attribution.bin', writeWeights(stored));
}
