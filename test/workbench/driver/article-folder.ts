import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own for one test, with articles in it. */
export interface ArticleFolder {
  readonly path: string;
  /** Where a file of the folder stands. */
  at(name: string): string;
  /** What the file holds on disk now. */
  read(name: string): Promise<string>;
  remove(): Promise<void>;
}

/**
 * @param files texts by name; names may have folders in them
 */
export async function articleFolder(files: Readonly<Record<string, string>>): Promise<ArticleFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'onrecord-articles-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return {
    path: folder,
    at: (name) => path.join(folder, name),
    read: (name) => readFile(path.join(folder, name), 'utf8'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
