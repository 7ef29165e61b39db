// npm run soak [-- RUNS]: the property tests with many more random cases than npm test has time for. RUNS is 5000 unless given.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, ensureInstalled, projectNode } from './checkout.mjs';
import { runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

const runs = process.argv[2] ?? '5000';
if (!/^[1-9]\d*$/.test(runs)) {
  console.error(`${runs} is no number of runs.`);
  process.exit(2);
}

try {
  await ensureInstalled((words) => console.log(words));
  await build();
  const files = await propertyTests();
  console.log(`${files.length} files with property tests, ${runs} runs each`);
  await runToEnd(projectNode(), ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=3600000', ...files], {
    cwd: root,
    env: { ...process.env, PROPERTY_RUNS: runs, ON_RECORD_BUILT: '1' },
    show: true,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The test files that draw random cases. */
async function propertyTests() {
  const names = (await readdir(path.join(root, 'test'), { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const files = names.map((name) => path.join('test', name));
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  return files.filter((_, index) => texts[index]?.includes("from 'fast-check'"));
}
