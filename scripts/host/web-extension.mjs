// The extension as a browser has it: without what only Node runs. Left to choose, VS Code would run it on the server.
import { copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './folders.mjs';

/**
 * Lays the extension out for the browser's extension host: its description without `main`, and all else as it is in the checkout.
 * @param {string} folder emptied first
 * @returns {Promise<string>} the folder
 */
export async function layOutWebExtension(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  const { main: _, ...manifest } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const texts of ['package.nls.json', 'package.nls.de.json']) await copyFile(path.join(root, texts), path.join(folder, texts));
  for (const entry of ['docs', 'l10n', 'media', 'snippets', 'syntaxes', 'dist/web', 'dist/model']) {
    await symlink(path.join(root, entry), path.join(folder, entry), 'junction');
  }
  return folder;
}
