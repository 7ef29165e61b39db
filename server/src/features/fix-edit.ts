import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../rules/rule';
import type { Abilities } from './abilities';
import type { Lines } from './lines';

/** The document that an edit is for, at the version it was computed against. */
export interface DocumentVersion {
  readonly uri: string;
  readonly version: number;
}

/** Edits of one document as a client can apply them: bound to their version and with snippets wherever it understands that. */
export function workspaceEdit(
  edits: readonly Edit[],
  { uri, version }: DocumentVersion,
  lines: Lines,
  abilities: Abilities,
): WorkspaceEdit {
  if (!abilities.documentChanges) return { changes: { [uri]: edits.map((edit) => textEdit(edit, lines)) } };
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: edits.map((edit) => (edit.snippet && abilities.snippetEdits ? snippetEdit(edit, lines) : textEdit(edit, lines))),
  };
  return { documentChanges: [change] };
}

const textEdit = ({ span, text, snippet }: Edit, lines: Lines): TextEdit => ({
  range: lines.rangeOf(span),
  newText: snippet ? withoutStops(text) : text,
});

const snippetEdit = ({ span, text }: Edit, lines: Lines): SnippetTextEdit => ({
  range: lines.rangeOf(span),
  snippet: { kind: 'snippet', value: text },
});

/** A snippet as plain text: each stop gives way to its placeholder or its first choice, each escape to what it escapes. Linear. */
export function withoutStops(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < snippet.length; at++) {
    const code = snippet.charAt(at);
    if (code === '\\' && at + 1 < snippet.length) {
      text += snippet.charAt(++at);
    } else if (code === '$') {
      let end = at + 1;
      const braced = snippet.charAt(end) === '{';
      if (braced) end++;
      const digits = end;
      while (isDigit(snippet.charCodeAt(end))) end++;
      if (end === digits) {
        text += code;
        continue;
      }
      if (!braced) {
        at = end - 1;
        continue;
      }
      const next = snippet.charAt(end);
      if (next === '|') {
        const close = snippet.indexOf('|}', end);
        const choices = snippet.slice(end + 1, close < 0 ? snippet.length : close);
        text += choices.split(/(?<!\\),/)[0]?.replace(/\\(.)/g, '$1') ?? '';
        at = close < 0 ? snippet.length : close + 1;
      } else {
        if (next !== '}') depth++;
        at = end;
      }
    } else if (code === '}' && depth > 0) depth--;
    else text += code;
  }
  return text;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
