import assert from 'node:assert/strict';
import { commands, type Diagnostic, type Hover, languages, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import { until } from './waiting';

/** Where the files of tests lie: on a disk, or in memory where the extension host has none. */
export interface Place {
  /** Makes a folder of its own. */
  folder(): Promise<Uri>;
}

let place: Place | undefined;
const folders: Uri[] = [];

/** Says where files are opened; before any test. */
export function openIn(chosen: Place): void {
  place = chosen;
}

/** Opens a text as a file of its own, in the editor. */
export async function open(name: string, text: string): Promise<TextDocument> {
  assert.ok(place, 'there is a place for files');
  const folder = await place.folder();
  folders.push(folder);
  const file = Uri.joinPath(folder, name);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const document = await workspace.openTextDocument(file);
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes every editor without saving, and removes the files of {@link open}. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const folder of folders.splice(0)) await workspace.fs.delete(folder, { recursive: true });
}

/** Where words stand; they must stand there once. */
export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0 && document.getText().indexOf(words, start + 1) < 0, `“${words}” stands in the article once`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** The hovers over the beginning of words, as they are written. */
export async function hoversOver(document: TextDocument, words: string): Promise<string> {
  const { start } = rangeOf(document, words);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, start.translate(0, 2));
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n\n');
}

/** The diagnostic of a rule, once there is one. */
export function diagnosticOf(document: TextDocument, code: string): Promise<Diagnostic> {
  return until(`a finding of ${code}`, () => languages.getDiagnostics(document.uri).find((finding) => codeOf(finding) === code) ?? null);
}

/** The rule of a diagnostic. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
