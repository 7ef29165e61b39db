import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../lsp/client';

/** What the wire carried, in bytes. */
export interface Traffic {
  readonly sent: number;
  readonly received: number;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A change as the protocol has it. */
export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** A client that does after each change what an editor does: asks for the colours that have changed and for the findings; and counts what that costs. */
export class MeteredClient {
  private uri = '';
  private tokensId: string | undefined;
  private findingsId: string | undefined;
  private received = 0;
  private sent = 0;

  private constructor(private readonly client: Client) {
    client.process.stdout?.on('data', (chunk: Buffer) => {
      this.received += chunk.length;
    });
    const stdin = client.process.stdin;
    if (!stdin) throw new Error('the server has no input');
    const write = stdin.write.bind(stdin);
    stdin.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      this.sent += Buffer.byteLength(chunk);
      return write(chunk, ...rest);
    }) as typeof stdin.write;
  }

  /** Starts the server of a build; resolves once it has answered. */
  static async start(dist = 'dist'): Promise<MeteredClient> {
    return new MeteredClient(await Client.start({ command: [path.resolve(dist, 'server.js'), '--stdio'] }));
  }

  /** Opens a document, which from here on is the one at hand. */
  async open(uri: string, text: string): Promise<void> {
    this.uri = uri;
    await this.client.open(uri, text);
  }

  /** Asks for all colours and findings, as right after opening. */
  async all(): Promise<void> {
    const textDocument = { uri: this.uri };
    const [tokens, findings] = await Promise.all([
      this.client.ask<{ resultId?: string }>('textDocument/semanticTokens/full', { textDocument }),
      this.client.ask<{ resultId?: string }>('textDocument/diagnostic', { textDocument }),
    ]);
    this.tokensId = tokens.resultId;
    this.findingsId = findings.resultId;
  }

  /** Sends changes and asks for what they changed; milliseconds until both answers are in. */
  async edit(...changes: Change[]): Promise<number> {
    const textDocument = { uri: this.uri };
    const start = performance.now();
    await this.client.change(this.uri, ...changes);
    const [tokens, findings] = await Promise.all([
      this.client.ask<{ resultId?: string }>('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: this.tokensId }),
      this.client.ask<{ resultId?: string }>('textDocument/diagnostic', { textDocument, previousResultId: this.findingsId }),
    ]);
    const took = performance.now() - start;
    this.tokensId = tokens.resultId;
    this.findingsId = findings.resultId;
    return took;
  }

  /** Sends changes and waits for nothing. */
  async send(...changes: Change[]): Promise<void> {
    await this.client.change(this.uri, ...changes);
  }

  traffic(): Traffic {
    return { sent: this.sent, received: this.received };
  }

  /** What the server keeps resident, in megabytes; NaN where the system does not say. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.client.process.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  async stop(): Promise<void> {
    await this.client.stop();
  }
}
