// Makes a checkout ready to run. Works on a fresh clone under the system's Node, and so imports nothing that must be installed first.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lockfile */

/**
 * Installs what package-lock.json asks for, where it isn't there.
 * @param {(words: string) => void} say told what takes its time
 * @throws {Error} with a sentence for a person where Node is too old, or the registry can't be reached
 */
export async function ensureInstalled(say) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`On Record needs Node 20 or newer; this is ${process.version}. See https://nodejs.org.`);
  const [wanted, present] = [lockfile('package-lock.json'), lockfile('node_modules/.package-lock.json')];
  if (present && wanted && satisfies(present, wanted)) return;
  say(present ? 'Bringing node_modules up to date …' : 'Installing what On Record is built with (once, about 15 seconds) …');
  // `npm ci` starts by deleting node_modules, which a running watch or editor may be using.
  await npm([present ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}

/**
 * The Node that the project is developed with, as npm installed it; it is newer than the oldest that On Record supports.
 * @returns {string}
 */
export function projectNode() {
  const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 22) return process.execPath;
  throw new Error(
    'node_modules/node has no program in it: npm did not run its install script. Run `npm rebuild node`, or use Node 22 or newer.',
  );
}

/** Builds dist/. */
export function build() {
  return runToEnd(projectNode(), ['esbuild.mjs'], { cwd: root });
}

/**
 * @param {Lockfile} present what is installed
 * @param {Lockfile} wanted
 * @returns {boolean} whether everything wanted is there; packages for other platforms may be missing
 */
export function satisfies(present, wanted) {
  return Object.entries(wanted.packages).every(
    ([place, { version, optional }]) => place === '' || optional || present.packages[place]?.version === version,
  );
}

/**
 * @param {string} name
 * @returns {Lockfile | null}
 */
function lockfile(name) {
  const file = path.join(root, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
