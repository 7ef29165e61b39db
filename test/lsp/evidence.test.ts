import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic, Hover, LocationLink } from 'vscode-languageserver-protocol';
import { column, madePdf } from '../made-pdf';
import { Client, type ClientOptions, LIKE_VSCODE, until } from './client';

const CAPABILITIES: ClientCapabilities = {
  ...LIKE_VSCODE,
  workspace: { ...LIKE_VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
  textDocument: { ...LIKE_VSCODE.textDocument, definition: { linkSupport: true } },
  window: { workDoneProgress: true },
};

const COUNCIL =
  'MAYOR HALE: We have waited eleven years for a new pier.\n\nDR. MARLOWE: The timber is rotten from the second bay outwards.\n';
const STORY = 'Pier to be closed\n\n“The wood is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n';
const ALTERED = 'quote/altered-from-source';

let folder: string;
let client: Client;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const addressOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
  }
}

const start = async (options: ClientOptions = {}): Promise<void> => {
  client = await Client.start({ capabilities: CAPABILITIES, folder: addressOf(''), ...options });
};
const changed = (name: string, type: number): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: addressOf(name), type }] });

/** The finding of a rule in a document, once there is one; asks again whenever the server says that something is new. */
async function found(uri: string, code = ALTERED): Promise<Diagnostic> {
  for (;;) {
    const { diagnostics } = client.refreshes;
    const [finding] = (await client.diagnostics(uri)).filter((one) => one.code === code);
    if (finding) return finding;
    await until(() => client.refreshes.diagnostics > diagnostics);
  }
}

async function gone(uri: string, code = ALTERED): Promise<void> {
  for (;;) {
    const { diagnostics } = client.refreshes;
    if (!(await client.diagnostics(uri)).some((one) => one.code === code)) return;
    await until(() => client.refreshes.diagnostics > diagnostics);
  }
}

