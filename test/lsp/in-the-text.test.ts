import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeLens, CompletionItem, CompletionList, DocumentLink, InlayHint, Range } from 'vscode-languageserver-protocol';
import { Client, PLAIN, until } from './client';

/** With a role far from its name, somebody who is quoted twice, and a claim of nobody. */
const BANK = `Corvin Bank to open branches

Corvin Bank said on Tuesday that its profits had doubled. “It was a good year,” Ana Ruiz, its director, said.

It rained, and people went home.

“I have waited for this,” Ruiz told reporters.

The bank said that it would open three new branches.

The move has cost the town more than 3 million crowns since 2019.
`;
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const ROLE = { line: 8, character: 'The bank'.length };
const everything = { initializationOptions: { commands: ['onrecord.showReferences', 'onrecord.goToNextPlace'] } };

let client: Client;
let count = 0;
const fresh = () => `file:///paper/written-${++count}.article`;

beforeAll(async () => {
  client = await Client.start(everything);
});
afterAll(async () => {
  await client.stop();
});

const hintsOf = (uri: string, range = WHOLE, of = client) =>
  of.ask<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
const lensesOf = async (uri: string, of = client): Promise<CodeLens[]> => {
  const listed = await of.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  return Promise.all(listed.map((lens) => of.ask<CodeLens>('codeLens/resolve', lens)));
};
const titles = (lenses: readonly CodeLens[]) => lenses.map(({ command }) => command?.title);

describe('inlay hints', () => {
  test('show the name behind a role, and say why when they are asked', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    const [hint] = await hintsOf(uri);
    expect(hint).toMatchObject({ position: ROLE, label: [{ value: 'Corvin Bank', location: { uri } }] });
    expect(hint?.tooltip).toBeUndefined();
    const resolved = await client.ask<InlayHint>('inlayHint/resolve', hint);
    expect(resolved.tooltip).toMatchObject({ value: expect.stringContaining('stands for this speaker') });
  });

  test('of a range are those in it', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    expect(await hintsOf(uri, { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } })).toEqual([]);
    expect(await hintsOf(uri, { start: { line: 8, character: 0 }, end: { line: 8, character: 20 } })).toHaveLength(1);
  });

  test('come with their tooltip where the client asks for nothing later', async () => {
    const plain = await Client.start({ capabilities: PLAIN });
    const uri = fresh();
    await plain.open(uri, BANK);
    expect((await hintsOf(uri, WHOLE, plain))[0]?.tooltip).toMatchObject({ kind: 'plaintext' });
    await plain.stop();
  });

  test('hold still while somebody types: nothing new comes until they rest, and the client is told then', async () => {
    const uri = fresh();
    const start = BANK.replace('The bank said', 'Somebody said');
    await client.open(uri, start);
    expect(await hintsOf(uri)).toEqual([]);
    const told = client.refreshes.hints;
    await client.change(uri, { range: { start: { line: 8, character: 0 }, end: { line: 8, character: 8 } }, text: 'The bank' });
    expect(await hintsOf(uri)).toEqual([]);
    await until(() => client.refreshes.hints > told);
    expect(await hintsOf(uri)).toHaveLength(1);
    await client.change(uri, { range: { start: { line: 8, character: 20 }, end: { line: 8, character: 20 } }, text: 'x' });
    expect(await hintsOf(uri)).toMatchObject([{ position: ROLE }]);
  });

  test('are of the kinds that the person wants', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    const told = client.refreshes.hints;
    client.settings = { hints: { names: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await hintsOf(uri)).toEqual([]);
    await until(() => client.refreshes.hints > told);
    client.settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await hintsOf(uri)).toHaveLength(1);
  });
});

