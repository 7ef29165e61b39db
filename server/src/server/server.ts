import {
  type CancellationToken,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { ACTION_KINDS, type Article, createService, LEGEND, PLAINEST, type Service } from '../service';
import { type ClientTraits, traitsOf } from './abilities';
import { ConfigurationDesk, isConfigurationFile } from './configuration-desk';
import { DiagnosticsDesk } from './diagnostics';
import { isPosition, isRange, OpenDocument } from './document';
import { OpenArticle } from './open-article';
import { SettingsDesk } from './settings-desk';
import { SetFileNotification } from './state';
import { StatusDesk } from './status';
import { TokensDesk } from './tokens';

/** What the server needs of where it runs. */
export interface Host {
  readonly version: string;
  /** Where the rules' pages are, ending in a slash; null where nobody knows. */
  readonly rulePages: string | null;
  /** The text of the file at an address; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Resolves once messages that have already come in have been handled. */
  turn(): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** How many quiet turns tell that a burst of messages is over. */
const QUIET_TURNS = 6;

/** Serves one client over `connection` until it closes. */
export function serve(connection: Connection, host: Host): void {
  let traits: ClientTraits = traitsOf({ processId: null, rootUri: null, capabilities: {} }, host.rulePages);
  let service: Service = createService(PLAINEST);
  const articles = new Map<string, OpenArticle>();
  const wanted = new Map<string, boolean>();
  const settings = new SettingsDesk(connection);
  const configurations = new ConfigurationDesk({
    connection,
    traits: () => traits,
    read: (uri) => host.read(uri),
    now: () => host.now(),
    complain,
  });
  const status = new StatusDesk(connection);
  const tokens = new TokensDesk();

  const documents = new TextDocuments({
    create: (uri, languageId, version, text) =>
      new OpenDocument(uri, String(languageId), version, typeof text === 'string' ? text : '', traits.abilities.encoding),
    update: (document: OpenDocument, changes, version) => document.changed(changes, version),
  });

  /** The article of a document that is open and read; null for any other. Waits until a burst of changes is over. */
  async function articleOf(uri: unknown, token: CancellationToken): Promise<OpenArticle | null> {
    const open = typeof uri === 'string' ? articles.get(uri) : undefined;
    if (!open) return null;
    const own = await settings.of(open.document.uri);
    open.configure(await configurations.of(open.document.uri, own.rules));
    let seen = open.document;
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await host.turn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (open.document !== seen) turns = 0;
      seen = open.document;
    }
    if (articles.get(open.document.uri) !== open) return null;
    const verdict = open.verdict({ settings: own, wanted: wanted.get(open.document.uri) });
    status.tell(open, verdict);
    return verdict.state === 'on' ? open : null;
  }

  const diagnostics = new DiagnosticsDesk({
    connection,
    now: () => host.now(),
    service: () => service,
    traits: () => traits,
    articleOf,
    areOn: async (uri) => (await settings.of(uri)).diagnostics,
  });

  /** Answers `fallback` where a request concerns no article that is read, or goes wrong; the server lives on. */
  function answering<P, R, F>(
    name: string,
    fallback: F,
    answer: (open: OpenArticle, params: P, token: CancellationToken) => Promise<R> | R,
  ) {
    return async (params: P, token: CancellationToken): Promise<R | F> => {
      try {
        const open = await articleOf((params as { textDocument?: { uri?: unknown } } | null)?.textDocument?.uri, token);
        return open ? await answer(open, params, token) : fallback;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        complain(name, error);
        return fallback;
      }
    };
  }

  function complain(what: string, error: unknown): void {
    connection.console.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  const versionOf = ({ document: { uri, version } }: OpenArticle) => ({ uri, version });

  const showOptions = async ({ document: { uri } }: OpenArticle) => ({ minimumConfidence: (await settings.of(uri)).minimumConfidence });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    traits = traitsOf(params, host.rulePages);
    service = createService(traits.abilities);
    for (const [uri, on] of traits.files) wanted.set(uri, on);
    settings.ask(traits.hasConfiguration);
    configurations.open(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
    status.show(traits.showsStatus);
    return {
      serverInfo: { name: 'On Record', version: host.version },
      capabilities: {
        positionEncoding: traits.abilities.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: traits.abilities.lazyEdits },
        semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
        ...(traits.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'onrecord', interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(() => {
    const registering = (error: unknown) => complain('registering', error);
    if (traits.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'onrecord' }).catch(registering);
    }
    configurations.start();
  });

  /** Everything may have to be shown anew. */
  function reconsider(uris: readonly string[] = [...articles.keys()]): void {
    for (const [key, open] of articles) {
      if (!uris.includes(key)) continue;
      open.rejudge();
      diagnostics.changed(key);
    }
    if (traits.refreshesTokens) connection.languages.semanticTokens.refresh().catch((error) => complain('refreshing tokens', error));
    diagnostics.refresh();
  }

  connection.onDidChangeConfiguration((params) => {
    settings.changed(params?.settings);
    reconsider();
  });

  connection.onDidChangeWatchedFiles((params) => {
    const files = Array.isArray(params?.changes) ? params.changes.map(({ uri }) => uri) : [];
    const touched = configurations.changed(files);
    if (touched.length > 0) reconsider(touched);
  });

  connection.onNotification(SetFileNotification, (params) => {
    const { uri, on } = (params ?? {}) as { uri?: unknown; on?: unknown };
    if (typeof uri !== 'string') return;
    if (typeof on === 'boolean') wanted.set(uri, on);
    else wanted.delete(uri);
    reconsider([uri]);
  });

  documents.onDidOpen(({ document }) => {
    if (isConfigurationFile(document.uri)) return;
    articles.set(document.uri, new OpenArticle(service, document));
  });
  documents.onDidChangeContent(({ document }) => {
    // Comes after opening, too.
    if (isConfigurationFile(document.uri)) return reconsider(configurations.edited(document));
    articles.get(document.uri)?.update(document, host.now());
    diagnostics.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    articles.delete(document.uri);
    settings.forget(document.uri);
    const touched = configurations.closed(document.uri);
    if (touched.length > 0) reconsider(touched);
    status.forget(document.uri);
    tokens.forget(document.uri);
    diagnostics.closed(document.uri);
  });

  connection.onHover(
    answering('hover', null, async (open, { position }) =>
      isPosition(position) ? service.hover(open.read(), position, await showOptions(open)) : null,
    ),
  );

  const tokenOptions = async (open: OpenArticle) => ({ ...(await showOptions(open)), findings: open.allFindings() });
  const allTokens = async (open: OpenArticle) => service.semanticTokens(open.read(), undefined, await tokenOptions(open));
  connection.languages.semanticTokens.on(
    answering('semantic tokens', { data: [] }, async (open) => tokens.full(open.document.uri, await allTokens(open))),
  );
  connection.languages.semanticTokens.onDelta(
    answering('semantic tokens', { data: [] }, async (open, { previousResultId }) =>
      tokens.delta(open.document.uri, await allTokens(open), previousResultId),
    ),
  );
  connection.languages.semanticTokens.onRange(
    answering('semantic tokens', { data: [] }, async (open, { range }) => ({
      data: isRange(range) ? service.semanticTokens(open.read(), range, await tokenOptions(open)) : [],
    })),
  );

  const articleActions = answering('code actions', [], async (open, { range, context }: CodeActionParams) => {
    if (!isRange(range)) return [];
    const asked = Array.isArray(context?.diagnostics) ? context.diagnostics.filter(({ range }) => isRange(range)) : [];
    return service.codeActions(open.read(), versionOf(open), range, {
      diagnostics: asked,
      only: context?.only,
      findings: open.allFindings(),
      place: await configurations.placeFor(open.document.uri),
    });
  });
  connection.onCodeAction((params, token) => {
    const uri: unknown = params?.textDocument?.uri;
    return typeof uri === 'string' && isConfigurationFile(uri) ? configurations.actions(uri, params.range) : articleActions(params, token);
  });

  connection.onCodeActionResolve(async (action, token) => {
    const uri = (action?.data as { uri?: unknown } | null | undefined)?.uri;
    const stale = () => new ResponseError<void>(LSPErrorCodes.ContentModified, 'The article has changed since this fix was offered.');
    try {
      const open = await articleOf(uri, token);
      if (!open) return stale();
      const article: Article = open.read();
      return service.resolveCodeAction(article, versionOf(open), action, open.allFindings()) ?? stale();
    } catch (error) {
      if (error instanceof ResponseError) return error;
      complain('resolving a fix', error);
      return stale();
    }
  });

  diagnostics.listen(answering);
  documents.listen(connection);
  connection.listen();
}
