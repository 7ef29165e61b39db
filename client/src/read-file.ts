import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FolderEntry } from './protocol';

/** The text of a file, wherever VS Code can reach it: in a browser, in a repository that is not checked out; null where there is none. */
export async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== 'NoPermissions') return null;
    throw error;
  }
}

/** What lies in a folder, symbolic links left out; null where there is none. */
export async function listFolder(uri: string): Promise<readonly FolderEntry[] | null> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return entries.flatMap(([name, type]) =>
      type === FileType.File || type === FileType.Directory ? [{ name, folder: type === FileType.Directory }] : [],
    );
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== 'NoPermissions') return null;
    throw error;
  }
}
