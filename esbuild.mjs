// Builds what VS Code, other editors and the terminal run, into dist/.
//   node esbuild.mjs               once, with source maps
//   node esbuild.mjs --watch       again at every change
//   node esbuild.mjs --production  minified, without source maps, with the notices of what is bundled
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { thirdPartyNotices } from './scripts/build/notices.mjs';
import { copyWeights, fromFiles, handedOver, weightFiles } from './scripts/build/weights.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  define: { ON_RECORD_VERSION: JSON.stringify(version), ON_RECORD_WEIGHTS: JSON.stringify(await weightFiles()) },
  logLevel: 'info',
  outdir: 'dist',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], plugins: [fromFiles] };

/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/web', plugins: [handedOver] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/server/main.node.ts' } },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    banner: { js: "#!/usr/bin/env node\n'use strict';\nconst cliUrl = require('node:url').pathToFileURL(__filename).href;" },
    // A package that looks for another beside itself does so from here.
    define: { ...node.define, 'import.meta.url': 'cliUrl' },
  },
  {
    ...node,
    entryPoints: { pdf: 'server/src/server/sources/pdf-thread.ts' },
    // Reads bytes that it is handed, and looks for nothing beside itself. What could fetch is not there for it.
    define: { ...node.define, 'import.meta.url': 'undefined', fetch: 'undefined', XMLHttpRequest: 'undefined' },
  },
  { ...node, entryPoints: { library: 'server/src/library.ts' } },
  { ...browser, format: 'cjs', entryPoints: { extension: 'client/src/extension.browser.ts' }, external: ['vscode'] },
  { ...browser, format: 'iife', entryPoints: { server: 'server/src/server/main.browser.ts' } },
];

await copyWeights('dist/model');
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const built = await Promise.all(bundles.map((bundle) => build(bundle)));
  if (production) {
    await Promise.all(bundles.flatMap(mapsOf).map((map) => rm(map, { force: true })));
    await writeFile('dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(built.flatMap(({ metafile }) => metafile ?? [])));
  }
  await chmod('dist/cli.js', 0o755);
}

/**
 * The source maps that an earlier build may have left beside a bundle.
 * @param {import('esbuild').BuildOptions} bundle
 */
function mapsOf({ outdir, entryPoints = {} }) {
  return Object.keys(entryPoints).map((name) => `${outdir}/${name}.js.map`);
}
