import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GitIgnores } from './git-ignores';
import { type ListedFile, MOST_FILES, mayBeArticle } from './listed-files';

/** What is come across on a walk: an article, or a folder that could not be looked into. Paths are relative to where the walk began, with slashes. */
export type Walked = { readonly file: string } | { readonly closed: string; readonly error: unknown };

const NEVER = new Set(['node_modules', '.git']);

/**
 * The articles of a folder and its subfolders, in order of their names: no hidden ones, none that Git ignores, and no symbolic links, which could lead
 * in a circle. One closed folder does not hide its neighbours.
 * @param isArticle whether a file counts as one, by its path from there
 */
export async function* walkArticles(place: string, isArticle: IsArticle = mayBeArticle): AsyncGenerator<Walked> {
  yield* walk(place, '', await GitIgnores.above(place), isArticle);
}

type IsArticle = (file: string) => boolean | Promise<boolean>;

async function* walk(place: string, named: string, above: GitIgnores, isArticle: IsArticle): AsyncGenerator<Walked> {
  const listed = await readdir(place, { withFileTypes: true }).catch((error: unknown) => ({ error }));
  if ('error' in listed) {
    yield { closed: named, error: listed.error };
    return;
  }
  const ignores = await above.within(place);
  for (const entry of listed.sort(byName)) {
    const { name } = entry;
    if (name.startsWith('.') || NEVER.has(name)) continue;
    const file = path.join(place, name);
    const relative = named === '' ? name : `${named}/${name}`;
    if (entry.isDirectory()) {
      if (!ignores.ignores(file, true)) yield* walk(file, relative, ignores, isArticle);
    } else if (entry.isFile() && !ignores.ignores(file, false) && (await isArticle(relative))) yield { file: relative };
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** The largest file that is looked into for a list, in bytes: some 170,000 words. */
const LARGEST_FILE = 1_000_000;

/** The articles of a folder of this machine, with a stamp that changes when they do; undefined for an address elsewhere. At most `MOST_FILES`. */
export async function listArticles(folder: string): Promise<readonly ListedFile[] | undefined> {
  if (!folder.startsWith('file:')) return undefined;
  const place = fileURLToPath(folder);
  const files: ListedFile[] = [];
  for await (const walked of walkArticles(place)) {
    if (!('file' in walked)) continue;
    const file = path.join(place, walked.file);
    const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: Number.POSITIVE_INFINITY }));
    if (size <= LARGEST_FILE) files.push({ uri: pathToFileURL(file).href, stamp: `${mtimeMs} ${size}` });
    if (files.length >= MOST_FILES) break;
  }
  return files;
}
