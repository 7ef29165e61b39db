import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { GitIgnores } from './git-ignores';

/** What a path on the command line stands for: articles, or why there are none. */
export type Found = { readonly files: readonly string[] } | { readonly problem: string };

/** What counts as an article where a folder is given; a file given by name is always read. */
const ARTICLE = /\.(?:article|txt|md)$/i;
const NEVER = new Set(['node_modules', '.git']);

/** The articles that `given` stands for: itself, or those in the folder and its subfolders that Git doesn't ignore, in order of their names. */
export async function findArticles(given: string, folder: string): Promise<Found> {
  const place = path.resolve(folder, given);
  try {
    if (!(await stat(place)).isDirectory()) return { files: [given] };
    const files: string[] = [];
    await walk(place, given === '.' ? '' : given.replaceAll(path.sep, '/').replace(/\/+$/, ''), await GitIgnores.above(place), files);
    return files.length > 0
      ? { files }
      : { problem: 'no articles in this folder. Looked for *.article, *.txt and *.md that Git does not ignore.' };
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

/** Walks a folder, but no hidden one, none that Git ignores, and no symbolic link, which could lead in a circle. */
async function walk(place: string, named: string, above: GitIgnores, files: string[]): Promise<void> {
  const ignores = await above.within(place);
  for (const entry of (await entries(place)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (name.startsWith('.') || NEVER.has(name)) continue;
    const file = path.join(place, name);
    const shown = named === '' ? name : `${named}/${name}`;
    if (entry.isDirectory()) {
      if (!ignores.ignores(file, true)) await walk(file, shown, ignores, files);
    } else if (entry.isFile() && ARTICLE.test(name) && !ignores.ignores(file, false)) files.push(shown);
  }
}

/** What a folder holds; nothing where it may not be read, so that one closed folder doesn't hide its neighbours. */
const entries = (place: string): Promise<Dirent[]> => readdir(place, { withFileTypes: true }).catch(() => []);

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
