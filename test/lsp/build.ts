import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds what these tests run, unless the caller has just done so. */
export default function setup(): void {
  if (process.env.ON_RECORD_BUILT) return;
  const root = resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
