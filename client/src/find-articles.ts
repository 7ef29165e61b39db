import { workspace } from 'vscode';

/** The files of the open folders that may be articles, wherever VS Code can look: in a browser, in a repository that is not checked out. */
export async function findArticles(most: number): Promise<string[]> {
  const found = await workspace.findFiles('**/*.{article,txt,md}', '**/{node_modules,.git}/**', most);
  return found.map((uri) => uri.toString());
}
