import { stat } from 'node:fs/promises';
import path from 'node:path';
import { walkArticles } from '../server/article-files';
import type { Format } from '../text/format';
import { FORMATS, formatByEnding } from '../text/formats';
import { filesMatching, isPattern } from './globs';

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

/** Tells whether a format that has to be asked for is read in a file, by the file's path from the working folder. */
export type Asked = (file: string, format: Format) => Promise<boolean>;

/** Whether a file counts as an article where a folder or a pattern is given; a file given by name is always read. */
async function isArticle(file: string, asked: Asked): Promise<boolean> {
  const format = formatByEnding(file);
  return format !== undefined && (!format.onlyAsked || (await asked(file, format.id)));
}

/** The endings that are looked for, as a person writes them. */
const LOOKED_FOR = FORMATS.filter(({ onlyAsked }) => !onlyAsked)
  .flatMap(({ endings }) => endings.map((ending) => `*${ending}`))
  .join(', ');

/**
 * The articles that `given` stands for: itself, whatever its name, those in the folder and its subfolders, or those that the pattern matches; without
 * what Git ignores, in order of their names.
 */
export async function findArticles(given: string, folder: string, asked: Asked): Promise<Found> {
  const place = path.resolve(folder, given);
  try {
    const facts = await stat(place).catch((error: unknown) => {
      if (isPattern(given)) return null;
      throw error;
    });
    if (facts === null) return await matching(given, folder, asked);
    if (!facts.isDirectory()) return { files: [given], closed: [] };
    const prefix = given === '.' ? '' : `${given.replaceAll(path.sep, '/').replace(/\/+$/, '')}/`;
    const files: string[] = [];
    const closed: ClosedFolder[] = [];
    for await (const walked of walkArticles(place, (file) => isArticle(prefix + file, asked))) {
      if ('file' in walked) files.push(prefix + walked.file);
      else closed.push({ folder: `${prefix}${walked.closed}`.replace(/\/$/, '') || '.', problem: systemProblem(walked.error) });
    }
    return files.length + closed.length > 0
      ? { files, closed }
      : { problem: `no articles in this folder. Looked for ${LOOKED_FOR} that Git does not ignore.` };
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

/** Files of a format that has to be asked for are asked for by a pattern that names their ending. */
async function matching(pattern: string, folder: string, asked: Asked): Promise<Found> {
  const files: string[] = [];
  for (const file of await filesMatching(pattern, folder)) {
    const named: Asked = async (name, format) => pattern.toLowerCase().endsWith(path.extname(name).toLowerCase()) || asked(name, format);
    if (await isArticle(file, named)) files.push(file);
  }
  return files.length > 0 ? { files, closed: [] } : { problem: 'no article matches this pattern, or Git ignores them all.' };
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