describe('code lenses', () => {
  test('sum up the article and who is quoted often, and lead there', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    const lenses = await lensesOf(uri);
    expect(titles(lenses)).toEqual(['2 quotes', '1 claim needs a source', 'Ruiz: 2 quotes']);
    expect(lenses.map(({ range }) => range.start.line)).toEqual([0, 0, 2]);
    expect(lenses[1]?.command).toMatchObject({ command: 'onrecord.goToNextPlace', arguments: [uri, {}, [{ uri }]] });
  });

  test('are lines to read where the client has no commands', async () => {
    const plain = await Client.start({ capabilities: PLAIN });
    const uri = fresh();
    await plain.open(uri, BANK);
    expect((await lensesOf(uri, plain))[0]?.command).toEqual({ title: '2 quotes', command: '' });
    await plain.stop();
  });

  test('do not jump while somebody types', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    expect(await lensesOf(uri)).toHaveLength(3);
    const told = client.refreshes.lenses;
    const end = { line: 10, character: 0 };
    await client.change(uri, { range: { start: end, end }, text: '“Two,” Ana Lind said. “Three,” Lind said.\n\n' });
    expect(titles(await lensesOf(uri))).toEqual(['2 quotes', '1 claim needs a source', 'Ruiz: 2 quotes']);
    await until(() => client.refreshes.lenses > told);
    expect(titles(await lensesOf(uri))).toEqual(['4 quotes', '1 claim needs a source', 'Ruiz: 2 quotes', 'Lind: 2 quotes']);
  });

  test('count a claim no more once somebody has verified it, and the client is told', async () => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
    const uri = pathToFileURL(path.join(folder, 'bank.article')).href;
    await writeFile(path.join(folder, 'bank.article'), BANK);
    const other = await Client.start({ folder: pathToFileURL(folder).href, settings: { author: 'Ana Ruiz' } });
    await other.open(uri, BANK);
    expect(titles(await lensesOf(uri, other))).toContain('1 claim needs a source');
    const told = other.refreshes.lenses;
    const claim = { start: { line: 10, character: 0 }, end: { line: 10, character: BANK.split('\n')[10]?.length ?? 0 } };
    const argument = { uri, kind: 'verified', note: 'Asked the town.', range: claim };
    await other.ask('workspace/executeCommand', { command: 'onrecord.annotate', arguments: [argument] });
    await until(() => other.refreshes.lenses > told);
    expect(titles(await lensesOf(uri, other))).not.toContain('1 claim needs a source');
    await other.stop();
    await rm(folder, { recursive: true });
  });

  test('are off where the person wants none', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    client.settings = { lenses: { article: false, speakers: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await lensesOf(uri)).toEqual([]);
    client.settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });
});

describe('what is asked in no good order', () => {
  test.each([
    ['textDocument/inlayHint', { textDocument: { uri: 'file:///nowhere' }, range: WHOLE }],
    ['textDocument/inlayHint', { textDocument: { uri: 'file:///paper/written-1.article' }, range: 'all' }],
    ['inlayHint/resolve', { position: 7, label: 'x', data: { uri: 'file:///paper/written-1.article', kind: 'names', name: 'x' } }],
    ['inlayHint/resolve', { position: { line: 0, character: 0 }, label: 'x', data: 9 }],
    ['codeLens/resolve', { range: null, data: { uri: 'file:///paper/written-1.article', key: 'quotes' } }],
    ['codeLens/resolve', { range: WHOLE, data: null }],
    ['textDocument/completion', { textDocument: { uri: 'file:///paper/written-1.article' }, position: { line: -4, character: 1e9 } }],
    ['textDocument/completion', { textDocument: { uri: 'file:///paper/written-1.article' }, position: null }],
    ['completionItem/resolve', { label: 'x', data: { uri: 'file:///paper/written-1.article', name: '__proto__' } }],
  ])('%s is answered all the same', async (method, params) => {
    await client.open('file:///paper/written-1.article', BANK);
    await expect(client.ask(method, params)).resolves.toBeDefined();
  });
});

