// Measures the engine and prints every figure beside what others reached and what is aimed at.
//   npm run eval -- [--shared DIR] [--only TITLE] [--check [FLOORS.json]] [--write]
// Without the shared folder only our own articles are measured. With --check a figure below its floor fails the run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { annotations } from './annotations';
import { attribution } from './attribution';
import { claims } from './claims';
import { claimsNews } from './claims-news';
import type { Evaluation, Figure } from './evaluation';
import { evidence } from './evidence-figures';
import { own } from './own-figures';
import { speakers } from './speaker-figures';
import { tagging } from './tagging';

const EVALUATIONS: readonly Evaluation[] = [attribution, own, evidence, speakers, claims, claimsNews, tagging, annotations];

/** How far a figure may fall below the one that was written down before it counts as fallen. */
const SLACK = 0.3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shared: { type: 'string', default: '../shared' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const floorsFile = positionals[0] ?? 'scripts/eval/floors.json';
const shared = { corpora: path.join(values.shared, 'corpora'), scorers: path.join(values.shared, 'eval') };
const hasShared = existsSync(shared.corpora) && existsSync(shared.scorers);
if (!hasShared) console.log(`${values.shared} is not here: only what needs no corpus is measured.\n`);

const only = values.only?.toLowerCase();
const figures: Figure[] = [];
for (const evaluation of EVALUATIONS) {
  if (only && !evaluation.title.toLowerCase().includes(only)) continue;
  if (!hasShared && !evaluation.own) continue;
  const measured = await evaluation.measure(shared);
  figures.push(...measured);
  console.log(evaluation.title);
  for (const { label, value, target, beside } of measured) {
    const aim = target === undefined ? '' : value >= target ? `≥ ${target} reached` : `${(target - value).toFixed(1)} short of ${target}`;
    console.log(`  ${label.padEnd(60)} ${value.toFixed(1).padStart(5)}   ${aim.padEnd(20)} ${beside ?? ''}`.trimEnd());
  }
  console.log('');
}

if (values.write) {
  const floors = existsSync(floorsFile) ? (JSON.parse(readFileSync(floorsFile, 'utf8')) as Record<string, number>) : {};
  for (const { key, value } of figures) floors[key] = Math.floor(value * 10) / 10;
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
}

if (values.check) {
  const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Record<string, number>;
  const fallen = figures.filter(({ key, value }) => value < (floors[key] ?? 0) - SLACK);
  for (const { key, label, value } of fallen) console.error(`fallen: ${label} (${key}) is ${value.toFixed(1)}, was ${floors[key]}`);
  if (fallen.length > 0) process.exitCode = 1;
  else console.log(`No figure has fallen below its floor (${figures.length} measured).`);
}
