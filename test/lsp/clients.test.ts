import { describe, expect, test } from 'vitest';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Client, LIKE_VSCODE, PLAIN, until } from './client';

const uri = 'file:///paper/ferry.article';

/** With characters of one, two, three and four bytes before what is looked at. */
const FERRY = `Ferry to return

“😀 Façade — we promised the islanders a boat,” Mayor Ana Ruiz told reporters.

The repair has cost the town more than 3 million crowns since 2019.

“Nobody asked the fishermen, said Peter Dahl.
`;
const LINES = FERRY.split('\n');

const codesOf = (diagnostics: readonly { code?: unknown }[] = []) => diagnostics.map(({ code }) => code);

async function fixOf(client: Client, start: string): Promise<CodeAction> {
  const range = { start: { line: 4, character: 0 }, end: { line: 6, character: 5 } };
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
  const action = actions.find(({ title }) => title.startsWith(start));
  if (!action) throw new Error(`no fix “${start}…” among ${actions.map(({ title }) => title).join(' | ')}`);
  return action.edit ? action : client.ask<CodeAction>('codeAction/resolve', action);
}

describe('a bare-bones client, which says nothing of itself', () => {
  test('gets what the protocol grants every client, and is asked for nothing', async () => {
    const client = await Client.start({ capabilities: PLAIN });
    const { capabilities } = client.initialized;
    expect(capabilities.positionEncoding).toBe('utf-16');
    expect(capabilities.diagnosticProvider).toBeUndefined();

    await client.open(uri, FERRY);
    await until(() => client.published.length > 0);
    const [{ diagnostics } = { diagnostics: [] }] = client.published;
    expect(codesOf(diagnostics)).toEqual(expect.arrayContaining(['claim/unsourced', 'quote/unclosed']));

    const position = { line: 2, character: 12 };
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    expect(JSON.stringify(hover.contents)).toContain('Ana Ruiz');
    expect(JSON.stringify(hover.contents)).not.toMatch(/\*\*|\]\(/);

    for (const title of ['Add a source at the end', 'Close the quote after']) {
      const edit: WorkspaceEdit = (await fixOf(client, title)).edit ?? {};
      expect(edit.documentChanges).toBeUndefined();
      expect(Object.keys(edit.changes ?? {})).toEqual([uri]);
      expect(JSON.stringify(edit)).not.toContain('${');
    }
    expect(client.asked).toEqual([]);
    expect(client.log).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  test('may change settings by sending them', async () => {
    const client = await Client.start({ capabilities: PLAIN });
    await client.open(uri, FERRY);
    await until(() => client.published.length > 0);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { onrecord: { diagnostics: false } } });
    await until(() => client.published.at(-1)?.diagnostics.length === 0);
    await client.stop();
  });
});

describe('a client that can do everything', () => {
  const ABLE = {
    ...LIKE_VSCODE,
    workspace: { ...LIKE_VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
  };

  test('pulls, is asked for its settings, and is registered with', async () => {
    const client = await Client.start({ capabilities: ABLE, folder: 'file:///paper' });
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    await client.open(uri, FERRY);
    expect(codesOf(await client.diagnostics(uri))).toEqual(expect.arrayContaining(['claim/unsourced', 'quote/unclosed']));
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 12 } });
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**Ana Ruiz**') });
    const { edit } = await fixOf(client, 'Attribute to Ana Ruiz');
    expect(edit?.changes).toBeUndefined();
    expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    await until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
    expect(client.registered).toContain('workspace/didChangeConfiguration');
    expect(client.asked).toContain('workspace/configuration');
    expect(client.published).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  test.each([
    ['utf-8', (text: string) => Buffer.byteLength(text)],
    ['utf-16', (text: string) => text.length],
    ['utf-32', (text: string) => [...text].length],
  ] as const)('gets and gives positions in %s', async (encoding, width) => {
    const client = await Client.start({ capabilities: { ...ABLE, general: { positionEncodings: [encoding] } } });
    await client.open(uri, FERRY);
    const line = LINES[2] ?? '';
    const at = (words: string) => ({ line: 2, character: width(line.slice(0, line.indexOf(words))) });
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: at('boat') });
    expect(hover.range).toMatchObject({ start: { line: 2, character: 0 }, end: at(' Mayor') });
    // An edit in the client's own units lands where it is meant to.
    await client.change(uri, { range: { start: at('Ana'), end: at(' told') }, text: 'Ida Brekke' });
    const after = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: at('boat') });
    expect(JSON.stringify(after.contents)).toContain('Ida Brekke');
    await client.stop();
  });
});
