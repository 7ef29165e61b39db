// Runs the tests of test/workbench/suite inside VS Code's extension host, through the one entry that all VS Code extensions use.
// The VS Code is the host of scripts/host; with --desktop, one that @vscode/test-electron downloads. With --web, those of test/workbench/web run in
// the browser's own extension host, a worker without Node.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from './host/folders.mjs';
import { layOutWebExtension } from './host/web-extension.mjs';

const desktop = process.argv.includes('--desktop');
const web = process.argv.includes('--web');
const extension = web ? await layOutWebExtension(path.join(root, 'dist', 'test', 'web')) : root;
// A worker takes tests only from inside the extension that it runs.
const suite = web ? path.join(extension, 'tests.js') : path.join(root, 'dist', 'test', 'workbench.js');

await build({
  bundle: true,
  outfile: suite,
  sourcemap: 'inline',
  logLevel: 'warning',
  ...(web
    ? {
        entryPoints: [path.join(root, 'test/workbench/web/index.ts')],
        platform: 'browser',
        target: 'es2022',
        external: ['vscode'],
        // Mocha's file for browsers would take VS Code's `exports` for its own.
        format: 'iife',
        globalName: 'tests',
        footer: { js: 'module.exports = tests;' },
        alias: { 'node:assert/strict': path.join(root, 'test/workbench/web/assert.ts') },
        define: { 'process.env.NODE_DEBUG': '""', global: 'globalThis', exports: 'undefined' },
      }
    : {
        entryPoints: [path.join(root, 'test/workbench/suite/index.ts')],
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        // jsonc-parser's main file asks for its parts by names that no bundler can follow.
        mainFields: ['module', 'main'],
        external: ['vscode', 'mocha'],
      }),
});

try {
  await runTests({
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: { ONRECORD_REPORT: process.env.ONRECORD_REPORT },
    ...(desktop ? { launchArgs: ['--disable-extensions'] } : { vscodeExecutablePath: path.join(root, 'scripts/host/code.mjs') }),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
