// Running other programs. Needs nothing installed.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, its output kept back and thrown only where it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` lets the output through as it comes
 * @returns {Promise<void>}
 * @throws {Error} with the last of the output where the program ends with anything but 0, or can't be started
 */
export function runToEnd(program, args, { cwd, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}\n${output}`.trimEnd()));
    });
  });
}

/**
 * Runs npm as the npm that runs us, or as the one on the path.
 * @param {string[]} args
 * @param {{ cwd?: string, show?: boolean }} [options]
 * @returns {Promise<void>}
 */
export function npm(args, options = {}) {
  const self = process.env.npm_execpath;
  // Inside `npm run`, npm hands its own configuration down in variables; here they would point the inner npm at our project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_(local_)?prefix|package_|lifecycle_)/i.test(name)),
  );
  if (self && /npm-cli\.[cm]?js$/.test(self)) return runToEnd(process.execPath, [self, ...args], { ...options, env });
  if (process.platform === 'win32') return runToEnd('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { ...options, env });
  return runToEnd('npm', args, { ...options, env });
}
