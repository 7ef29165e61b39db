import { workspace } from 'vscode';

/** The files of the open folders that fit a pattern, wherever VS Code can look: in a browser, in a repository that is not checked out. */
export async function findArticles(pattern: string, most: number): Promise<string[]> {
  const found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', most);
  return found.map((uri) => uri.toString());
}
