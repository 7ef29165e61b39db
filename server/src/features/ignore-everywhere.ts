import { type CodeAction, CodeActionKind, type Diagnostic, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { switchOff } from '../rules/configuration/edit';
import type { Abilities } from './abilities';
import { Lines } from './lines';

/** The configuration file in which a newsroom would say what holds for an article: the nearest above it, or where one would belong. */
export interface ConfigurationPlace {
  readonly uri: string;
  /** Null where there is no file yet. */
  readonly text: string | null;
}

/** The action that switches the rule `code` off in the configuration file; null where that is malformed, or the client can't write it. */
export function ignoreEverywhere(
  code: string,
  place: ConfigurationPlace,
  diagnostics: Diagnostic[],
  abilities: Abilities,
): CodeAction | null {
  const edits = switchOff(place.text, code);
  if (!edits || (place.text === null && !abilities.createsFiles)) return null;
  const lines = new Lines(place.text ?? '', abilities.encoding);
  const changes = edits.map(({ span, text }) => ({ range: lines.rangeOf(span), newText: text }));
  const change: TextDocumentEdit = { textDocument: { uri: place.uri, version: null }, edits: changes };
  const creation = { kind: 'create', uri: place.uri, options: { ignoreIfExists: true } } as const;
  const edit: WorkspaceEdit = abilities.documentChanges
    ? { documentChanges: place.text === null ? [creation, change] : [change] }
    : { changes: { [place.uri]: changes } };
  return { title: `Ignore ${code} everywhere (in .onrecord.json)`, kind: CodeActionKind.QuickFix, diagnostics, edit };
}
