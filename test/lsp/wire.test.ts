import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const server = resolve(import.meta.dirname, '../../dist/server.js');
const runs = { numRuns: Math.min(300, Number(process.env.PROPERTY_RUNS ?? 4)) };

const message = (body: unknown): string => {
  const text = JSON.stringify(body);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const initialize = message({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
const opened = message({
  jsonrpc: '2.0',
  method: 'textDocument/didOpen',
  params: { textDocument: { uri: 'file:///a.article', languageId: 'article', version: 1, text: '“No,” said Ana Ruiz.' } },
});

const start = (): ChildProcess => spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });

/** Resolves with what the server has written, once that holds `wanted`. */
function written(child: ChildProcess, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(wanted)) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} after “${text}”`)));
  });
}

/** Each case starts a server, which may take seconds on a busy machine: the limit is for a server that hangs. */
const timeout = 30_000 + runs.numRuns * 6_000;

describe('on the wire', { timeout }, () => {
  test('a client that goes away in the middle of a message takes the server with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(initialize.length + opened.length), async (length) => {
        const child = start();
        const exited = once(child, 'exit');
        child.stdin?.end((initialize + opened).slice(0, length));
        const [code, signal] = await exited;
        expect([typeof code, signal]).toEqual(['number', null]);
      }),
      runs,
    );
  });

  test('messages cut anywhere into pieces are read as they were sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(initialize.length), { maxLength: 8 }), async (cuts) => {
        const child = start();
        const answered = written(child, 'serverInfo');
        let from = 0;
        for (const cut of [...cuts].sort((a, b) => a - b)) {
          child.stdin?.write(initialize.slice(from, cut));
          from = Math.max(from, cut);
          await new Promise((resolve) => setImmediate(resolve));
        }
        child.stdin?.write(initialize.slice(from));
        expect(await answered).toContain('"id":1');
        const exited = once(child, 'exit');
        child.stdin?.end();
        await exited;
      }),
      runs,
    );
  });

  test.each<[string, string]>([
    ['a body that is no JSON', 'Content-Length: 5\r\n\r\nhello'],
    ['a body that is no message', message(7)],
    ['a list of messages', message([{ jsonrpc: '2.0', id: 5, method: 'shutdown' }])],
    ['an answer to nothing', message({ jsonrpc: '2.0', id: 99, result: null })],
    ['a header more', `Content-Type: text/plain; charset=utf-8\r\n${message({ jsonrpc: '2.0', method: '$/nothing' })}`],
  ])('after %s the server still answers', async (_, nonsense) => {
    const child = start();
    const answered = written(child, 'serverInfo');
    child.stdin?.write(nonsense);
    child.stdin?.write(initialize);
    expect(await answered).toContain('"id":1');
    const exited = once(child, 'exit');
    child.stdin?.end();
    await exited;
  });
});
