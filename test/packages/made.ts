import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/host/folders.mjs';

/** Where the one package of a kind lies that `npm run package` has made. */
export function packageFile(ending: '.vsix' | '.tgz'): string {
  const dist = path.join(root, 'dist');
  const [file, ...more] = readdirSync(dist).filter((name) => name.endsWith(ending));
  if (file === undefined || more.length > 0) throw new Error(`There should be one *${ending} in dist/.`);
  return path.join(dist, file);
}
