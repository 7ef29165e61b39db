import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createService, PLAINEST, type Service } from '../service';
import { type ClientTraits, traitsOf } from './abilities';
import { keepAnnotations } from './annotations/keeping';
import { isSidecar } from './annotations/sidecar';
import { ConfigurationDesk, isConfigurationFile } from './configuration-desk';
import { DiagnosticsDesk } from './diagnostics';
import { OpenDocument } from './document';
import { type ListedFile, mayBeArticle } from './listed-files';
import { OpenArticle } from './open-article';
import { Rehearsal } from './rehearsal';
import { codeActionRequests } from './requests/code-actions';
import { codeLensRequests } from './requests/code-lenses';
import { completionRequests } from './requests/completion';
import type { Counter, Requests } from './requests/counter';
import { documentLinkRequests } from './requests/document-links';
import { hoverRequests } from './requests/hover';
import { inlayHintRequests } from './requests/inlay-hints';
import { navigationRequests } from './requests/navigation';
import { pageTextRequests } from './requests/page-text';
import { quotedPasteRequests } from './requests/quoted-paste';
import { semanticTokenRequests } from './requests/semantic-tokens';
import { sourcesRequests } from './requests/sources';
import { SettingsDesk } from './settings-desk';
import { EvidenceDesk } from './sources/evidence-desk';
import type { ListFolder } from './sources/folders';
import type { ReadPdf } from './sources/pdf';
import { SpeakerIndex } from './speaker-index';
import { SetFileNotification } from './state';
import { StatusDesk } from './status';
import { Timers } from './timers';

/** What the server needs of where it runs. */
export interface Host {
  readonly version: string;
  /** Where the rules' pages are, ending in a slash; null where nobody knows. */
  readonly rulePages: string | null;
  /** The text of the file at an address; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Writes a file of this machine, all of it or nothing; false where the address is none of this machine's. Rejects where it can't be written. */
  write(uri: string, text: string): Promise<boolean>;
  /** The files of a folder that may be articles; undefined where this machine cannot look into it. */
  list(folder: string): Promise<readonly ListedFile[] | undefined>;
  /** What lies in a folder; undefined where there is none, or it is out of reach. */
  readonly listFolder: ListFolder;
  /** Reads the text of PDFs; null where that can’t be done. */
  readonly readPdf: ReadPdf | null;
  /** Resolves once messages that have already come in have been handled. */
  turn(): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Gives back memory that is not needed, where the machine lets one; called when nothing has been wanted for a while. */
  tidy?(): void;
}

/** How long nothing is wanted until typing is rehearsed, in milliseconds. */
const IDLE = 400;
/** How long nothing is wanted until memory is tidied, in milliseconds. */
const REST = 4_000;

/** How many quiet turns tell that a burst of messages is over. */
const QUIET_TURNS = 6;

