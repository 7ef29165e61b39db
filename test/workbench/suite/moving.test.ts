import assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
  window,
} from 'vscode';
import { PIER } from '../articles';
import { closeAll, open, rangeOf } from './editor';
import { until } from './waiting';

describe('moving through an article in VS Code', () => {
  let article: TextDocument;
  beforeEach(async () => {
    article = await open('pier.article', PIER);
  });
  afterEach(closeAll);

  /** Asks VS Code for what it shows at the beginning of words, a letter in, until there is something. */
  const ask = <T>(command: string, words: string, ...more: unknown[]): Promise<T> =>
    until(`${command} at “${words}”`, async () => {
      const found = await commands.executeCommand<T | undefined>(
        command,
        article.uri,
        rangeOf(article, words).start.translate(0, 1),
        ...more,
      );
      return Array.isArray(found) && found.length === 0 ? null : (found ?? null);
    });
  const words = (range: Range): string => article.getText(range);

  it('leads from a surname to the fullest naming', async () => {
    const [found] = await ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', 'Ruiz told');
    assert.ok(found && 'targetSelectionRange' in found && found.targetSelectionRange, 'it is a link');
    assert.equal(words(found.targetSelectionRange), 'Mayor Ana Ruiz');
  });

  it('lists all mentions and quotes of a speaker, and tells the naming from the rest', async () => {
    const found = await ask<Location[]>('vscode.executeReferenceProvider', 'Ruiz told');
    for (const wanted of ['Mayor Ana Ruiz', '“It is ours and it stays,”', 'She']) {
      assert.ok(
        found.some(({ range }) => words(range) === wanted),
        `${wanted} is among ${found.map(({ range }) => words(range)).join(' | ')}`,
      );
    }
    const lit = await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', 'Ruiz told');
    assert.deepEqual(
      lit.flatMap(({ kind, range }) => (kind === DocumentHighlightKind.Write ? [words(range)] : [])),
      ['Mayor Ana Ruiz'],
    );
  });

  it('changes a name throughout, outside quotes', async () => {
    const edit = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', 'Ruiz told', 'Nora Quill');
    const changed = edit.get(article.uri).map(({ range, newText }) => `${words(range)} → ${newText}`);
    assert.deepEqual(changed, ['Ana Ruiz → Nora Quill', 'Ruiz → Quill', 'Ruiz → Quill']);
    const quote = rangeOf(article, '“Ruiz is a friend,”');
    assert.ok(edit.get(article.uri).every(({ range }) => !range.intersection(quote)));
  });

  it('has an outline of headline, voices and what they say', async () => {
    const [headline] = await until('symbols', async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', article.uri);
      return found && found.length > 0 ? found : null;
    });
    assert.equal(headline?.name, 'Pier opens after a year');
    const voices = headline?.children.map(({ name }) => name) ?? [];
    for (const voice of ['Ana Ruiz', 'Tom Hale']) assert.ok(voices.includes(voice), `${voice} is among ${voices.join(', ')}`);
    assert.equal(headline?.children.find(({ name }) => name === 'Ana Ruiz')?.children[0]?.name, '“It is ours and it stays,”');
  });

  it('finds a speaker by a few letters', async () => {
    await ask('vscode.executeReferenceProvider', 'Ruiz told');
    const found = await until('the speaker', async () => {
      const symbols = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'thale');
      return symbols.find(({ location }) => location.uri.toString() === article.uri.toString()) ?? null;
    });
    assert.equal(found.name, 'Tom Hale');
    assert.equal(found.containerName, 'Pier opens after a year');
  });

  it('tells who passed something on', async () => {
    const [item] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', 'two officials');
    assert.equal(item?.name, 'two officials');
    const calls = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.ok(calls.length > 0);
    assert.deepEqual(calls[0]?.fromRanges.map(words), ['citing']);
  });

  it('folds a speech over paragraphs, and grows a selection by what words are', async () => {
    const folds = await until('folds', async () => {
      const found = await commands.executeCommand<FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', article.uri);
      return found && found.length > 0 ? found : null;
    });
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [[8, 10]],
    );
    const [grown] = await commands.executeCommand<SelectionRange[]>('vscode.executeSelectionRangeProvider', article.uri, [
      rangeOf(article, 'Mayor Ana Ruiz').end.translate(0, -1),
    ]);
    const steps: string[] = [];
    for (let step = grown; step; step = step.parent) steps.push(words(step.range));
    for (const wanted of ['Ruiz', 'Ana Ruiz', 'Mayor Ana Ruiz'])
      assert.ok(steps.includes(wanted), `${wanted} is among ${steps.join(' | ')}`);
  });

  it('goes from quote to quote', async () => {
    await ask('vscode.executeReferenceProvider', 'Ruiz told');
    for (const wanted of ['“It is ours and it stays,”', '“Ruiz is a friend,”']) {
      await commands.executeCommand('onrecord.nextQuote');
      const { activeTextEditor } = window;
      assert.equal(activeTextEditor && words(activeTextEditor.selection), wanted);
    }
    await commands.executeCommand('onrecord.previousQuote');
    assert.equal(window.activeTextEditor && words(window.activeTextEditor.selection), '“It is ours and it stays,”');
  });
});