describe('the transcripts beside an article', () => {
  test('are read in the background, and a quote that differs from them is reported, mended, shown and gone to', async () => {
    await put({ 'sources/council.txt': COUNCIL });
    await start();
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    const finding = await found(uri);
    expect(finding.message).toContain('has “timber” for “wood” (sources/council.txt, line 3)');
    expect(finding.relatedInformation).toMatchObject([
      { location: { uri: addressOf('sources/council.txt'), range: { start: { line: 2, character: 13 } } } },
    ]);
    const position = { line: 2, character: 10 };
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toContain('~~wood~~ **timber**');
    // Nothing else, so that an editor goes there at once.
    expect(await client.ask<LocationLink[]>('textDocument/definition', { textDocument: { uri }, position })).toMatchObject([
      { targetUri: addressOf('sources/council.txt'), targetSelectionRange: { start: { line: 2 } } },
    ]);
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const fix = await client.ask<CodeAction>(
      'codeAction/resolve',
      actions.find(({ title }) => title.startsWith('Restore the transcript')),
    );
    expect(JSON.stringify(fix.edit)).toContain('"newText":"timber"');
  });

  test('may be PDFs, whose places are told by page, and which are opened, not at a line', async () => {
    await put({ 'sources/survey.pdf': madePdf([column('The Pier Survey'), column('The timber is rotten from the second bay outwards.')]) });
    await start();
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    const finding = await found(uri);
    expect(finding.message).toContain('has “timber” for “wood” (sources/survey.pdf, page 2)');
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(finding.relatedInformation).toEqual([
      {
        location: { uri: addressOf('sources/survey.pdf'), range: top },
        message: 'page 2: The timber is rotten from the second bay outwards',
      },
    ]);
    const position = { line: 2, character: 10 };
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toMatch(/survey\.pdf, page 2/);
    expect(JSON.stringify(hover.contents)).not.toMatch(/survey\.pdf#L/);
    const [definition] = await client.ask<LocationLink[]>('textDocument/definition', { textDocument: { uri }, position });
    expect(definition).toMatchObject({ targetUri: addressOf('sources/survey.pdf'), targetSelectionRange: top });
  });

  test('show a client that can show them the pages of a PDF, and where on them something stands', async () => {
    await put({
      'sources/my survey.pdf': madePdf([column('The Pier Survey'), column('The timber is rotten from the second bay outwards.')]),
    });
    await start({ initializationOptions: { pagesScheme: 'pages' } });
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    const finding = await found(uri);
    const pdf = addressOf('sources/my survey.pdf');
    const pages = `pages:${new URL(pdf).pathname}.txt?${encodeURIComponent(pdf)}`;
    const text = await client.ask<string>('onrecord/pageText', { uri: pdf });
    expect(text).toBe('— Page 1 —\n\nThe Pier Survey\n\n— Page 2 —\n\nThe timber is rotten from the second bay outwards.\n');
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 49 } };
    expect(finding.relatedInformation?.[0]?.location).toEqual({ uri: pages, range });
    const position = { line: 2, character: 10 };
    const [definition] = await client.ask<LocationLink[]>('textDocument/definition', { textDocument: { uri }, position });
    expect(definition).toMatchObject({ targetUri: pages, targetSelectionRange: range });
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toContain(`(<${pages}#L7>)`);
    for (const other of ['sources/none.pdf', 'story.txt', '../secret.pdf'])
      expect(await client.ask('onrecord/pageText', { uri: addressOf(other) })).toBeNull();
    expect(await client.ask('onrecord/pageText', { uri: 7 })).toBeNull();
  });

  test('leave the way from somebody who is mentioned in a quote to who that is', async () => {
    await put({ 'sources/council.txt': 'DR. MARLOWE: The timber that Tom Hale bought is rotten.\n' });
    await start();
    const uri = addressOf('story.txt');
    const story = 'Tom Hale, the mayor, bought timber.\n\n“The wood that Tom Hale bought is rotten,” said the surveyor, Tina Marlowe.\n';
    await client.open(uri, story);
    await found(uri);
    const position = { line: 2, character: 17 };
    const links = await client.ask<LocationLink[]>('textDocument/definition', { textDocument: { uri }, position });
    expect(links.map(({ targetUri }) => targetUri)).toEqual([addressOf('sources/council.txt'), uri]);
  });

  test('are heeded as they come, change and go', async () => {
    await start();
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    expect((await client.diagnostics(uri)).filter(({ code }) => code === ALTERED)).toEqual([]);
    await put({ 'sources/council.txt': COUNCIL });
    await changed('sources/council.txt', 1);
    await found(uri);
    await put({ 'sources/council.txt': COUNCIL.replace('timber', 'wood') });
    await changed('sources/council.txt', 2);
    await gone(uri);
    await put({ 'sources/council.txt': COUNCIL });
    await changed('sources/council.txt', 2);
    await found(uri);
    await rm(path.join(folder, 'sources'), { recursive: true });
    await changed('sources/council.txt', 3);
    await gone(uri);
  });

  test('are heeded as they stand in the editor', async () => {
    await put({ 'sources/council.txt': COUNCIL });
    await start();
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    await found(uri);
    await client.open(addressOf('sources/council.txt'), COUNCIL.replace('timber', 'wood'), 'plaintext');
    await gone(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: addressOf('sources/council.txt') } });
    await found(uri);
  });

  test('are those of the folders that the configuration names, inside the workspace', async () => {
    await put({ '.onrecord.json': '{ "root": true, "sources": ["interviews/", "../elsewhere/"] }', 'interviews/a/council.md': COUNCIL });
    await start();
    const uri = addressOf('stories/story.txt');
    await client.open(uri, STORY);
    expect((await found(uri)).message).toContain('interviews/a/council.md');
    expect(client.log.filter(({ message }) => message.includes('outside the open folders'))).toHaveLength(1);
  });

  test('that cannot be read are told of, and do not stand in the way of others', async () => {
    await put({
      'sources/a.txt': `${'x'.repeat(5_000_001)}`,
      'sources/b.txt': '\0\0\0\0',
      'sources/c.pdf': '%PDF',
      'sources/council.txt': COUNCIL,
    });
    await symlink(path.join(folder, 'sources'), path.join(folder, 'sources/round'));
    await start();
    const uri = addressOf('story.txt');
    await client.open(uri, STORY);
    await found(uri);
    await until(() => client.messages.length > 0);
    expect(client.messages.map(({ message }) => message).join('\n')).toMatch(
      /sources\/a\.txt is larger than 5 MB\..*sources\/b\.txt is no text\./s,
    );
  });

  test('are asked of the client where the server cannot reach them', async () => {
    client = await Client.start({
      capabilities: CAPABILITIES,
      initializationOptions: { readsFiles: true },
      folder: 'vscode-vfs://github/paper',
    });
    client.connection.onRequest('onrecord/listFolder', ({ uri }) =>
      uri === 'vscode-vfs://github/paper/sources' ? [{ name: 'council.txt', folder: false }, { name: '../x', folder: true }, 7] : null,
    );
    client.connection.onRequest('onrecord/readFile', ({ uri }) =>
      uri === 'vscode-vfs://github/paper/sources/council.txt' ? COUNCIL : null,
    );
    const uri = 'vscode-vfs://github/paper/story.txt';
    await client.open(uri, STORY);
    await found(uri);
  });
});
