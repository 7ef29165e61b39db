// npm run bench [-- OPTION…]: how fast On Record is, beside tools of its kind, in one table; --help says what can be asked for.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureInstalled, projectNode } from './checkout.mjs';
import { npm, runToEnd } from './host/commands.mjs';
import { cache, root } from './host/folders.mjs';

/** What is measured beside On Record; too heavy (130 MB) to be installed with the project. */
const PEERS = {
  compromise: '14.17.0',
  'write-good': '1.0.8',
  textlint: '15.8.0',
  '@textlint/kernel': '15.8.0',
  '@textlint/textlint-plugin-text': '15.8.0',
  'textlint-rule-write-good': '2.0.0',
  'textlint-rule-common-misspellings': '1.0.1',
  'harper.js': '2.10.0',
};

try {
  await ensureInstalled((words) => console.log(words));
  const args = process.argv.slice(2);
  const measures = !args.includes('--compare') && !args.includes('--help');
  // What people run is built for production.
  if (measures) await runToEnd(projectNode(), ['esbuild.mjs', '--production'], { cwd: root });
  const peers = measures ? await ensurePeers() : '';
  await runToEnd(projectNode(), ['scripts/train/run.mjs', 'test/bench/bench.ts', ...args], {
    cwd: root,
    env: { ...process.env, BENCH_PEERS: peers },
    show: true,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<string>} the folder in whose node_modules the peers lie */
async function ensurePeers() {
  const dependencies = JSON.stringify({ private: true, dependencies: PEERS });
  const name = [...dependencies].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7).toString(36);
  const home = path.join(cache, `bench-${name}`);
  if (existsSync(home)) return home;
  const draft = `${home}.${process.pid}.part`;
  await mkdir(draft, { recursive: true });
  try {
    console.log('Fetching the tools to compare with (once, about 10 seconds) …');
    await writeFile(path.join(draft, 'package.json'), dependencies);
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft });
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}
