// npm test: everything that says whether On Record works, in one command; ends with one line, `N passed, N failed`.
//   npm test -- --only unit,lint   some of the steps
//   npm test -- --desktop          the extension host tests in a desktop VS Code, downloaded from its vendor
import { parseArgs } from 'node:util';
import { build, ensureInstalled } from './checkout.mjs';
import { extensionHost, verdict, vitest } from './checks/run.mjs';
import { check, closingLine, stepLine, sum } from './checks/tally.mjs';

/** @typedef {import('./checks/tally.mjs').Tally} Tally */

const { values } = parseArgs({ options: { only: { type: 'string' }, desktop: { type: 'boolean', default: false } } });

/** @param {string} words */
const say = (words) => console.log(words);

/** Says to what it starts that dist/ is fresh. */
const built = { ON_RECORD_BUILT: '1' };

/** @type {Readonly<Record<string, () => Promise<Tally>>>} */
const steps = {
  types: async () => {
    const tsc = 'node_modules/typescript/bin/tsc';
    return sum([
      await verdict('server', [tsc, '-p', 'server']),
      await verdict('the project', [tsc, '-p', '.']),
      await verdict('test/workbench', [tsc, '-p', 'test/workbench']),
    ]);
  },
  lint: () => verdict('Biome', ['node_modules/@biomejs/biome/bin/biome', 'check']),
  unit: () => vitest(['unit', 'corpus']),
  protocol: () => vitest(['lsp'], built),
  workbench: async () => {
    const { ensureVSCode } = await import('./host/install.mjs');
    if (values.desktop) return extensionHost('desktop');
    await ensureVSCode(say);
    return sum([await extensionHost('server'), await extensionHost('web'), await vitest(['interface'], built)]);
  },
  packages: async () => {
    const { ensureVSCode } = await import('./host/install.mjs');
    await ensureVSCode(say);
    return vitest(['packages']);
  },
};

const chosen = values.only?.split(',') ?? Object.keys(steps);
const unknown = chosen.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const tallies = [await step('build', prepare)];
// Nothing can be said of what did not build.
if (sum(tallies).failed === 0) {
  for (const name of chosen) tallies.push(await step(name, steps[name] ?? prepare));
}
const total = sum(tallies);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @returns {Promise<Tally>} */
async function prepare() {
  await ensureInstalled(say);
  await build();
  return check(true, '');
}

/**
 * Runs a step and says how it went. A step that breaks has failed; the others still run.
 * @param {string} name
 * @param {() => Promise<Tally>} run
 * @returns {Promise<Tally>}
 */
async function step(name, run) {
  const start = performance.now();
  const tally = await run().catch((error) => check(false, error instanceof Error ? (error.stack ?? error.message) : String(error)));
  console.log(stepLine(name, tally, performance.now() - start));
  for (const skip of tally.skips) console.log(`    skipped: ${skip}`);
  for (const failure of tally.failures) console.log(`\n${failure.replaceAll(/^/gm, '    ')}\n`);
  return tally;
}
