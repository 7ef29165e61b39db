import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { Client, until } from './client';
import { TRAM } from './texts';

let client: Client;
let count = 0;
const fresh = () => `file:///paper/hard-${++count}.article`;
const start = { line: 0, character: 0 };

beforeAll(async () => {
  client = await Client.start();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});
afterEach(async () => {
  // Whatever happened: the server lives and answers.
  const uri = fresh();
  await client.open(uri, TRAM);
  expect(await client.tokens(uri)).not.toEqual([]);
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
});

/** Asks everything of a document; the answers only have to come. */
async function askEverything(uri: string): Promise<void> {
  await client.ask('textDocument/hover', { textDocument: { uri }, position: start });
  await client.tokens(uri);
  await client.diagnostics(uri);
  await client.ask('textDocument/codeAction', { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } });
}

describe('the server lives through', () => {
  const paragraphs = (size: number) => 'The mayor said on Monday that the “long” tunnel would cost 40 million crowns. '.repeat(size / 78);

  test.each<[string, () => string]>([
    ['nothing at all', () => ''],
    ['one line end', () => '\n'],
    ['null bytes in an article', () => TRAM.replaceAll('.', '.\u0000')],
    ['lone surrogates', () => `“\ud83d” said Ana \ude00 Ruiz.\n${TRAM}\ud800`],
    ['line ends of every kind', () => TRAM.replace(/\n/g, (_, at: number) => ['\r\n', '\r', '\n'][at % 3] ?? '\n')],
    ['right-to-left text', () => `قال الوزير «لن نقبل» يوم الاثنين.\n\n“\u202Eabc\u202C,” said דוד כהן.\n${TRAM}`],
    ['ten thousand quotation marks', () => '“"‘'.repeat(3_300)],
    ['marks nested deeply', () => `${'(“‘['.repeat(10_000)}${']’”)'.repeat(10_000)}`],
    ['a paragraph of a hundred thousand characters', () => paragraphs(100_000)],
  ])('%s', async (_, text) => {
    const uri = fresh();
    await client.open(uri, text());
    await askEverything(uri);
    await client.change(uri, { range: { start, end: start }, text: '“' });
    await askEverything(uri);
  });

  test.each<[string, () => string, RegExp]>([
    ['a binary', () => `\u0000\u0001\u0002PNG${'\u0000\ufffd'.repeat(5000)}`, /does not look like text/],
    ['one line of ten million characters', () => 'a'.repeat(10_000_000), /longer than five million/],
    ['fifty million characters', () => 'The mayor said no.\n\n'.repeat(2_500_000), /longer than five million/],
  ])('%s, which it declines and says so', async (_, text, message) => {
    const uri = fresh();
    await client.open(uri, text());
    await askEverything(uri);
    expect(await client.tokens(uri)).toEqual([]);
    await until(() => client.messages.some((shown) => message.test(shown.message)));
    await client.change(uri, { range: { start, end: start }, text: 'x' });
    await askEverything(uri);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  });

  test('documents that it does not know', async () => {
    await askEverything('file:///nowhere.article');
    await client.change('file:///nowhere.article', { text: 'x' });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.article' } });
  });

  test('parameters that make no sense', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const methods = [
      'textDocument/hover',
      'textDocument/semanticTokens/range',
      'textDocument/codeAction',
      'textDocument/diagnostic',
      'codeAction/resolve',
    ];
    const nonsense = [
      {},
      { textDocument: null },
      { textDocument: { uri: 7 } },
      { textDocument: { uri }, position: 'x', range: { start: 1 } },
      { textDocument: { uri }, position: { line: -5, character: 1e99 }, range: { start, end: { line: null } }, context: null },
    ];
    for (const method of methods) {
      for (const params of nonsense) {
        await client.ask(method, params).then(
          () => undefined,
          () => undefined,
        );
      }
    }
    const forged = { title: 'x', data: { uri, version: 1, code: '__proto__', span: [-1, 1e9], words: '', title: 'x' } };
    await expect(client.ask('codeAction/resolve', forged)).rejects.toThrow(/has changed/);
    await client.connection.sendNotification('textDocument/didOpen', {});
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: fresh() } });
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 } });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [null, { range: {} }, { text: 5 }],
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 4 },
      contentChanges: [{ range: { start: { line: 99, character: 99 }, end: start }, text: '' }],
    });
    await client.connection.sendNotification('onrecord/setFile', { uri: null });
    await client.connection.sendNotification('onrecord/setFile', null);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {});
    await client.connection.sendNotification('no/such/thing', { a: 1 });
    await expect(client.ask('no/such/thing', {})).rejects.toThrow();
    await askEverything(uri);
  });

  test('requests that are called off', async () => {
    const uri = fresh();
    await client.open(uri, paragraphs(200_000));
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } }, source.token);
    source.cancel();
    await expect(asked).rejects.toThrow(/cancel/i);
  });

  test('a document that closes while it is being asked about', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const asked = client.ask('textDocument/semanticTokens/full', { textDocument: { uri } });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await asked).toBeNull();
  });
});
