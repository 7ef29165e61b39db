import type { AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Abilities } from './abilities';
import type { DocumentVersion } from './fix-edit';
import type { Lines } from './lines';
import type { NameChange, Renaming } from './rename';

/** A speaker’s new name as an edit. Where the client can ask a person about a doubtful change it does; where it can’t, such a change is not made. */
export function renameEdit(renaming: Renaming, { uri, version }: DocumentVersion, lines: Lines, abilities: Abilities): WorkspaceEdit {
  const textEdit = ({ span, text }: NameChange): TextEdit => ({ range: lines.rangeOf(span), newText: text });
  if (!abilities.documentChanges || !abilities.changeAnnotations) {
    const edits = renaming.changes.filter(({ doubtful }) => !doubtful).map(textEdit);
    return abilities.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
  }
  const edits = renaming.changes.map(
    (change): AnnotatedTextEdit => ({ ...textEdit(change), annotationId: change.doubtful ? DOUBTFUL : SURE }),
  );
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits };
  return { documentChanges: [change], changeAnnotations: annotations(renaming) };
}

const SURE = 'name';
const DOUBTFUL = 'doubtful';

function annotations({ from, to, changes, inQuotes }: Renaming): Record<string, ChangeAnnotation> {
  const stays = inQuotes.length > 0 ? `${times(inQuotes.length)} inside quotes it stays as it is` : 'it stands in no quote';
  return {
    ...(changes.some(({ doubtful }) => !doubtful) && { [SURE]: { label: `${from} → ${to}`, description: stays } }),
    ...(changes.some(({ doubtful }) => doubtful) && {
      [DOUBTFUL]: { label: `Perhaps ${from}, perhaps not`, description: 'look at each', needsConfirmation: true },
    }),
  };
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** What a person has to know of places that an edit leaves alone; null where there are none. Lines count from 1. */
export function renameNote({ from, changes, inQuotes, left }: Renaming, lines: Lines, abilities: Abilities): string | null {
  const asked = abilities.documentChanges && abilities.changeAnnotations;
  const doubtful = asked ? [] : changes.filter((change) => change.doubtful).map(({ span }) => span);
  const kinds = [
    { where: 'inside quotes', spans: inQuotes },
    { where: 'where it is written in another way', spans: left },
    { where: 'where it may be somebody else', spans: doubtful },
  ].filter(({ spans }) => spans.length > 0);
  if (kinds.length === 0) return null;
  const told = kinds.map(({ where, spans }) => `${where} (${listed(spans.map(([start]) => lines.lineAt(start) + 1))})`);
  return `“${from}” stays as it is ${told.join(', and ')}.`;
}

/** The most lines that a note names. */
const MOST_LINES = 8;

function listed(numbers: readonly number[]): string {
  const lines = [...new Set(numbers)];
  const shown = lines.slice(0, MOST_LINES).join(', ');
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${lines.length > MOST_LINES ? ' and more' : ''}`;
}
