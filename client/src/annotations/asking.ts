import { l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Kind } from '../../../server/src/annotations/annotation';
import { kindName } from './remark';

/** What was answered: a source (empty for none) and a note (empty for none); undefined where the person has thought better of it. */
export interface Given {
  readonly source: string;
  readonly note: string;
}

/** Asks what stands behind a verdict: one list to choose from or type into, and one line for a note. */
export async function askForGrounds(
  title: string,
  recent: readonly string[],
  article: TextDocument,
  words: string,
): Promise<Given | undefined> {
  const source = await askForSource(title, recent, article);
  if (source === undefined) return undefined;
  const note = await askForNote(title, words, true);
  return note === undefined ? undefined : { source, note };
}

/** Asks what kind of annotation it is to be. */
export async function askForKind(): Promise<Kind | undefined> {
  const kinds: readonly Kind[] = ['verified', 'disputed', 'needs-source', 'question', 'note'];
  const items = kinds.map((kind) => ({ label: kindName(kind), as: kind }));
  return (await window.showQuickPick(items, { title: l10n.t('Mark As') }))?.as;
}

/** Asks for a note in one line. */
export function askForNote(title: string, words: string, mayBeEmpty: boolean): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('On “{0}”', words),
    placeHolder: mayBeEmpty ? l10n.t('A note for the others (Enter to go without)') : l10n.t('What do you want to say?'),
    ignoreFocusOut: true,
    validateInput: (text) => (mayBeEmpty || text.trim() !== '' ? undefined : l10n.t('Write something, or press Escape.')),
  });
}

interface SourceItem extends QuickPickItem {
  readonly source?: string;
}

/** How many files are offered as sources. */
const MOST_FILES = 50;

async function askForSource(title: string, recent: readonly string[], article: TextDocument): Promise<string | undefined> {
  const none: SourceItem = { label: l10n.t('$(circle-slash) No source'), alwaysShow: true, source: '' };
  const files = (await sourceFiles(article)).filter((file) => !recent.includes(file));
  const known: SourceItem[] = [...heading(l10n.t('used before'), recent), ...heading(l10n.t('beside the article'), files)];
  const picker = window.createQuickPick<SourceItem>();
  picker.title = title;
  picker.placeholder = l10n.t('What stands behind it? Type a link, a file, file:line, or who told you');
  picker.ignoreFocusOut = true;
  picker.items = [none, ...known];
  picker.onDidChangeValue((typed) => {
    const text = typed.trim();
    const own: SourceItem[] =
      text === '' ? [] : [{ label: `$(quote) ${text}`, description: l10n.t('as you typed it'), alwaysShow: true, source: text }];
    picker.items = [...own, ...known, ...(text === '' ? [none] : [])].sort((a, b) => Number(b === none) - Number(a === none));
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.source);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function heading(label: string, sources: readonly string[]): SourceItem[] {
  if (sources.length === 0) return [];
  return [{ label, kind: QuickPickItemKind.Separator }, ...sources.map((source) => ({ label: source, source }))];
}

/** The transcripts and documents that lie in `sources/` beside the article, as the article would name them. */
async function sourceFiles({ uri }: TextDocument): Promise<string[]> {
  if (uri.scheme === 'untitled') return [];
  const folder = Uri.joinPath(uri, '..', 'sources');
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => (type === 1 && !name.startsWith('.') ? [`sources/${name}`] : [])).slice(0, MOST_FILES);
  } catch {
    return [];
  }
}
