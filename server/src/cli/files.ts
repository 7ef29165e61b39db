import { stat } from 'node:fs/promises';
import path from 'node:path';
import { walkArticles } from '../server/article-files';

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

/** The articles that `given` stands for: itself, whatever its name, or those in the folder and its subfolders that Git doesn't ignore, in order of their names. */
export async function findArticles(given: string, folder: string): Promise<Found> {
  const place = path.resolve(folder, given);
  try {
    if (!(await stat(place)).isDirectory()) return { files: [given], closed: [] };
    const prefix = given === '.' ? '' : `${given.replaceAll(path.sep, '/').replace(/\/+$/, '')}/`;
    const files: string[] = [];
    const closed: ClosedFolder[] = [];
    for await (const walked of walkArticles(place)) {
      if ('file' in walked) files.push(prefix + walked.file);
      else closed.push({ folder: `${prefix}${walked.closed}`.replace(/\/$/, '') || '.', problem: systemProblem(walked.error) });
    }
    return files.length + closed.length > 0
      ? { files, closed }
      : { problem: 'no articles in this folder. Looked for *.article, *.txt and *.md that Git does not ignore.' };
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

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
