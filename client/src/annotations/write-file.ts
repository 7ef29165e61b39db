import { Uri, workspace } from 'vscode';

/** Writes a file wherever VS Code can, for a server that can't reach it; what stands in the way, or null. */
export async function writeFile(uri: string, text: string): Promise<string | null> {
  try {
    await workspace.fs.writeFile(Uri.parse(uri), new TextEncoder().encode(text));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
