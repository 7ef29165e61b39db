// What the rules report on news that nobody has marked: how often each does, and a sample to be judged one by one.
//   node scripts/train/run.mjs scripts/eval/findings.ts [--corpora DIR] [--of wikinews|polnear/dev|polnear/train] [--all] [--rule CODE] [--sample N] [--seed N]
// `--all` counts rules that are off by default, too. What it prints holds words of the corpora: it is to be read, and kept nowhere.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Article, analyse } from '../../server/src/article';
import { check, RULES } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules/rule';
import { countWords } from '../../test/bench/texts';
import { readPolnear } from '../train/corpora';
import { random, shuffle } from '../train/random';
import { readCsv } from './csv';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    of: { type: 'string', default: 'wikinews' },
    all: { type: 'boolean', default: false },
    rule: { type: 'string' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

interface Found {
  readonly article: Article;
  readonly finding: Finding;
}

const articles = textsOf(values.of).map((text) => analyse(text));
const found = articles.flatMap((article) => findingsOf(article).map((finding): Found => ({ article, finding })));
const words = articles.reduce((sum, { text }) => sum + countWords(text), 0);
const counts = new Map<string, number>();
for (const { finding } of found) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);

console.log(`${values.of}: ${articles.length} articles, ${words} words, ${found.length} findings`);
console.log('| rule | findings | in 1,000 words |\n| --- | --- | --- |');
for (const [code, count] of [...counts].sort(([, a], [, b]) => b - a)) {
  console.log(`| \`${code}\` | ${count} | ${((1000 * count) / words).toFixed(2)} |`);
}
for (const one of shuffle([...found], random(Number(values.seed))).slice(0, Number(values.sample))) console.log(shown(one));

/** The articles of a corpus: headline first, as a person would write them. */
function textsOf(corpus: string): string[] {
  if (corpus.startsWith('polnear/')) return readPolnear(values.corpora, corpus.slice('polnear/'.length)).map(({ text }) => text);
  const folder = path.join(values.corpora, corpus);
  const rows = readdirSync(folder).flatMap((file) => (file.endsWith('.csv') ? readCsv(readFileSync(path.join(folder, file), 'utf8')) : []));
  return rows.flatMap((row) => (row.get('text') ? [`${row.get('title') ?? ''}\n\n${row.get('text')}`] : []));
}

function findingsOf(article: Article): readonly Finding[] {
  const findings = values.all ? RULES.flatMap((rule) => [...rule.check(article)]) : check(article);
  return findings.filter(({ code }) => values.rule === undefined || code === values.rule);
}

/** A finding marked in what stands around it. */
function shown({ article: { text }, finding }: Found): string {
  const { code, message } = finding;
  const [start, end] = finding.span;
  const around = `${text.slice(Math.max(0, start - 240), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 160)}`;
  return `\n${code}: ${message}\n  ${around.replace(/\s+/g, ' ')}`;
}
