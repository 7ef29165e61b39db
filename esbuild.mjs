// Builds what VS Code, other editors and the terminal run, into dist/.
//   node esbuild.mjs               once, with source maps
//   node esbuild.mjs --watch       again at every change
//   node esbuild.mjs --production  minified, without source maps
import { chmod, readFile, rm } from 'node:fs/promises';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  loader: { '.bin': 'binary' },
  define: { ON_RECORD_VERSION: JSON.stringify(version) },
  logLevel: 'info',
  outdir: 'dist',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/web' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/server/main.node.ts' } },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...browser, format: 'cjs', entryPoints: { extension: 'client/src/extension.browser.ts' }, external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: { server: 'server/src/server/main.browser.ts' } },
];

if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
  if (production) await Promise.all(bundles.flatMap(mapsOf).map((map) => rm(map, { force: true })));
  await chmod('dist/cli.js', 0o755);
}

/**
 * The source maps that an earlier build may have left beside a bundle.
 * @param {import('esbuild').BuildOptions} bundle
 */
function mapsOf({ outdir, entryPoints = {} }) {
  return Object.keys(entryPoints).map((name) => `${outdir}/${name}.js.map`);
}
