// VS Code's own server: started on a free port with a data folder of its own, ended with everything it started.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runToEnd } from './commands.mjs';
import { root } from './folders.mjs';
import { ensureVSCode } from './install.mjs';
import { restful } from './settings.mjs';

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} token what an address must carry: others on this machine may reach the port, and the server reads files as we do
 * @property {number} pid
 * @property {(settings: Record<string, unknown>) => Promise<void>} configure changes settings while it runs
 * @property {() => Promise<void>} stop ends it with everything it started, and removes its data
 */

/** How long a server may take until it listens; a slow machine with a cold disk needs some of it. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Options
 * @property {(words: string) => void} [say] told what takes its time
 * @property {Record<string, unknown>} [settings] come over those of {@link restful}
 * @property {string | undefined} [installed] the folder of an extension to have installed, as a person would. Without one, the server takes
 *   extensions under development from the address line; for that VS Code must know that it is driven, and then holds its messages back.
 * @property {string | undefined} [vsix] a packaged extension, installed as a person would from the file
 */

/**
 * Starts a server, trying again where the first one does not come up.
 * @param {Options} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({ say = () => {}, settings = {}, installed, vsix } = {}) {
  const { node, main } = await ensureVSCode(say);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(node, main, { ...restful, ...settings }, { installed, vsix });
    } catch (error) {
      if (attempt === 3) throw error;
      say(`VS Code did not start (${error instanceof Error ? error.message : error}); trying again …`);
    }
  }
}

/**
 * @param {string} node
 * @param {string} main
 * @param {Record<string, unknown>} settings
 * @param {Pick<Options, 'installed' | 'vsix'>} extension
 * @returns {Promise<Server>}
 */
async function start(node, main, settings, { installed, vsix }) {
  const data = await mkdtemp(path.join(tmpdir(), 'onrecord-vscode-'));
  const settingsFile = path.join(data, 'data', 'Machine', 'settings.json');
  /** @param {Record<string, unknown>} more */
  const configure = (more) => writeFile(settingsFile, JSON.stringify(Object.assign(settings, more), null, 2));
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await configure({});
  const extensions = path.join(data, 'extensions');
  await mkdir(extensions);
  if (installed) await symlink(installed, path.join(extensions, 'under-development'), 'junction');
  if (vsix) {
    const where = ['--extensions-dir', extensions, '--server-data-dir', data, '--accept-server-license-terms'];
    await runToEnd(node, [main, '--install-extension', vsix, ...where], { env: withoutVSCode(process.env) });
  }
  const token = randomBytes(16).toString('hex');
  const args = [
    ...['--import', pathToFileURL(path.join(root, 'scripts/host/guardian.mjs')).href],
    main,
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--server-data-dir', data, '--extensions-dir', extensions, '--disable-workspace-trust'],
    ...(installed || vsix ? [] : ['--enable-smoke-test-driver']),
  ];
  const child = spawn(node, args, {
    env: withoutVSCode(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its extension hosts and their language servers end with it.
    detached: process.platform !== 'win32',
  });
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await listening(child);
    return { origin: `http://127.0.0.1:${port}`, token, pid: child.pid ?? 0, configure, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A VS Code's terminal hands its own variables down; a server that reads them would talk to that VS Code.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutVSCode(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} the port it listens on
 */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const patience = setTimeout(() => reject(new Error(`not listening after ${PATIENCE / 1000} s\n${output}`)), PATIENCE);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      // Read on for as long as it runs: a pipe that nobody empties would stop the server one day.
      if (output.length > 100_000) return;
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(patience);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`ended with ${signal ?? code}\n${output}`)));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (!child.pid) return;
  const gone = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.on('exit', resolve);
  });
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return void (await gone);
  }
  signal(-child.pid, 'SIGTERM');
  const impatience = setTimeout(() => signal(-(child.pid ?? 0), 'SIGKILL'), 3000);
  await gone;
  clearTimeout(impatience);
  // What the server started may outlive it by a moment.
  signal(-child.pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
