import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What the `.gitignore` files of a folder and of those above it leave out. Immutable: each folder on the way down has its own. */
export class GitIgnores {
  private constructor(private readonly rules: readonly (readonly [folder: string, rules: Ignore])[]) {}

  /** Those of the folders above `place`, up to the root of its repository; none where it lies in no repository. */
  static async above(place: string): Promise<GitIgnores> {
    const folders: string[] = [];
    for (let folder = place; ; folder = path.dirname(folder)) {
      if (folder !== place) folders.unshift(folder);
      if (await GitIgnores.isRoot(folder)) break;
      if (path.dirname(folder) === folder) return new GitIgnores([]);
    }
    let ignores = new GitIgnores([]);
    for (const folder of folders) ignores = await ignores.within(folder);
    return ignores;
  }

  /** Whether a folder is the root of a repository. */
  static isRoot(folder: string): Promise<boolean> {
    return exists(path.join(folder, '.git'));
  }

  /** These and those of `folder` itself. */
  async within(folder: string): Promise<GitIgnores> {
    const text = await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => null);
    return text === null ? this : new GitIgnores([[folder, ignore().add(text)], ...this.rules]);
  }

  /** Whether a file or folder, all of whose own folders are kept, is left out: the nearest file that says something about it decides. */
  ignores(place: string, isFolder: boolean): boolean {
    for (const [folder, rules] of this.rules) {
      const { ignored, unignored } = rules.test(path.relative(folder, place).replaceAll(path.sep, '/') + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );
