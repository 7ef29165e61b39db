// A VS Code out of the npm registry, for machines that reach nothing else: its own server and interface, as code-server's package carries them.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './commands.mjs';
import { cache, root } from './folders.mjs';

/** The release of code-server whose VS Code is used; its `lib/vscode` is VS Code 1.139.1. */
const RELEASE = '4.139.1';

/**
 * Finds the VS Code of the cache, fetching it where it isn't there yet (about 600 MB on disk, half a minute).
 * @param {(words: string) => void} say told what takes its time
 * @returns {Promise<{ node: string, main: string }>} the Node to run it with, and the server's entry file
 * @throws {Error} where the registry can't be reached
 */
export async function ensureVSCode(say) {
  const home = path.join(cache, `vscode-${RELEASE}`);
  const vscode = path.join('node_modules', 'code-server', 'lib', 'vscode');
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}.part`;
    await mkdir(draft, { recursive: true });
    try {
      await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
      say('Fetching VS Code from the npm registry (once, about 30 seconds) …');
      // The native modules stay unbuilt on purpose: VS Code's server does without them, and a build would need system headers.
      const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      await npm(['install', `code-server@${RELEASE}`, ...quiet], { cwd: draft });
      say('Fetching what VS Code itself needs …');
      await npm(['install', '--omit=dev', ...quiet], { cwd: path.join(draft, vscode) });
      // Another run may have finished first: its copy is as good as ours.
      await rename(draft, home).catch((error) => {
        if (!existsSync(home)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    say('VS Code is ready.');
  }
  const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return { node: existsSync(node) ? node : process.execPath, main: path.join(home, vscode, 'out', 'server-main.js') };
}
