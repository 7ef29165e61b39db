import type { Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSmallFile } from '../small-file';
import type { FolderEntry } from './folders';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Reads a file; undefined where it is not there, or is none of this machine's. */
export const readText = async (uri: string): Promise<string | undefined> =>
  uri.startsWith('file:') ? readSmallFile(new URL(uri)) : undefined;

/**
 * What lies in a folder; undefined where it is not there, or is none of this machine's. Symbolic links are left out: they may lead in a circle, or out of
 * the workspace.
 */
export async function listFolder(uri: string): Promise<readonly FolderEntry[] | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  const folder = fileURLToPath(uri);
  try {
    if (!(await lstat(folder)).isDirectory()) return undefined;
    const entries = await readdir(folder, { withFileTypes: true });
    return (await Promise.all(entries.map((entry) => factsOf(folder, entry)))).filter((entry) => entry !== null);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function factsOf(folder: string, entry: Dirent): Promise<FolderEntry | null> {
  const { name } = entry;
  if (entry.isDirectory()) return { name, folder: true };
  if (!entry.isFile()) return null;
  try {
    const { size, mtimeMs } = await stat(path.join(folder, name));
    return { name, folder: false, size, stamp: `${mtimeMs} ${size}` };
  } catch {
    // Gone in between.
    return null;
  }
}
