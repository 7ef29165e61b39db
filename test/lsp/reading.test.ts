import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hover, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import type { Sources } from '../../server/src/service';
import { Client, LIKE_VSCODE, until } from './client';
import { LOG, TRAM } from './texts';

let client: Client;
let count = 0;
const fresh = (extension = 'article') => `file:///paper/story-${++count}.${extension}`;

beforeAll(async () => {
  client = await Client.start({ initializationOptions: { status: true } });
});
afterAll(async () => {
  await client.stop();
});

/** The position of the first of `words` in a text. */
function positionOf(text: string, words: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const hover = (uri: string, words: string, text = TRAM): Promise<Hover | null> =>
  client.ask('textDocument/hover', { textDocument: { uri }, position: positionOf(text, words) });

describe('hover', () => {
  test('on a quote says who said it, as a card in Markdown', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const found = await hover(uri, 'We will');
    expect(found?.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/^\*\*Ana Ruiz\*\*/) });
    expect(found?.range).toMatchObject({ start: positionOf(TRAM, '“We will') });
  });

  test('is plain text where the client knows no Markdown', async () => {
    const { textDocument, ...rest } = LIKE_VSCODE;
    const plain = await Client.start({ capabilities: { ...rest, textDocument: { ...textDocument, hover: {} } } });
    const uri = fresh();
    await plain.open(uri, TRAM);
    const found = await plain.ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position: positionOf(TRAM, 'We will') });
    expect(found?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^Ana Ruiz/) });
    await plain.stop();
  });

  test('says nothing where there is nothing', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    expect(await hover(uri, 'Council')).toBeNull();
  });
});

describe('semantic tokens', () => {
  test('come whole, as what has changed, and for a range', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const whole = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
    expect(whole.data.length).toBeGreaterThan(5 * 4);

    const end = positionOf(TRAM, '\n\nBy');
    await client.change(uri, { range: { start: { line: 0, character: 0 }, end }, text: '“No tram,” said Bo Lind' });
    const delta = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri },
      previousResultId: whole.resultId,
    });
    const patched = [...whole.data];
    for (const { start, deleteCount, data } of [...delta.edits].reverse()) patched.splice(start, deleteCount, ...(data ?? []));
    expect(patched).toEqual(await client.tokens(uri));
    expect(delta.edits).not.toEqual([]);

    const again = await client.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri },
      previousResultId: (await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } })).resultId,
    });
    expect(again.edits).toEqual([]);

    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const part = await client.ask<SemanticTokens>('textDocument/semanticTokens/range', { textDocument: { uri }, range });
    expect(part.data.length).toBeGreaterThan(0);
    expect(patched.slice(0, part.data.length)).toEqual(part.data);
    expect(part.data.length).toBeLessThan(patched.length);
  });

  test('of an unknown earlier result come whole', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const answer = await client.ask<SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri },
      previousResultId: 'x',
    });
    expect(answer.data).toEqual(await client.tokens(uri));
  });
});

describe('what is read', () => {
  const stateOf = (uri: string) => client.statuses.filter((status) => status.uri === uri).at(-1);

  test.each(['plaintext', 'markdown'])('is %s that reads like an article, and the client is told', async (language) => {
    const uri = fresh('txt');
    await client.open(uri, TRAM, language);
    expect(await client.tokens(uri)).not.toEqual([]);
    await until(() => stateOf(uri) !== undefined);
    expect(stateOf(uri)).toMatchObject({ state: 'on', counts: { quotes: 1 } });
  });

  test('is no log, unless it is called an article', async () => {
    const uri = fresh('txt');
    await client.open(uri, LOG, 'plaintext');
    expect(await client.tokens(uri)).toEqual([]);
    expect(await client.diagnostics(uri)).toEqual([]);
    await until(() => stateOf(uri) !== undefined);
    expect(stateOf(uri)).toMatchObject({ state: 'not-prose', looks: 'data' });
    const article = fresh();
    await client.open(article, LOG);
    await client.tokens(article);
    await until(() => stateOf(article)?.state === 'on');
  });

  test('is turned off and on for a file', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    expect(await client.tokens(uri)).not.toEqual([]);
    const refreshed = client.refreshes.tokens;
    await client.connection.sendNotification('onrecord/setFile', { uri, on: false });
    expect(await client.tokens(uri)).toEqual([]);
    await until(() => stateOf(uri)?.state === 'off-for-file' && client.refreshes.tokens > refreshed);
    await client.connection.sendNotification('onrecord/setFile', { uri, on: true });
    expect(await client.tokens(uri)).not.toEqual([]);
  });

  test('follows the settings as they change', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    expect(await client.tokens(uri)).not.toEqual([]);
    client.settings = { enable: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.tokens(uri)).toEqual([]);
    client.settings = { minimumConfidence: 1 };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const unsure = await hover(uri, 'said Ana');
    expect(JSON.stringify(unsure?.contents ?? '')).not.toContain('Quoted directly');
    client.settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.tokens(uri)).not.toEqual([]);
  });

  test('stays on while a draft becomes a list', async () => {
    const uri = fresh('txt');
    await client.open(uri, TRAM, 'plaintext');
    expect(await client.tokens(uri)).not.toEqual([]);
    await client.change(uri, { text: '- “Yes,” said Ana Ruiz.\n- two\n- three' });
    expect(await client.tokens(uri)).not.toEqual([]);
  });
});

describe('the sources of an article', () => {
  const sources = (params: unknown) => client.ask<Sources | null>('onrecord/sources', params);

  test('come for an article that is open, as it stands now', async () => {
    const uri = fresh();
    await client.open(uri, TRAM);
    const before = await sources({ textDocument: { uri } });
    expect(before?.title).toBe('Council backs tram line');
    expect(before?.speakers.map(({ name, unnamed }) => [name, unnamed])).toEqual([
      ['Ana Ruiz', false],
      ['A source close to the council', true],
    ]);
    expect(before?.utterances[0]?.place.start).toEqual(positionOf(TRAM, '“We will'));
    await client.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Old ' });
    expect((await sources({ textDocument: { uri } }))?.title).toBe('Old Council backs tram line');
  });

  test('come for one that is not open, with its text, if it reads like one', async () => {
    const closed = await sources({ textDocument: { uri: 'file:///paper/closed.txt' }, text: TRAM });
    expect(closed?.speakers).toHaveLength(2);
    expect(await sources({ textDocument: { uri: 'file:///paper/worker.txt' }, text: LOG })).toBeNull();
  });

  test('are to be asked for again when something else than the text has changed', async () => {
    let told = 0;
    client.connection.onNotification('onrecord/sources/refresh', () => void told++);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(() => told > 0);
  });

  test('are nothing where nothing is read, or the question makes no sense', async () => {
    const uri = fresh('txt');
    await client.open(uri, LOG, 'plaintext');
    for (const params of [{ textDocument: { uri } }, {}, null, { text: 7 }, { text: TRAM }, { textDocument: { uri: 7 }, text: TRAM }]) {
      expect(await sources(params)).toBeNull();
    }
  });
});
