// The trained weights of server/src/model: carried once, as files in dist/model, which every bundle reads where it runs.
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../host/folders.mjs';

const model = path.join(root, 'server', 'src', 'model');

/**
 * The names of the files of weights.
 * @returns {Promise<string[]>}
 */
export const weightFiles = async () => (await readdir(model)).filter((name) => name.endsWith('.bin')).sort();

/**
 * Copies the weights beside the bundles.
 * @param {string} folder
 */
export async function copyWeights(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of [...(await weightFiles()), 'MODEL.md']) await copyFile(path.join(model, name), path.join(folder, name));
}

/** Where there are files: read as the bundle starts, from the folder `model` beside it. */
export const fromFiles = importing(
  (name) => `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
export default readFileSync(join(__dirname, 'model', ${JSON.stringify(name)}));`,
);

/** In a browser's worker, which reads no files: handed over by whoever started it, before the modules that import them run. */
export const handedOver = importing((name) => `export default globalThis.onRecordWeights[${JSON.stringify(name)}];`);

/**
 * What an import of a file of weights stands for.
 * @param {(name: string) => string} source
 * @returns {import('esbuild').Plugin}
 */
function importing(source) {
  return {
    name: 'weights',
    setup(build) {
      build.onLoad({ filter: /\.bin$/ }, ({ path: file }) => ({ contents: source(path.basename(file)), loader: 'js' }));
    },
  };
}
