// A browser to show VS Code in: an installed one, else the one that a package of the registry carries.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runToEnd } from './commands.mjs';
import { cache } from './folders.mjs';

/** @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser what playwright-core launches */

const INSTALLED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  linux: (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) =>
      ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map((name) => path.join(folder, name)),
    ),
};

/** Root may not use Chromium's sandbox; the rest keeps the browser from looking for its vendor on a closed network. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/**
 * Finds a Chromium that starts on this machine.
 * @param {(words: string) => void} say told what takes its time
 * @returns {Promise<Browser>}
 * @throws {Error} where there is none
 */
export async function findChromium(say) {
  const args = process.getuid?.() === 0 ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS;
  const named = process.env.ONRECORD_CHROMIUM;
  const installed = (named ? [named] : (INSTALLED[/** @type {keyof typeof INSTALLED} */ (process.platform)] ?? [])).find((file) =>
    existsSync(file),
  );
  if (installed) return { executablePath: installed, args, env: inherited() };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found. Install one, or name it in the variable ONRECORD_CHROMIUM.');
  }
  const home = await unpack(say);
  const executablePath = path.join(home, 'chromium');
  // The system's own libraries and fonts where it has them; those that came along where it has not.
  const env = inherited();
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = path.join(home, 'fonts');
  if (!starts(executablePath, env)) {
    env.LD_LIBRARY_PATH = [path.join(home, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    if (!starts(executablePath, env))
      throw new Error('The Chromium of @sparticuz/chromium does not start here. Install Chrome or Chromium.');
  }
  return { executablePath, args: [...args, '--font-render-hinting=none'], env };
}

/** @returns {Record<string, string>} this process's environment */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/**
 * @param {string} executable
 * @param {Record<string, string>} env
 */
function starts(executable, env) {
  return spawnSync(executable, ['--version', '--no-sandbox'], { env, stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Unpacks the packaged Chromium once; the package itself would do so into the system's temporary folder, unlocked.
 * @param {(words: string) => void} say
 * @returns {Promise<string>} the folder of `chromium`, `fonts/` and `al2023/`
 */
async function unpack(say) {
  const carrier = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(path.join(carrier, '../../../package.json'));
  const home = path.join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  say('Unpacking Chromium …');
  const draft = `${home}.${process.pid}.part`;
  await mkdir(draft, { recursive: true });
  try {
    const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    await runToEnd(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname, env });
    await rename(draft, home).catch((error) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}
