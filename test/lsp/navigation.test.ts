import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, LIKE_VSCODE, PLAIN, until } from './client';

/** As VS Code says what it does with places, names and symbols. */
const LIKE_VSCODE_NOW = {
  ...LIKE_VSCODE,
  workspace: { ...LIKE_VSCODE.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
  textDocument: {
    ...LIKE_VSCODE.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
  },
};

const PIER = `Pier opens after a year

Mayor Ana Ruiz opened the pier on Monday. “It is ours and it stays,” Ruiz told reporters. The Ruiz supporters sang.

The Corvin Ledger reported on Tuesday, citing two officials, that the pier had cost 40 million crowns.

“Ruiz is a friend,” said Tom Hale, a nurse. “She came twice.

“She came with a cake.”
`;

let client: Client;
let plain: Client;
let count = 0;

beforeAll(async () => {
  [client, plain] = await Promise.all([
    Client.start({ capabilities: LIKE_VSCODE_NOW, initializationOptions: { status: true } }),
    Client.start({ capabilities: PLAIN }),
  ]);
});
afterAll(async () => {
  await Promise.all([client.stop(), plain.stop()]);
});

const document = (uri: string, text = PIER): TextDocument => TextDocument.create(uri, 'article', 1, text);

/** Opens the article of the pier, and asks at the beginning of some words of it, a letter in. */
async function asking(who: Client, words: string): Promise<<R>(method: string, more?: object) => Promise<R>> {
  const uri = `file:///paper/pier-${++count}.article`;
  await who.open(uri, PIER);
  const position = document(uri).positionAt(PIER.indexOf(words) + 1);
  return (method, more) => who.ask(method, { textDocument: { uri }, position, ...more });
}

const wordsAt = (range: Range): string => document('').getText(range);

describe('definition', () => {
  test('is a link from the words to the naming, with its sentence', async () => {
    const ask = await asking(client, 'Ruiz told');
    const [link] = await ask<LocationLink[]>('textDocument/definition');
    expect(link && wordsAt(link.targetSelectionRange)).toBe('Mayor Ana Ruiz');
    expect(link && wordsAt(link.targetRange)).toBe('Mayor Ana Ruiz opened the pier on Monday.');
    expect(link?.originSelectionRange && wordsAt(link.originSelectionRange)).toBe('Ruiz');
  });

  test('is a place for a client that knows no links', async () => {
    const ask = await asking(plain, 'Ruiz told');
    const [place] = await ask<Location[]>('textDocument/definition');
    expect(place && wordsAt(place.range)).toBe('Mayor Ana Ruiz');
  });
});

describe('references and highlights', () => {
  test('are the mentions and quotes of a speaker, with the naming where it is wanted', async () => {
    const ask = await asking(client, 'Ruiz told');
    const list = async (includeDeclaration: boolean) =>
      (await ask<Location[]>('textDocument/references', { context: { includeDeclaration } })).map(({ range }) => wordsAt(range));
    expect(await list(false)).toEqual(expect.arrayContaining(['Ruiz', '“It is ours and it stays,”']));
    expect(await list(false)).not.toContain('Mayor Ana Ruiz');
    expect(await list(true)).toContain('Mayor Ana Ruiz');
  });

  test('tell the naming from the rest', async () => {
    const ask = await asking(client, 'Ruiz told');
    const found = await ask<DocumentHighlight[]>('textDocument/documentHighlight');
    expect(found.find(({ kind }) => kind === 3)?.range).toEqual(found[0]?.range);
    expect(found.length).toBeGreaterThan(2);
  });
});

describe('rename', () => {
  test('begins with the full name, changes each form, and asks about what is doubtful', async () => {
    const ask = await asking(client, 'Ruiz told');
    const told = client.messages.length;
    expect(await ask('textDocument/prepareRename')).toMatchObject({ placeholder: 'Ana Ruiz' });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { newName: 'Nora Quill' });
    const [change] = (edit.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument.version).toEqual(expect.any(Number));
    const edits = (change?.edits ?? []).map((one) => ({ range: one.range, newText: 'newText' in one ? one.newText : '' }));
    const after = TextDocument.applyEdits(document(''), edits);
    expect(after).toContain(
      'Mayor Nora Quill opened the pier on Monday. “It is ours and it stays,” Quill told reporters. The Quill supporters',
    );
    expect(after).toContain('“Ruiz is a friend,”');
    expect(Object.values(edit.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation === true)).toEqual([false, true]);
    await until(() => client.messages.length > told);
    expect(client.messages.at(-1)?.message).toBe('“Ana Ruiz” stays as it is inside quotes (line 7).');
  });

  test('does not do what it cannot ask about, and says so', async () => {
    expect(plain.initialized.capabilities.renameProvider).toBe(true);
    const ask = await asking(plain, 'Ruiz told');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { newName: 'Quill' });
    expect(Object.values(edit.changes ?? {}).flat()).toHaveLength(2);
    await until(() => plain.messages.length > 0);
    expect(plain.messages.at(-1)?.message).toMatch(/inside quotes \(line 7\), and where it may be somebody else \(line 3\)\.$/);
  });

  test('says why it cannot be done', async () => {
    const inQuote = await asking(client, 'Ruiz is a friend');
    await expect(inQuote('textDocument/prepareRename')).rejects.toThrow(/never changes a quote/);
    const taken = await asking(client, 'Ana Ruiz');
    await expect(taken('textDocument/rename', { newName: 'Tom Hale' })).rejects.toThrow(/somebody else in this article/);
    await expect(taken('textDocument/rename', { newName: 7 })).rejects.toThrow(/no article here/);
    await expect(client.ask('textDocument/prepareRename', { textDocument: { uri: 'file:///none' }, position: null })).rejects.toThrow(
      /no article here/,
    );
  });
});

