import { readFile, stat } from 'node:fs/promises';

/** The longest file that is read beside articles (configurations, baselines, annotations, transcripts), in bytes. */
const LONGEST = 10_000_000;

/**
 * The text of a file; undefined where there is none. Rejects where there is one that can't be read, is longer than any that somebody wrote, or is no
 * file at all: a configuration may name anything, and a device or a pipe never ends.
 */
export async function readSmallFile(file: string | URL): Promise<string | undefined> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new Error('it is no file');
    if (facts.size > LONGEST) throw new Error(`it is longer than ${LONGEST / 1_000_000} MB`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}
