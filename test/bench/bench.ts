// How fast the engine reads, stage by stage and as a whole, beside wink-nlp on the same text in the same run.
//   npm run bench [-- --text FOLDER] [--seconds 2]
// Words are counted by white space. Without a folder the shared news is read, and where that isn't at hand our own examples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { analyse } from '../../server/src/article';
import { extractAttributions } from '../../server/src/attribution/model/model-attributions';
import { findQuotes, type OpenQuote } from '../../server/src/attribution/quotes';
import { tagTokens } from '../../server/src/language/tagger';
import { splitBlocks } from '../../server/src/text/blocks';
import { mask } from '../../server/src/text/mask';
import { splitSentences } from '../../server/src/text/sentences';
import { tokenize } from '../../server/src/text/tokens';

const { values } = parseArgs({ options: { text: { type: 'string' }, seconds: { type: 'string', default: '2' } } });

const texts = readTexts();
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
console.log(`${texts.length} articles, ${words} words\n`);

const started = performance.now();
analyse('“We will rebuild the pier,” the mayor said.');
console.log(`${'first article, weights loaded on the way'.padEnd(44)} ${(performance.now() - started).toFixed(0)} ms\n`);

measure('split into words by a regular expression', (text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
measure('tokens', (text) => tokenize(text).length);
measure('tokens and parts of speech', (text) => tagTokens(tokenize(text)).length);
const wink = winkNLP(model, ['sbd', 'pos']);
measure('the same by wink-nlp', (text) => wink.readDoc(text).tokens().length());
measure('up to the attribution model', readModel);
measure('the whole analysis', (text) => analyse(text).attributions.length);

/** Runs `read` over all texts for a while and prints the best pass. */
function measure(name: string, read: (text: string) => number): void {
  const until = performance.now() + Number(values.seconds) * 1000;
  let best = Number.POSITIVE_INFINITY;
  let guard = 0;
  do {
    const from = performance.now();
    for (const text of texts) guard += read(text);
    best = Math.min(best, performance.now() - from);
  } while (performance.now() < until);
  if (guard < 0) throw new Error('nothing was read');
  const speed = Math.round((words / best) * 1000);
  console.log(`${name.padEnd(44)} ${speed.toLocaleString('en').padStart(12)} words a second`);
}

function readModel(text: string): number {
  const masked = mask(text, 'plain');
  let carried: OpenQuote = null;
  let found = 0;
  for (const { kind, span } of splitBlocks(masked, 'plain')) {
    const tokens = tokenize(masked.slice(span[0], span[1]));
    const tags = tagTokens(tokens);
    const { quotes, leavesOpen } = findQuotes(tokens, kind, carried);
    carried = leavesOpen;
    found += extractAttributions({ tokens, tags, sentences: splitSentences(tokens), quotes }).length;
  }
  return found;
}

function readTexts(): string[] {
  const given = values.text ?? '../shared/corpora/polnear/dev/text';
  const folder = existsSync(given) ? given : 'examples';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|article|md)$/.test(file));
  return files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'));
}
