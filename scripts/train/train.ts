// Trains everything that server/src/model holds, and says in MODEL.md how and how good it is.
//   npm run train -- --corpus DIR [--only language|attribution|claims]
// The same corpora give the same bytes. What reads another part's weights is trained after it: language, then attribution, then claims.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CUE_BIAS } from '../../server/src/attribution/model/model-attributions';
import { writeWeights } from '../../server/src/attribution/model/weights';
import { Lexicon, readLexicon } from '../../server/src/language/lexicon';
import { chooseBy, PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import { type AttributionSettings, trainAttribution } from './attribution-model';
import { trainClaims } from './claims';
import { readPolnear } from './corpora';
import { devFigures } from './dev-figures';
import { trainLanguage } from './language';
import { writeModelPage } from './model-page';
import { readTrainingPassages } from './passages';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpora' },
    out: { type: 'string', default: 'server/src/model' },
    only: { type: 'string' },
  },
});
const say = (line: string): void => console.log(line);
const file = (name: string): string => path.join(values.out, name);
const wants = (part: string): boolean => values.only === undefined || values.only === part;
const write = (name: string, bytes: Uint8Array): void => {
  writeFileSync(file(name), bytes);
  say(`${name}: ${bytes.length} bytes, ${gzipSync(bytes).length} compressed`);
};

const SETTINGS: AttributionSettings = {
  stageOne: { epochs: 6, rate: 0.01, initial: 0, dropout: 0.4, l2: 0.01, seed: 7, average: 4 },
  stageTwo: { epochs: 6, rate: 0.007, initial: 0, dropout: 0.4, l2: 0.01, seed: 9, average: 4 },
  least: 5,
  cueBias: CUE_BIAS,
  folds: 3,
  times: 2,
  most: [85000, 110000],
  judgeBits: 12,
};

mkdirSync(values.out, { recursive: true });
const sections = new Map<string, readonly string[]>();

if (wants('language')) {
  const language = trainLanguage(values.corpus, say);
  for (const [name, bytes] of language.files) write(name, bytes);
  sections.set('Parts of speech', language.figures);
}

const entries = readLexicon(readFileSync(file('lexicon.bin')));
const lexicon = new Lexicon(entries);
const tagger = new PerceptronTagger(lexicon, chooseBy(new Int8Array(readFileSync(file('tagger.bin')))));

if (wants('attribution')) {
  const articles = readTrainingPassages(readPolnear(values.corpus, 'train'), entries, tagger);
  const { stored, verdicts } = trainAttribution(articles, lexicon, SETTINGS, say);
  write('attribution.bin', writeWeights(stored));
  const figures = [
    `Settings: ${JSON.stringify(SETTINGS)}.`,
    `The judge learnt from ${verdicts.length} drafts on text that their models had not seen; ${verdicts.filter(({ right }) => right).length} were right.`,
    ...devFigures(values.corpus, lexicon, tagger, stored, SETTINGS.cueBias),
  ];
  for (const line of figures) say(line);
  sections.set('Attribution', figures);
}

if (wants('claims')) {
  const { bytes, figures } = trainClaims(values.corpus, lexicon, tagger, say);
  write('claims.bin', bytes);
  sections.set('Check-worthiness', figures);
}

writeModelPage(file('MODEL.md'), values.out, sections);
