import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands, type Diagnostic, type Hover, languages, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import { until } from './waiting';

const folders: string[] = [];

/** Opens a text as a file of its own, in the editor. */
export async function open(name: string, text: string): Promise<TextDocument> {
  const folder = await mkdtemp(path.join(tmpdir(), 'onrecord-suite-'));
  folders.push(folder);
  const file = path.join(folder, name);
  await writeFile(file, text);
  const document = await workspace.openTextDocument(Uri.file(file));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes every editor without saving, and removes the files of {@link open}. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
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
