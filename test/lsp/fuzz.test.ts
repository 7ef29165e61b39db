import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CancellationTokenSource, type ServerCapabilities } from 'vscode-languageserver-protocol';
import { hostileText } from '../unit/strength/hostile';
import { Client, LIKE_VSCODE } from './client';
import { TRAM } from './texts';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 30) };
const uris = [
  'file:///paper/one.article',
  'file:///paper/two.md',
  'untitled:three',
  'file:///paper/.onrecord.json',
  'file:///never/opened.txt',
  'nonsense',
];

/** The requests that a client may send for each thing that the server says it can do. Whatever else a server offers has to be put here, too. */
const METHODS: Readonly<Partial<Record<keyof ServerCapabilities, readonly string[]>>> = {
  hoverProvider: ['textDocument/hover'],
  codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
  semanticTokensProvider: [
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/full/delta',
    'textDocument/semanticTokens/range',
  ],
  diagnosticProvider: ['textDocument/diagnostic'],
  codeLensProvider: ['textDocument/codeLens', 'codeLens/resolve'],
  completionProvider: ['textDocument/completion', 'completionItem/resolve'],
  inlayHintProvider: ['textDocument/inlayHint', 'inlayHint/resolve'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  workspaceSymbolProvider: ['workspace/symbol', 'workspaceSymbol/resolve'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  linkedEditingRangeProvider: ['textDocument/linkedEditingRange'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  documentLinkProvider: ['textDocument/documentLink', 'documentLink/resolve'],
  callHierarchyProvider: ['textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  typeHierarchyProvider: ['textDocument/prepareTypeHierarchy', 'typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
  executeCommandProvider: ['workspace/executeCommand'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  signatureHelpProvider: ['textDocument/signatureHelp'],
  colorProvider: ['textDocument/documentColor'],
  monikerProvider: ['textDocument/moniker'],
};
/** Capabilities that are no requests of documents. */
const OTHERS: readonly string[] = ['positionEncoding', 'textDocumentSync', 'workspace', 'experimental'];

const uri = fc.constantFrom(...uris);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1e99, Number.MAX_SAFE_INTEGER, '', '__proto__', [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);
const number = fc.oneof({ weight: 5, arbitrary: fc.nat(40) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });
const position = fc.oneof(
  { weight: 6, arbitrary: fc.record({ line: number, character: number }) as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: odd },
);
const range = fc.oneof(
  { weight: 6, arbitrary: fc.record({ start: position, end: position }) as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: odd },
);
const item = fc.record(
  {
    uri,
    range,
    selectionRange: range,
    name: odd,
    kind: number,
    data: fc.oneof(odd, fc.record({ uri, version: number, code: odd, span: odd, words: odd, title: odd })),
  },
  { requiredKeys: [] },
);

/** What a request is asked with: what the protocol has for it, bits of it missing or something else. */
const params = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        textDocument: fc.oneof({ weight: 8, arbitrary: fc.record({ uri }) as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd }),
        position,
        positions: fc.array(position, { maxLength: 3 }),
        range,
        context: fc.oneof(
          fc.record({
            diagnostics: fc.array(fc.record({ range, code: odd, message: odd }), { maxLength: 2 }),
            only: fc.constantFrom(undefined, ['quickfix'], ['source.fixAll'], [7]),
          }) as fc.Arbitrary<unknown>,
          odd,
        ),
        previousResultId: odd,
        newName: fc.oneof(hostileText as fc.Arbitrary<unknown>, odd),
        query: odd,
        command: odd,
        arguments: fc.array(odd, { maxLength: 2 }),
        options: odd,
        item,
      },
      { requiredKeys: ['textDocument'] },
    ) as fc.Arbitrary<unknown>,
  },
  { weight: 1, arbitrary: item as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: fc.record({ title: odd, label: odd, data: odd }) as fc.Arbitrary<unknown> },
);

const change = fc.oneof(
  fc.record({ range, text: fc.oneof(hostileText as fc.Arbitrary<unknown>, odd) }),
  fc.record({ text: fc.oneof(hostileText as fc.Arbitrary<unknown>, odd) }),
  odd,
);

type Step =
  | { readonly kind: 'notify'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'ask'; readonly method: number; readonly params: unknown; readonly calledOff: boolean };

const notify = (method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Step> =>
  params.map((params) => ({ kind: 'notify', method, params }));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: notify(
      'textDocument/didOpen',
      fc.record({
        textDocument: fc.record({
          uri,
          languageId: fc.constantFrom('article', 'markdown', 'plaintext', 'html', 7),
          version: number,
          text: fc.oneof(fc.constant(TRAM as unknown), hostileText, odd),
        }),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: notify(
      'textDocument/didChange',
      fc.record({ textDocument: fc.record({ uri, version: number }), contentChanges: fc.array(change, { maxLength: 4 }) }),
    ),
  },
  { weight: 1, arbitrary: notify('textDocument/didClose', fc.record({ textDocument: fc.record({ uri }) })) },
  { weight: 1, arbitrary: notify('textDocument/didSave', fc.record({ textDocument: fc.record({ uri }) })) },
  { weight: 1, arbitrary: notify('workspace/didChangeConfiguration', odd) },
  {
    weight: 1,
    arbitrary: notify(
      'workspace/didChangeWatchedFiles',
      fc.oneof(odd, fc.record({ changes: fc.array(fc.record({ uri, type: number }), { maxLength: 3 }) })),
    ),
  },
  { weight: 1, arbitrary: notify('onrecord/setFile', fc.oneof(odd, fc.record({ uri, on: odd }))) },
  { weight: 1, arbitrary: notify('$/cancelRequest', fc.oneof(odd, fc.record({ id: number }))) },
  { weight: 1, arbitrary: notify('$/setTrace', odd) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('ask' as const), method: fc.nat(), params, calledOff: fc.boolean() }) },
);

describe('whatever a client sends, in whatever order', () => {
  let client: Client;
  let methods: readonly string[];
  beforeAll(async () => {
    client = await Client.start({ capabilities: LIKE_VSCODE, initializationOptions: { status: true } });
    const able = Object.keys(client.initialized.capabilities) as (keyof ServerCapabilities)[];
    // A provider without its requests here would go unfuzzed.
    expect(able.filter((name) => !(name in METHODS) && !OTHERS.includes(name))).toEqual([]);
    methods = [...able.flatMap((name) => METHODS[name] ?? []), 'no/such/request', 'onrecord/noSuchRequest'];
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('the server answers or refuses, and lives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const answers: Promise<unknown>[] = [];
        for (const one of steps) {
          if (one.kind === 'notify') {
            await client.connection.sendNotification(one.method, one.params as object);
            continue;
          }
          const method = methods[one.method % methods.length] ?? '';
          const called = new CancellationTokenSource();
          answers.push(client.connection.sendRequest(method, one.params as object, called.token).catch(() => undefined));
          if (one.calledOff) called.cancel();
        }
        await Promise.all(answers);
        for (const uri of uris) await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        await client.open('file:///paper/after.article', TRAM);
        expect((await client.tokens('file:///paper/after.article')).length).toBeGreaterThan(0);
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///paper/after.article' } });
        expect(client.process.exitCode).toBeNull();
      }),
      runs,
    );
  });
});
