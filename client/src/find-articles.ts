import { type CancellationToken, RelativePattern, Uri, workspace } from 'vscode';
import { listFolder } from './read-file';

/** Where VS Code has a search of its own. Elsewhere its search waits for an extension to bring one, and for ever where none does. */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** How many folders deep a folder is looked through. */
const DEEPEST = 12;

/** The files of the open folders whose names end in one of `endings`, wherever VS Code can look; `most` of them. */
export async function findArticles(endings: readonly string[], most: number, token?: CancellationToken): Promise<string[]> {
  const found: Uri[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) found.push(...(await articlesIn(uri, endings, most - found.length, token)));
  return found.map((uri) => uri.toString());
}

/** The files of a folder and its subfolders whose names end in one of `endings`, `most` of them; fewer where `token` ends the search. */
export async function articlesIn(folder: Uri, endings: readonly string[], most: number, token?: CancellationToken): Promise<Uri[]> {
  if (most <= 0) return [];
  if (SEARCHED.has(folder.scheme)) {
    const pattern = new RelativePattern(folder, `**/*{${endings.join(',')}}`);
    return workspace.findFiles(pattern, `**/{${[...NEVER].join(',')}}/**`, most, token);
  }
  const found: Uri[] = [];
  const walk = async (place: Uri, depth: number): Promise<void> => {
    // One closed folder does not hide its neighbours.
    const entries = (await listFolder(place.toString()).catch(() => null)) ?? [];
    for (const { name, folder: isFolder } of entries) {
      if (found.length >= most || token?.isCancellationRequested) return;
      const uri = Uri.joinPath(place, name);
      if (!isFolder && endings.some((ending) => name.endsWith(ending))) found.push(uri);
      else if (isFolder && !NEVER.has(name) && depth < DEEPEST) await walk(uri, depth + 1);
    }
  };
  await walk(folder, 0);
  return found;
}
