import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, SymbolInformation } from 'vscode-languageserver-protocol';
import { Client, LIKE_VSCODE, PLAIN } from './client';

const story = (who: string): string =>
  `Pier opens in the town\n\n“It is ours and it stays where it is,” said ${who}, the mayor of the town, on Monday. The rain had stopped by then.\n`;

const WATCHING: ClientCapabilities = {
  ...LIKE_VSCODE,
  workspace: { ...LIKE_VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let folder: string;
let client: Client;

const start = async (capabilities: ClientCapabilities): Promise<void> => {
  client = await Client.start({ capabilities, folder: pathToFileURL(folder).href });
};
const write = async (name: string, text: string): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return pathToFileURL(file).href;
};
const search = async (query: string): Promise<string[]> =>
  (await client.ask<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onrecord-symbols-'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a search over the folder', () => {
  test('finds speakers of every article, open or not, and none of what is left out', async () => {
    await write('.gitignore', 'old/\n');
    await write('.git/HEAD', 'ref: refs/heads/main\n');
    await write('.onrecord.json', JSON.stringify({ root: true, exclude: ['drafts/'] }));
    await write('pier.article', story('Ana Ruiz'));
    await write('2024/boat.md', `# Boats\n\n${story('Tom Hale')}`);
    await write('2024/notes.txt', 'eggs\nmilk\nNora Quill\n');
    await write('drafts/pier.article', story('Ana Draft'));
    await write('old/pier.article', story('Ana Old'));
    await write('node_modules/x/pier.md', story('Ana Module'));
    await write('sources/talk.txt', story('Ana Source'));
    await start(WATCHING);
    expect(await search('ana')).toEqual(['Ana Ruiz']);
    expect(await search('tom')).toEqual(['Tom Hale']);
    expect(await search('quill')).toEqual([]);
    expect(await search('xyz')).toEqual([]);
    const [found] = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'hale' });
    expect(found).toMatchObject({ containerName: 'Boats', location: { range: { start: { line: 4 } } } });
  });

  test('follows what changes on disk, where the client tells of it', async () => {
    const uri = await write('pier.article', story('Ana Ruiz'));
    await start(WATCHING);
    expect(await search('ruiz')).toEqual(['Ana Ruiz']);
    await write('pier.article', story('Nora Quill'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    expect(await search('ruiz')).toEqual([]);
    expect(await search('quill')).toEqual(['Nora Quill']);
    await rm(path.join(folder, 'pier.article'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    expect(await search('quill')).toEqual([]);
  });

  test('takes what stands in the editor over what is on disk', async () => {
    const uri = await write('pier.article', story('Ana Ruiz'));
    await start(WATCHING);
    await client.open(uri, story('Nora Quill'));
    await client.diagnostics(uri);
    expect(await search('ruiz')).toEqual([]);
    expect(await search('quill')).toEqual(['Nora Quill']);
  });

  test('needs no folder, and no more of a client than the protocol asks', async () => {
    client = await Client.start({ capabilities: PLAIN });
    expect(await search('ana')).toEqual([]);
    expect(await client.ask('workspace/symbol', { query: null })).toEqual([]);
  });
});

describe('where the server cannot look into the folder', () => {
  test('the client finds and reads the articles', async () => {
    const uri = 'vscode-vfs://host/paper/pier.article';
    client = await Client.start({
      capabilities: WATCHING,
      folder: 'vscode-vfs://host/paper',
      initializationOptions: { findsArticles: true, readsFiles: true },
    });
    client.connection.onRequest('onrecord/findArticles', ({ endings, most }) => (most > 0 && endings.includes('.article') ? [uri, 7] : []));
    client.connection.onRequest('onrecord/readFile', (params) => (params.uri === uri ? story('Ana Ruiz') : null));
    expect(await search('ruiz')).toEqual(['Ana Ruiz']);
  });

  test('and cannot ask, only what is open is searched', async () => {
    client = await Client.start({ capabilities: PLAIN, folder: 'vscode-vfs://host/paper' });
    expect(await search('ruiz')).toEqual([]);
  });
});
