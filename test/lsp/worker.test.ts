import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Hover, InitializeResult, SemanticTokens } from 'vscode-languageserver-protocol';
import { LIKE_VSCODE } from './client';
import { TRAM } from './texts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** The server's bundle for browsers, in a world that has what a worker has and nothing of Node. */
class Worker {
  private readonly world: Record<string, unknown>;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private count = 0;

  constructor(dist: string) {
    this.world = createContext({
      MessageChannel,
      performance,
      setTimeout,
      clearTimeout,
      TextDecoder,
      TextEncoder,
      URL,
      atob,
      console,
      addEventListener: () => undefined,
      postMessage: (message: Message) => this.receive(message),
    });
    this.world.self = this.world;
    runInContext(readFileSync(resolve(dist, 'web/server.js'), 'utf8'), this.world as ReturnType<typeof createContext>);
    const weights = readdirSync(resolve(dist, 'model')).filter((name) => name.endsWith('.bin'));
    this.deliver(Object.fromEntries(weights.map((name) => [name, new Uint8Array(readFileSync(resolve(dist, 'model', name)))])));
  }

  ask<R>(method: string, params: unknown): Promise<R> {
    const id = ++this.count;
    this.send({ id, method, params });
    return new Promise((resolve) => this.answers.set(id, (result) => resolve(result as R)));
  }

  send(message: object): void {
    this.deliver({ jsonrpc: '2.0', ...message });
  }

  private deliver(data: object): void {
    const { onmessage } = this.world as { onmessage?: (event: { data: object }) => void };
    onmessage?.({ data });
  }

  private receive(message: Message): void {
    if (message.id === undefined) return;
    // A question of the server's own: for settings and the like.
    if (message.method !== undefined) this.send({ id: message.id, result: message.method === 'workspace/configuration' ? [null] : null });
    else this.answers.get(message.id)?.(message.result);
  }
}

test('the server runs in a browser’s worker, without Node', async () => {
  const worker = new Worker(resolve(import.meta.dirname, '../../dist'));
  const initialized = await worker.ask<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities: LIKE_VSCODE });
  expect(initialized.serverInfo?.name).toBe('On Record');
  worker.send({ method: 'initialized', params: {} });
  const uri = 'vscode-vfs://host/tram.article';
  worker.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'article', version: 1, text: TRAM } } });
  const tokens = await worker.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
  expect(tokens.data.length).toBeGreaterThan(20);
  const hover = await worker.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 4, character: 5 } });
  expect(JSON.stringify(hover.contents)).toContain('Ana Ruiz');
});
