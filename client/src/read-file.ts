import { FileSystemError, Uri, workspace } from 'vscode';

/** The text of a file, wherever VS Code can reach it: in a browser, in a repository that is not checked out; null where there is none. */
export async function readFile(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== 'NoPermissions') return null;
    throw error;
  }
}
