// How fast On Record is: `npm run bench` builds, fetches what it compares with, and runs this.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis';
import { measureEditing } from './editing';
import { measureEvidence } from './evidence';
import type { Group, Run } from './figures';
import { measureGrowth } from './growth';
import { measureStartup } from './startup';
import { comparison, table } from './table';
import { longArticle, readArticles } from './texts';

const USAGE = `npm run bench [-- OPTION…]
  --only analysis,startup,editing,growth,evidence   some of the groups
  --rounds N                               rounds of each (5; editing has 2)
  --against FOLDER                         the dist/ of another build, whose editing loop is measured edit by edit beside ours
  --typed N                                characters typed in each article (300)
  --longest N                              the longest article of growth, in words (1000000)
  --text FOLDER                            articles to read instead of the shared news
  --save FILE                              where the figures are saved (out/bench.json)
  --compare BEFORE.json AFTER.json         two saved runs beside each other; measures nothing`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    longest: { type: 'string', default: '1000000' },
    text: { type: 'string' },
    save: { type: 'string', default: 'out/bench.json' },
    against: { type: 'string' },
    typed: { type: 'string', default: '300' },
    compare: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else if (values.compare) {
  const [before, after] = positionals.map((file): Run => JSON.parse(readFileSync(file, 'utf8')));
  if (!before || !after) throw new Error(USAGE);
  console.log(comparison(before, after));
} else await measure();

async function measure(): Promise<void> {
  const rounds = Number(values.rounds);
  const articles = readArticles(values.text);
  const long = longArticle(articles, 100_000);
  const groups: Record<string, () => Promise<Group> | Group> = {
    analysis: () => measureAnalysis(articles, process.env.BENCH_PEERS ?? '', rounds),
    startup: () => measureStartup(longArticle(articles, 600), long, rounds),
    editing: () =>
      measureEditing(articles, { rounds: Math.max(1, Math.round(rounds / 2)), typed: Number(values.typed), against: values.against }),
    growth: () => measureGrowth(articles, Number(values.longest)),
    evidence: () => measureEvidence(articles),
  };
  const measured: Group[] = [];
  for (const name of values.only?.split(',') ?? Object.keys(groups)) {
    const group = groups[name];
    if (!group) throw new Error(USAGE);
    measured.push(await group());
  }
  const run: Run = { schema: 1, node: process.version, machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, groups: measured };
  mkdirSync(path.dirname(values.save), { recursive: true });
  writeFileSync(values.save, `${JSON.stringify(run, null, 2)}\n`);
  console.log(table(run));
  console.log(`\nNode ${run.node}, ${run.machine}; saved in ${values.save}`);
}
