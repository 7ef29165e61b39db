import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { GitIgnores } from './git-ignores';

/** What a path on the command line stands for: articles, or why there are none. */
export type Found = FoundFiles | { readonly problem: string };

/** Articles, and the folders among them that could not be looked into. */
interface FoundFiles {
  readonly files: readonly string[];
  readonly closed: readonly ClosedFolder[];
}

interface ClosedFolder {
  readonly folder: string;
  readonly problem: string;
}

/** What counts as an article where a folder is given; a file given by name is always read. */
const ARTICLE = /\.(?:article|txt|md)$/i;
const NEVER = new Set(['node_modules', '.git']);

/** The articles that `given` stands for: itself, or those in the folder and its subfolders that Git doesn't ignore, in order of their names. */
export async function findArticles(given: string, folder: string): Promise<Found> {
  const place = path.resolve(folder, given);
  try {
    if (!(await stat(place)).isDirectory()) return { files: [given], closed: [] };
    const found = { files: [] as string[], closed: [] as ClosedFolder[] };
    await walk(place, given === '.' ? '' : given.replaceAll(path.sep, '/').replace(/\/+$/, ''), await GitIgnores.above(place), found);
    return found.files.length + found.closed.length > 0
      ? found
      : { problem: 'no articles in this folder. Looked for *.article, *.txt and *.md that Git does not ignore.' };
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

/** Walks a folder, but no hidden one, none that Git ignores, and no symbolic link, which could lead in a circle. */
async function walk(place: string, named: string, above: GitIgnores, found: { files: string[]; closed: ClosedFolder[] }): Promise<void> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error: unknown) => systemProblem(error));
  // One closed folder does not hide its neighbours.
  if (typeof entries === 'string') {
    found.closed.push({ folder: named === '' ? '.' : named, problem: entries });
    return;
  }
  const ignores = await above.within(place);
  for (const entry of entries.sort(byName)) {
    const { name } = entry;
    if (name.startsWith('.') || NEVER.has(name)) continue;
    const file = path.join(place, name);
    const shown = named === '' ? name : `${named}/${name}`;
    if (entry.isDirectory()) {
      if (!ignores.ignores(file, true)) await walk(file, shown, ignores, found);
    } else if (entry.isFile() && ARTICLE.test(name) && !ignores.ignores(file, false)) found.files.push(shown);
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** Says what a system error means for a reader. */
export function systemProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file or folder. Check the path.';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read. Check its permissions.';
    case 'ELOOP':
      return 'its symbolic links lead in a circle.';
    default:
      return `could not be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}
