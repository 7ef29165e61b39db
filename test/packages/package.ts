import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Makes both packages, as `npm run package` does. */
export default function setup(): void {
  const root = resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
