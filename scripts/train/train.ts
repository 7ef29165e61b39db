// Trains everything that server/src/model holds, and says how good it is.
//   npm run train -- --corpus DIR
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { trainLanguage } from './language';

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: '../shared/corpora' }, out: { type: 'string', default: 'server/src/model' } },
});
const say = (line: string): void => console.log(line);

const language = trainLanguage(values.corpus, say);
mkdirSync(values.out, { recursive: true });
for (const [name, bytes] of language.files) writeFileSync(path.join(values.out, name), bytes);
