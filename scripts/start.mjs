// npm start [-- FILE]: VS Code with On Record in it and an article open. Works on a fresh clone with Node and the npm registry alone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, ensureInstalled, projectNode } from './checkout.mjs';
import { root } from './host/folders.mjs';
import { whenParentEnds } from './host/parent.mjs';
import { whatToOpen } from './opening.mjs';

/** @param {string} words */
const say = (words) => console.log(words);

const [argument] = process.argv.slice(2);
// npm runs scripts in the project's folder, and says where the person stands.
const wanted = argument && path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
if (wanted && !existsSync(wanted)) {
  console.error(`There is no file ${wanted}.`);
  process.exit(2);
}

try {
  await ensureInstalled(say);
  say('Building …');
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const paths = whatToOpen(wanted ?? null, path.join(root, 'examples'), (file) => statSync(file).isDirectory());
const args = [`--extensionDevelopmentPath=${root}`, ...paths];
const code = desktop();
if (code) {
  say('Opening VS Code with On Record in it. Edit the article, rest the mouse on a quote, press Ctrl+. on a squiggle.');
  // `code` is a batch file on Windows, which only a shell runs, and a shell takes paths apart at their blanks.
  const shell = process.platform === 'win32';
  const child = spawn(
    code,
    ['--new-window', ...args].map((arg) => (shell ? `"${arg}"` : arg)),
    { stdio: 'inherit', shell },
  );
  child.on('exit', (status) => process.exit(status ?? 1));
} else {
  const child = spawn(projectNode(), [path.join(root, 'scripts/host/code.mjs'), ...args], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to the child as well; other signals come to us alone. Either way the child has a server to end first.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenParentEnds(() => child.kill());
  child.on('exit', (status) => process.exit(status ?? 1));
}

/**
 * The desktop VS Code of this machine. The `code` of a remote terminal is another program, which can't start a window of its own.
 * @returns {string | null}
 */
function desktop() {
  if (process.env.ONRECORD_HOST === 'browser' || process.env.CI || process.env.VSCODE_IPC_HOOK_CLI) return null;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return null;
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0 ? 'code' : null;
}
