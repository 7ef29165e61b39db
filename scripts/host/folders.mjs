// Where things stand: the checkout, and the cache beside it that no commit carries.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The root of the checkout: the nearest folder above with a package.json, as this file may be bundled into dist/. */
export const root = rootAbove(import.meta.dirname);

/** What was fetched for running VS Code: kept between runs, ignored by git, safe to delete. */
export const cache = path.join(root, '.vscode-test');

/**
 * @param {string} folder
 * @returns {string}
 */
function rootAbove(folder) {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('No package.json stands above the scripts of On Record.');
  return rootAbove(parent);
}