describe('completion', () => {
  const complete = async (uri: string, text: string, of = client): Promise<CompletionList | null> => {
    const lines = text.split('\n');
    await of.open(uri, text);
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return of.ask('textDocument/completion', { textDocument: { uri }, position, context: { triggerKind: 1 } });
  };

  test('finishes a name, and shows who it is when asked', async () => {
    const list = await complete(fresh(), `${BANK}\nOn Friday Ru`);
    expect(list).toMatchObject({
      isIncomplete: true,
      items: [{ label: 'Ruiz', filterText: 'Ruiz', sortText: '00' }, { label: 'Ana Ruiz' }],
    });
    const [item] = list?.items ?? [];
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.ask<CompletionItem>('completionItem/resolve', item);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**Ana Ruiz**') });
  });

  test('offers a verb and the speakers at hand behind a quote', async () => {
    const list = await complete(fresh(), `${BANK}\n“We are glad,” `);
    expect(list?.items.map(({ label }) => label).slice(0, 2)).toEqual(['said', 'Ruiz said']);
  });

  test('is silent in nearly all places, and where the person wants none', async () => {
    expect(await complete(fresh(), `${BANK}\nOn Friday `)).toBeNull();
    expect(await complete(fresh(), `${BANK}\n“On Friday Ru`)).toBeNull();
    client.settings = { completion: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await complete(fresh(), `${BANK}\nOn Friday Ru`)).toBeNull();
    client.settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  test('brings everything at once to a client that asks for nothing later', async () => {
    const plain = await Client.start({ capabilities: PLAIN });
    const list = await complete(fresh(), `${BANK}\nOn Friday Ru`, plain);
    expect(list?.items[0]).toMatchObject({ textEdit: { newText: 'Ruiz', range: {} }, documentation: { kind: 'plaintext' } });
    await plain.stop();
  });
});

describe('a citation', () => {
  test('is finished with the files that stand beside the article', async () => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
    await mkdir(path.join(folder, 'sources'));
    await writeFile(path.join(folder, 'sources', 'council minutes.txt'), 'MAYOR HALE: We have waited eleven years for a new pier.\n');
    await writeFile(path.join(folder, 'sources', 'budget.txt'), 'The pier costs 3 million crowns.\n');
    const other = await Client.start({ folder: pathToFileURL(folder).href });
    const uri = pathToFileURL(path.join(folder, 'story.article')).href;
    const text = `${BANK}\nIt costs [a lot](minu`;
    await other.open(uri, text);
    const position = { line: text.split('\n').length - 1, character: 'It costs [a lot](minu'.length };
    // The folder is read in the background.
    await expect
      .poll(() => other.ask<CompletionList | null>('textDocument/completion', { textDocument: { uri }, position }), { timeout: 20_000 })
      .toMatchObject({ items: [{ label: 'sources/council%20minutes.txt', textEdit: {} }] });
    await other.stop();
    await rm(folder, { recursive: true });
  });
});

describe('document links', () => {
  const NOTED = `${BANK}\nThe survey is at https://example.org/a and [here](../notes.txt), and not [there](command:evil).[^1]\n\n[^1]: By hand.\n`;
  const targets = async (of: Client): Promise<(string | undefined)[]> => {
    const uri = 'file:///paper/news/noted.article';
    await of.open(uri, NOTED);
    return (await of.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } })).map(({ target }) => target);
  };

  test('lead to the web, to files of the open folder, and to notes and back', async () => {
    const other = await Client.start({ folder: 'file:///paper' });
    expect(await targets(other)).toEqual([
      'https://example.org/a',
      'file:///paper/notes.txt',
      'file:///paper/news/noted.article#L15,1',
      'file:///paper/news/noted.article#L13,96',
    ]);
    await other.stop();
  });

  test('leave out what the client finds by itself, and files where no folder is open', async () => {
    const own = await Client.start({ initializationOptions: { findsLinks: true } });
    expect(await targets(own)).toHaveLength(2);
    await own.stop();
  });
});

describe('pasting as a quote', () => {
  test('is answered with a snippet in the article’s marks, or with nothing where no quote can stand', async () => {
    const uri = fresh();
    await client.open(uri, BANK);
    const ask = (position: unknown, quote: unknown) => client.ask('onrecord/quotedPaste', { textDocument: { uri }, position, quote });
    const quote = { words: 'We will build it.', source: { address: 'https://example.org/a' } };
    expect(await ask({ line: 11, character: 0 }, quote)).toBe('“We will build it.” (https://example.org/a)$0');
    expect(await ask({ line: 2, character: 70 }, quote)).toBeNull();
    expect(await ask({ line: 11, character: 0 }, { words: 7 })).toBeNull();
    expect(await ask(null, quote)).toBeNull();
  });
});
