import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const dist = resolve(import.meta.dirname, '../../dist');

/** What VS Code says of itself, as far as it matters here. */
export const LIKE_VSCODE: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: { relatedDocumentSupport: true },
    completion: {
      completionItem: {
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail'] },
        insertReplaceSupport: true,
      },
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
  },
};

/** An editor that pushes only: what many small clients are. */
export const PLAIN: ClientCapabilities = {};

/** How a test's client starts. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What it answers for the section `onrecord`. */
  readonly settings?: unknown;
  /** The command line behind `node`; the server bundle by default. */
  readonly command?: readonly string[];
  /** The address of the folder that is open. */
  readonly folder?: string;
}

/** A real client over standard input and output, that remembers what the server sends it. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: ShowMessageParams[] = [];
  readonly log: LogMessageParams[] = [];
  readonly statuses: { uri: string; state: string; counts?: { findings: number } }[] = [];
  readonly refreshes = { diagnostics: 0, tokens: 0, hints: 0, lenses: 0 };
  /** The methods of all that the server has asked of it. */
  readonly asked: string[] = [];
  /** The methods that the server has registered for. */
  readonly registered: string[] = [];
  settings: unknown;
  private version = 0;

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  /** Starts the server and says hello. */
  static async start({
    capabilities = LIKE_VSCODE,
    initializationOptions,
    settings,
    command,
    folder,
  }: ClientOptions = {}): Promise<Client> {
    const child = spawn(process.execPath, [...(command ?? [resolve(dist, 'server.js'), '--stdio'])], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const early: ((client: Client) => void)[] = [];
    let client: Client | undefined;
    const note = (act: (client: Client) => void) => {
      if (client) act(client);
      else early.push(act);
    };
    connection.onNotification('textDocument/publishDiagnostics', (params) => note(({ published }) => published.push(params)));
    connection.onNotification('window/showMessage', (params) => note(({ messages }) => messages.push(params)));
    connection.onNotification('window/logMessage', (params) => note(({ log }) => log.push(params)));
    connection.onNotification('onrecord/status', (params) => note(({ statuses }) => statuses.push(params)));
    connection.onRequest('workspace/configuration', ({ items }) => {
      note(({ asked }) => asked.push('workspace/configuration'));
      return items.map(() => client?.settings ?? settings ?? null);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      note(({ registered, asked }) => {
        asked.push('client/registerCapability');
        registered.push(...registrations.map(({ method }) => method));
      });
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => note(({ refreshes }) => refreshes.diagnostics++));
    connection.onRequest('workspace/semanticTokens/refresh', () => note(({ refreshes }) => refreshes.tokens++));
    connection.onRequest('workspace/inlayHint/refresh', () => note(({ refreshes }) => refreshes.hints++));
    connection.onRequest('workspace/codeLens/refresh', () => note(({ refreshes }) => refreshes.lenses++));
    connection.onUnhandledNotification(() => undefined);
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder ? [{ uri: folder, name: 'newsroom' }] : null,
      capabilities,
      initializationOptions,
    });
    client = new Client(child, connection, initialized);
    client.settings = settings;
    await connection.sendNotification('initialized', {});
    for (const act of early) act(client);
    return client;
  }

  /** Asks, and waits for the answer. */
  ask<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Opens a document; its address tells its language unless `languageId` does. */
  async open(uri: string, text: string, languageId = 'article'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: ++this.version, text } });
  }

  /** Changes a document: ranges of it, or without a range the whole. */
  async change(uri: string, ...contentChanges: { range?: Range; text: string }[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++this.version }, contentChanges });
  }

  /** Pulls a document's diagnostics. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.ask<{ items?: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    return report.items ?? [];
  }

  /** The numbers of a document's semantic tokens; none where it is not read. */
  async tokens(uri: string): Promise<number[]> {
    return (await this.ask<{ data: number[] } | null>('textDocument/semanticTokens/full', { textDocument: { uri } }))?.data ?? [];
  }

  /** Ends the server as the protocol says; the code that its process leaves. */
  async stop(): Promise<number | null> {
    const exited = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await exited;
    this.connection.dispose();
    return code;
  }

  /** Ends the process at once, whatever it is doing. */
  kill(): void {
    this.process.kill('SIGKILL');
    this.connection.dispose();
  }
}

/** Waits until `holds` does, looking every few milliseconds; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
