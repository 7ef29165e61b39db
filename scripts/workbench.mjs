// Runs the tests of test/workbench/suite inside VS Code's extension host, through the one entry that all VS Code extensions use.
// The VS Code is the host of scripts/host; with --desktop, one that @vscode/test-electron downloads.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from './host/folders.mjs';

const desktop = process.argv.includes('--desktop');
const suite = path.join(root, 'dist', 'test', 'workbench.js');

await build({
  entryPoints: [path.join(root, 'test/workbench/suite/index.ts')],
  outfile: suite,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    extensionTestsEnv: { ONRECORD_REPORT: process.env.ONRECORD_REPORT },
    ...(desktop ? { launchArgs: ['--disable-extensions'] } : { vscodeExecutablePath: path.join(root, 'scripts/host/code.mjs') }),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
