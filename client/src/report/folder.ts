import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { FolderArticle } from '../../../server/src/report/folder-report';
import type { Sources } from '../../../server/src/report/sources';
import { articlesIn } from '../find-articles';

/** The most files of a folder that are looked at. */
const MOST_FILES = 2000;
const ENDINGS = ['.article', '.txt', '.md'];

/** An article of a folder, with where it is. */
export interface ReadArticle extends FolderArticle {
  readonly uri: Uri;
}

/**
 * Reads every article of a folder, showing how far it has come; undefined where the person has stopped it, or there is no folder.
 * @param folder asked of the person where there are several and none is given
 */
export async function readFolder(
  folder: Uri | undefined,
  sourcesOf: (uri: Uri, text: string) => Promise<Sources | null>,
): Promise<{ readonly name: string; readonly read: readonly ReadArticle[] } | undefined> {
  const place = folder instanceof Uri ? folder : await chooseFolder();
  if (!place) return undefined;
  const name = place.path.replace(/\/$/, '').split('/').at(-1) ?? '';
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading the articles in “{0}”', name), cancellable: true },
    async (progress, token) => {
      const files = await articlesIn(place, ENDINGS, MOST_FILES, token);
      const read: ReadArticle[] = [];
      for (const uri of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
        if (token.isCancellationRequested) return undefined;
        progress.report({ increment: 100 / files.length, message: uri.path.slice(place.path.length + 1) });
        const text = await textOf(uri);
        const sources = text === null ? null : await sourcesOf(uri, text);
        if (sources) read.push({ uri, file: uri.path.slice(place.path.length).replace(/^\//, ''), sources });
      }
      return { name, read };
    },
  );
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    window.showInformationMessage(l10n.t('Open a folder, then ask for the report on it.'));
    return undefined;
  }
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}

/** The text of a file: as it stands in the editor, else on disk; null where it can't be read. */
async function textOf(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
