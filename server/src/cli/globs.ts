import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { GitIgnores } from '../server/git-ignores';

/** Whether a path on the command line is a pattern: it has a star, a question mark, brackets or braces. */
export const isPattern = (given: string): boolean => isDynamicPattern(given);

/**
 * The files that a pattern stands for, in order of their names, but for those in hidden folders, those that Git ignores, and those behind symbolic links.
 * Paths are relative to `folder`.
 */
export async function filesMatching(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(pattern.replaceAll('\\', '/'), {
    cwd: folder,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const ignores = new IgnoresByFolder();
  const kept: string[] = [];
  for (const file of found.sort()) if (!(await ignores.ignore(path.resolve(folder, file)))) kept.push(file);
  return kept;
}

/** What Git ignores, for files here and there. */
class IgnoresByFolder {
  /** For each folder, what is ignored in it; null for one that is ignored itself. */
  private readonly known = new Map<string, Promise<GitIgnores | null>>();

  async ignore(file: string): Promise<boolean> {
    const ignores = await this.of(path.dirname(file));
    return ignores === null || ignores.ignores(file, false);
  }

  private of(folder: string): Promise<GitIgnores | null> {
    const known = this.known.get(folder) ?? this.read(folder);
    this.known.set(folder, known);
    return known;
  }

  private async read(folder: string): Promise<GitIgnores | null> {
    const parent = path.dirname(folder);
    if (parent === folder || (await GitIgnores.isRoot(folder))) return (await GitIgnores.above(folder)).within(folder);
    const above = await this.of(parent);
    return above === null || above.ignores(folder, true) ? null : above.within(folder);
  }
}
