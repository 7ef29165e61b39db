// Running one check in a process of its own, with the Node of the project.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectNode } from '../checkout.mjs';
import { root } from '../host/folders.mjs';
import { check, tallyOfMocha, tallyOfVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @param {string[]} args a script and its arguments
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
export function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(projectNode(), args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

/**
 * Something that only passes or fails: the compiler, the linter.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
export async function verdict(name, args) {
  const { passed, output } = await node(args);
  return check(passed, `${name}\n${output.trimEnd()}`);
}

/**
 * @param {string[]} projects of vitest.config.mjs
 * @param {Record<string, string>} [env]
 * @returns {Promise<Tally>}
 */
export const vitest = (projects, env = {}) =>
  withReport(tallyOfVitest, (report) =>
    node(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=json',
        `--outputFile=${report}`,
        // Names the tests that passed only where one reads along.
        ...(process.env.ONRECORD_VERBOSE ? ['--reporter=verbose'] : []),
      ],
      env,
    ),
  );

/**
 * The tests that run inside VS Code's extension host.
 * @param {'server' | 'desktop' | 'web'} where on VS Code's server, in a desktop VS Code that is fetched, or in the browser's worker
 * @returns {Promise<Tally>}
 */
export const extensionHost = (where) =>
  withReport(tallyOfMocha, (report) =>
    node(['scripts/workbench.mjs', ...(where === 'server' ? [] : [`--${where}`])], { ONRECORD_REPORT: report }),
  );

/**
 * @template Report
 * @param {(report: Report) => Tally} tallyOf
 * @param {(file: string) => Promise<{ passed: boolean, output: string }>} run writes its report to the file
 * @returns {Promise<Tally>} of the report; a run that fails without a failed test, or leaves no report, counts as one failure
 */
async function withReport(tallyOf, run) {
  const folder = await mkdtemp(path.join(tmpdir(), 'onrecord-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const { passed, output } = await run(file);
    if (process.env.ONRECORD_VERBOSE) console.log(output);
    const report = await readFile(file, 'utf8').catch(() => null);
    if (report === null) return check(false, `It could not run.\n${output.slice(-8000).trimEnd()}`);
    const tally = tallyOf(JSON.parse(report));
    if (passed || tally.failed > 0) return tally;
    return { ...tally, failed: 1, failures: [`It ended with an error, although no test failed.\n${output.slice(-8000).trimEnd()}`] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
