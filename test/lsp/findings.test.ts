import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, Range, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, LIKE_VSCODE, PLAIN, until } from './client';
import { COMMENT, TRAM } from './texts';

let client: Client;
let count = 0;
const fresh = () => `file:///paper/finding-${++count}.article`;

beforeAll(async () => {
  client = await Client.start();
});
afterAll(async () => {
  await client.stop();
});

const UNUSED = 'suppression/unused';
const unused = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === UNUSED);

const actionsAt = (uri: string, range: Range, diagnostics: readonly Diagnostic[], only?: string[], from = client): Promise<CodeAction[]> =>
  from.ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, ...(only && { only }) } });

/** `text` after an action, as a client applies it. */
function applied(uri: string, text: string, { edit }: CodeAction): string {
  const change = edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  const edits = (change?.edits ?? edit?.changes?.[uri] ?? []).map((one) => ({
    range: one.range,
    newText: 'snippet' in one ? one.snippet.value : one.newText,
  }));
  return TextDocument.applyEdits(TextDocument.create(uri, 'article', 1, text), edits);
}

describe('diagnostics', () => {
  test('are pulled, with code, page and source, and need not be sent twice', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const ask = (previousResultId?: string) =>
      client.ask<DocumentDiagnosticReport & { items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId,
      });
    const report = await ask();
    expect(unused(report.items)).toMatchObject([
      {
        source: 'On Record',
        severity: 3,
        codeDescription: { href: expect.stringMatching(/\/docs\/rules\/suppression\/unused\.md$/) },
        range: { start: { line: 6, character: 0 } },
      },
    ]);
    expect(await ask(report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    await client.change(uri, { text: TRAM.replace(`${COMMENT}\n`, '') });
    const after = await ask(report.resultId);
    expect(after.kind).toBe('full');
    expect(unused(after.items)).toEqual([]);
  });

  test('are pushed to clients that cannot pull, once a burst, and go with the document', async () => {
    const pushed = await Client.start({ capabilities: PLAIN });
    const uri = fresh();
    await pushed.open(uri, TRAM);
    await until(() => pushed.published.length > 0);
    expect(unused(pushed.published[0]?.diagnostics ?? [])).toHaveLength(1);
    for (let i = 0; i < 20; i++)
      await pushed.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    await until(() => pushed.published.length > 1);
    expect(unused(pushed.published[1]?.diagnostics ?? [])).toMatchObject([{ range: { start: { line: 26 } } }]);
    expect(pushed.published[1]?.version).toBe(21);
    await pushed.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await until(() => pushed.published.length > 2);
    expect(pushed.published[2]).toMatchObject({ uri, diagnostics: [] });
    expect(pushed.published).toHaveLength(3);
    await pushed.stop();
  });

  test('wait for a rest before they report what is new on the sentence being typed', async () => {
    const uri = fresh();
    const text = TRAM.replace(`${COMMENT}\n`, '');
    await client.open(uri, text);
    expect(unused(await client.diagnostics(uri))).toEqual([]);
    const { refreshes } = client;
    let before = refreshes.diagnostics;
    await client.change(uri, { range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } }, text: `${COMMENT}\n` });
    expect(unused(await client.diagnostics(uri))).toEqual([]);
    // An earlier document's rest may end in between.
    for (let shown: Diagnostic[] = []; shown.length === 0; ) {
      await until(() => refreshes.diagnostics > before);
      before = refreshes.diagnostics;
      shown = unused(await client.diagnostics(uri));
    }
  });

  test.each([
    ['findings', { findings: 'off' }],
    ['diagnostics, as it was called once', { diagnostics: false }],
  ])('can be switched off by the setting %s', async (_, settings) => {
    const uri = fresh();
    await client.open(uri, TRAM);
    client.settings = settings;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.tokens(uri)).not.toEqual([]);
    client.settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(unused(await client.diagnostics(uri))).toHaveLength(1);
  });
});

describe('a fix', () => {
  test('is listed without its edit, resolved when chosen, and mends the finding', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const [found] = unused(await client.diagnostics(uri));
    if (!found) throw new Error('nothing found');
    const actions = await actionsAt(uri, found.range, [found]);
    expect(actions[0]).toMatchObject({ title: 'Remove the comment', kind: 'quickfix', isPreferred: true, diagnostics: [{ code: UNUSED }] });
    expect(actions[0]).not.toHaveProperty('edit');
    const resolved = await client.ask<CodeAction>('codeAction/resolve', actions[0]);
    expect(resolved.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: expect.any(Number) } }]);
    await client.change(uri, { text: applied(uri, TRAM, resolved) });
    expect(unused(await client.diagnostics(uri))).toEqual([]);
  });

  test('comes with its edit, in plain words, where the client knows no better', async () => {
    const plain = await Client.start({ capabilities: { textDocument: { codeAction: LIKE_VSCODE.textDocument?.codeAction ?? {} } } });
    const eager = await Client.start({ capabilities: PLAIN });
    for (const each of [plain, eager]) {
      const uri = fresh();
      await each.open(uri, TRAM);
      const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 5 } };
      const [action] = await actionsAt(uri, range, [], ['quickfix'], each);
      if (!action) throw new Error('no action');
      const resolved = action.edit ? action : await each.ask<CodeAction>('codeAction/resolve', action);
      expect(Object.keys(resolved.edit?.changes ?? {})).toEqual([uri]);
      expect(applied(uri, TRAM, resolved)).not.toContain(COMMENT);
      await each.stop();
    }
  });

  test('follows its words when the article has moved on, and is refused when they are gone', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const [found] = unused(await client.diagnostics(uri));
    const [action] = await actionsAt(uri, found?.range ?? fail(), [], ['quickfix']);
    const moved = `One more line\n\n${TRAM}`;
    await client.change(uri, { text: moved });
    const resolved = await client.ask<CodeAction>('codeAction/resolve', action);
    expect(applied(uri, moved, resolved)).toBe(`One more line\n\n${TRAM.replace(`${COMMENT}\n`, '')}`);
    await client.change(uri, { text: TRAM.replace(COMMENT, '') });
    await expect(client.ask('codeAction/resolve', action)).rejects.toThrow(/has changed/);
  });

  test('of all that is safe is offered where it is asked for', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect((await actionsAt(uri, range, [])).map(({ kind }) => kind)).not.toContain('source.fixAll.onrecord');
    const [action] = await actionsAt(uri, range, [], ['source.fixAll']);
    expect(action).toMatchObject({ kind: 'source.fixAll.onrecord' });
    expect(applied(uri, TRAM, action ?? fail())).toBe(TRAM.replace(`${COMMENT}\n`, ''));
  });
});

function fail(): never {
  throw new Error('nothing to go on with');
}
