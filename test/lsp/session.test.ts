import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Client, LIKE_VSCODE, PLAIN } from './client';
import { TRAM } from './texts';

const uri = 'file:///paper/tram.article';

describe('the server', () => {
  test('says who it is and what it can do', async () => {
    const client = await Client.start();
    expect(client.initialized.serverInfo?.name).toBe('On Record');
    expect(client.initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      codeActionProvider: { resolveProvider: true },
      semanticTokensProvider: { full: { delta: true }, range: true },
      diagnosticProvider: { interFileDependencies: false },
    });
    expect(await client.stop()).toBe(0);
  });

  test('is the same from the command line', async () => {
    const command = [resolve(import.meta.dirname, '../../dist/cli.js'), 'server', '--stdio'];
    const client = await Client.start({ command });
    await client.open(uri, TRAM);
    expect(await client.tokens(uri)).not.toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  test('leaves pulling, and lazy fixes, to clients that can', async () => {
    const client = await Client.start({ capabilities: PLAIN });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    await client.stop();
  });

  test.each([
    [['utf-32', 'utf-16'], 'utf-32'],
    [['utf-8'], 'utf-8'],
    [['latin-1', 'utf-16'], 'utf-16'],
    [undefined, 'utf-16'],
  ])('counts characters as the client prefers: %s', async (positionEncodings, chosen) => {
    const general = positionEncodings && { positionEncodings };
    const client = await Client.start({ capabilities: { ...LIKE_VSCODE, ...(general ? { general } : { general: {} }) } });
    expect(client.initialized.capabilities.positionEncoding).toBe(chosen);
    await client.stop();
  });

  test('ends with an error when the client leaves without a word', async () => {
    const client = await Client.start();
    const code = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendNotification('exit');
    expect(await code).toBe(1);
  });

  test('ends when the client is gone', async () => {
    const client = await Client.start();
    const code = new Promise((resolve) => client.process.once('exit', resolve));
    client.process.stdin?.end();
    expect(await code).not.toBeNull();
  });
});
