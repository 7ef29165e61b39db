// npm run soak [-- RUNS]: whatever takes too long for npm test: every property test with many more random cases (RUNS each, 5000 unless given),
// growth with the length of adversarial texts, and a server that is killed a hundred times in the real VS Code.
//   npm run soak -- 20000 --only properties,linear,deaths    some of it
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, ensureInstalled, projectNode } from './checkout.mjs';
import { npm, runToEnd } from './host/commands.mjs';
import { cache, root } from './host/folders.mjs';

/** The checker of regular expressions: 60 MB, and so no devDependency. */
const RECHECK = '4.5.0';
const DEATHS = '100';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: 'properties,linear,deaths' } },
});
const runs = positionals[0] ?? '5000';
const parts = values.only.split(',');
if (!/^[1-9]\d*$/.test(runs) || parts.some((part) => !['properties', 'linear', 'deaths'].includes(part))) {
  console.error('npm run soak [-- RUNS] [--only properties,linear,deaths]');
  process.exit(2);
}

try {
  await ensureInstalled((words) => console.log(words));
  await build();
  if (parts.includes('properties')) {
    const files = await propertyTests();
    console.log(`${files.length} files with property tests, ${runs} runs each`);
    await vitest(['--testTimeout=3600000', ...files], { PROPERTY_RUNS: runs, ABSURD_SIZE: '1000000' });
  }
  if (parts.includes('linear')) await vitest(['--project', 'soak'], { SOAK_TOOLS: await ensureRecheck() });
  if (parts.includes('deaths')) await vitest(['--project', 'interface', '--testTimeout=3600000', 'server-death'], { DEATHS });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function vitest(args, env) {
  return runToEnd(projectNode(), ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    cwd: root,
    env: { ...process.env, ...env, ON_RECORD_BUILT: '1' },
    show: true,
  });
}

/** The test files that draw random cases. */
async function propertyTests() {
  const names = (await readdir(path.join(root, 'test'), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const files = names.map((name) => path.join('test', name));
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  return files.filter((_, index) => texts[index]?.includes("from 'fast-check'"));
}

/** @returns {Promise<string>} the folder in whose node_modules the checker lies */
async function ensureRecheck() {
  const home = path.join(cache, `recheck-${RECHECK}`);
  if (existsSync(home)) return home;
  const draft = `${home}.${process.pid}.part`;
  await mkdir(draft, { recursive: true });
  try {
    console.log('Fetching the checker of regular expressions (once) …');
    await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
    await npm(['install', `recheck@${RECHECK}`, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft });
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}