describe('the structure of an article', () => {
  test('is an outline: a tree, or a list', async () => {
    const [headline] = await (await asking(client, 'Pier'))<DocumentSymbol[]>('textDocument/documentSymbol');
    expect(headline?.name).toBe('Pier opens after a year');
    expect(headline?.children?.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ana Ruiz', 'Tom Hale']));
    const list = await (await asking(plain, 'Pier'))<SymbolInformation[]>('textDocument/documentSymbol');
    expect(list.find(({ name }) => name === 'Tom Hale')?.containerName).toBe('Pier opens after a year');
  });

  test('folds, and grows selections', async () => {
    const ask = await asking(client, 'Ruiz told');
    expect(await ask<FoldingRange[]>('textDocument/foldingRange')).toEqual([{ startLine: 6, endLine: 8 }]);
    const position = document('').positionAt(PIER.indexOf('Ana Ruiz') + 5);
    const [found] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [position] });
    const steps: string[] = [];
    for (let step = found; step && steps.length < 3; step = step.parent) steps.push(wordsAt(step.range));
    expect(steps).toEqual(['Ruiz', 'Ana Ruiz', 'Mayor Ana Ruiz']);
    expect(await ask('textDocument/selectionRange', { positions: 'here' })).toBeNull();
  });
});

describe('relays', () => {
  test('lead to who passed it on, and back', async () => {
    const ask = await asking(client, 'two officials');
    const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy');
    expect(item?.name).toBe('two officials');
    const incoming = await client.ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    expect(incoming.length).toBeGreaterThan(0);
    const [first] = incoming;
    expect(first?.fromRanges.map(wordsAt)).toEqual(['citing']);
    const outgoing = await client.ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: first?.from });
    expect(outgoing.map(({ to }) => to.name)).toContain('two officials');
    expect(await client.ask('callHierarchy/incomingCalls', { item: { ...item, data: 'x' } })).toBeNull();
    expect(await client.ask('callHierarchy/incomingCalls', { item: null })).toBeNull();
  });
});

test('a step leads to the next quote', async () => {
  const ask = await asking(client, 'Pier');
  const range = await ask<Range>('onrecord/quoteStep', { direction: 'next' });
  expect(wordsAt(range)).toBe('“It is ours and it stays,”');
  expect(await ask('onrecord/quoteStep', { position: 'here' })).toBeNull();
});