/** Serves one client over `connection` until it closes. */
export function serve(connection: Connection, host: Host): void {
  let traits: ClientTraits = traitsOf({ processId: null, rootUri: null, capabilities: {} }, host.rulePages);
  let service: Service = createService(PLAINEST);
  let folders: readonly string[] = [];
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
  const evidence = new EvidenceDesk({
    connection,
    traits: () => traits,
    read: (uri) => configurations.readAnywhere(uri),
    readPdf: host.readPdf,
    list: host.listFolder,
    turn: () => host.turn(),
    now: () => host.now(),
    changed: (uri) => {
      diagnostics.changed(uri);
      diagnostics.refresh();
      for (const group of requests) group.refresh?.();
    },
    complain,
  });
  const status = new StatusDesk(connection);
  const rehearsal = new Rehearsal({ service: () => service, turn: () => host.turn(), now: () => host.now() });
  const idle = new Timers((error) => complain('rehearsing', error));
  const speakers = new SpeakerIndex({
    connection,
    service: () => service,
    traits: () => traits,
    folders: openFolders,
    list: (folder) => host.list(folder),
    read: (uri) => configurations.readAnywhere(uri),
    isChecked: (uri) => configurations.checks(uri),
    wanted: (uri) => wanted.get(uri),
    open: () => [...articles.values()].filter((open) => open.isOn()),
    isOn: async (folder) => (await settings.of(folder)).enable,
    turn: () => host.turn(),
    now: () => host.now(),
    complain,
  });
  const annotations = keepAnnotations({
    connection,
    traits: () => traits,
    read: (uri) => host.read(uri),
    write: (uri, text) => host.write(uri, text),
    openOf: (uri) => articles.get(uri),
    authorOf: async (uri) => (await settings.of(uri)).author || null,
    service: () => service,
    changed: (uri) => reconsider([uri]),
    complain,
  });
  const tokens = semanticTokenRequests();
  const requests: readonly Requests[] = [
    hoverRequests,
    tokens,
    codeActionRequests,
    sourcesRequests(),
    inlayHintRequests(),
    codeLensRequests(),
    completionRequests,
    ...navigationRequests(speakers),
    ...annotations.requests,
    documentLinkRequests,
    quotedPasteRequests,
    pageTextRequests,
  ];

  const documents = new TextDocuments({
    create: (uri, languageId, version, text) =>
      new OpenDocument(uri, String(languageId), version, typeof text === 'string' ? text : '', traits.abilities.encoding),
    update: (document: OpenDocument, changes, version) => document.changed(changes, version),
  });

  /** The article of a document that is open and read; null for any other. Waits until a burst of changes is over. */
  async function articleOf(uri: unknown, token: CancellationToken): Promise<OpenArticle | null> {
    const open = typeof uri === 'string' ? articles.get(uri) : undefined;
    if (!open) return null;
    rehearsal.interrupt();
    idle.later('tidying', REST, () => host.tidy?.());
    const own = await settings.of(open.document.uri);
    const configuration = await configurations.of(open.document.uri, own.rules);
    open.configure(configuration);
    await annotations.desk.of(open.document.uri);
    let seen = open.document;
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await host.turn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (open.document !== seen) turns = 0;
      seen = open.document;
    }
    if (articles.get(open.document.uri) !== open) return null;
    open.judge(annotations.desk.verdictsOf(open.document.uri));
    const verdict = open.verdict({ settings: own, wanted: wanted.get(open.document.uri) });
    if (verdict.state === 'on') evidence.attend(open, configuration.settings.checked ? configuration.settings.sources : []);
    status.tell(open, verdict);
    if (verdict.state !== 'on') return null;
    if (!rehearsal.isOver)
      idle.later('rehearsal', IDLE, () =>
        open.isOn() && articles.get(open.document.uri) === open ? rehearsal.goOn(open.read(), configuration) : undefined,
      );
    return open;
  }

  const diagnostics = new DiagnosticsDesk({
    connection,
    now: () => host.now(),
    service: () => service,
    traits: () => traits,
    articleOf,
    areOn: async (uri) => (await settings.of(uri)).findings,
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

  const counter: Counter = {
    connection,
    service: () => service,
    traits: () => traits,
    configurations,
    articleOf,
    answering,
    settingsOf: ({ document: { uri } }) => settings.of(uri),
    folders: () => folders,
    // The door for the transcripts and documents beside an article.
    sourceFiles: async (open) => evidence.filesFor(open),
    pageText: (uri) => evidence.pageText(uri),
    now: () => host.now(),
    showOptions: async ({ document: { uri } }) => ({ minimumConfidence: (await settings.of(uri)).minimumConfidence }),
    complain,
  };

  /** The folders that are open now, as far as the client tells. */
  async function openFolders(): Promise<readonly string[]> {
    const now = traits.hasFolders ? await connection.workspace.getWorkspaceFolders().catch(() => null) : null;
    return now?.map(({ uri }) => uri) ?? folders;
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    traits = traitsOf(params, host.rulePages);
    service = createService(traits.abilities);
    for (const [uri, on] of traits.files) wanted.set(uri, on);
    settings.ask(traits.hasConfiguration);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    configurations.open(folders);
    annotations.desk.open(folders, traits.unsaved);
    evidence.open(folders);
    status.show(traits.showsStatus);
    return {
      serverInfo: { name: 'On Record', version: host.version },
      capabilities: {
        positionEncoding: traits.abilities.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...Object.assign({}, ...requests.map((group) => group.capabilities(traits))),
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
    annotations.desk.start();
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
    for (const group of requests) group.refresh?.();
  }

  connection.onDidChangeConfiguration((params) => {
    settings.changed(params?.settings);
    speakers.reconsider();
    reconsider();
  });

  connection.onDidChangeWatchedFiles((params) => {
    const files = Array.isArray(params?.changes) ? params.changes.map(({ uri }) => uri) : [];
    evidence.filesChanged(files);
    speakers.changed(files.filter(mayBeArticle));
    annotations.desk.changed(files);
    const others = files.filter((uri) => !mayBeArticle(uri) && !isSidecar(uri));
    if (others.length === 0) return;
    speakers.reconsider();
    const touched = configurations.changed(others);
    if (touched.length > 0) reconsider(touched);
  });

  connection.onNotification(SetFileNotification, (params) => {
    const { uri, on } = (params ?? {}) as { uri?: unknown; on?: unknown };
    if (typeof uri !== 'string') return;
    if (typeof on === 'boolean') wanted.set(uri, on);
    else wanted.delete(uri);
    speakers.changed([uri]);
    reconsider([uri]);
  });

  documents.onDidOpen(({ document }) => {
    if (isConfigurationFile(document.uri)) return;
    articles.set(document.uri, new OpenArticle(service, document, () => annotations.desk.placed(document.uri)));
    annotations.desk.opened(document);
  });
  documents.onDidChangeContent(({ document }) => {
    // Comes after opening, too.
    if (isConfigurationFile(document.uri)) return reconsider(configurations.edited(document));
    rehearsal.interrupt();
    articles.get(document.uri)?.update(document, host.now());
    annotations.desk.edited(document);
    evidence.textChanged(document.uri, document.text);
    diagnostics.changed(document.uri);
  });
  documents.onDidSave(({ document }) => annotations.desk.saved(document.uri));
  documents.onDidClose(({ document }) => {
    evidence.closed(document.uri);
    evidence.textChanged(document.uri, null);
    articles.delete(document.uri);
    annotations.desk.closed(document.uri);
    settings.forget(document.uri);
    const touched = configurations.closed(document.uri);
    if (touched.length > 0) reconsider(touched);
    status.forget(document.uri);
    tokens.forget(document.uri);
    diagnostics.closed(document.uri);
  });

  for (const group of requests) group.listen(counter);
  diagnostics.listen(answering);
  documents.listen(connection);
  connection.listen();
}
