// Bundles a TypeScript script of this folder or its neighbours with the sources it shares with the runtime, and runs it.
//   node scripts/train/run.mjs SCRIPT.ts [ARGUMENT…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error('which script?');

/** Weights that are not trained yet read as no bytes, so that training can start from nothing. */
const weights = {
  name: 'weights',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\.bin$/ }, ({ path: file, resolveDir }) => ({ path: path.resolve(resolveDir, file), namespace: 'weights' }));
    build.onLoad({ filter: /.*/, namespace: 'weights' }, async ({ path: file }) => ({
      contents: existsSync(file) ? await readFile(file) : new Uint8Array(),
      loader: 'binary',
    }));
  },
};

/** A bundled file still knows where its source lies. */
const places = {
  name: 'places',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /(?:scripts|test)[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
      loader: 'ts',
    }));
  },
};

const out = mkdtempSync(path.join(tmpdir(), 'onrecord-'));
try {
  const outfile = path.join(out, 'script.mjs');
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
    plugins: [weights, places],
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--max-old-space-size=8192', outfile, ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
