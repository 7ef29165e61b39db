import { commands, type Disposable, type ExtensionContext, l10n, type TextEditor, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State as ClientState, type LanguageClientOptions } from 'vscode-languageclient';
import type { Sources } from '../../server/src/report/sources';
import { ANNOTATE_COMMANDS, Annotations } from './annotations/annotations';
import { Kept } from './annotations/kept';
import { ChosenFiles } from './chosen-files';
import { FindingDecorations } from './finding-decorations';
import { ASKED_LANGUAGES, LANGUAGES, SCHEMES } from './languages';
import { moving } from './moving';
import { NextThing } from './next-thing';
import { PAGES_SCHEME, pageTexts } from './page-texts';
import { QuotePaste } from './paste/quote-paste';
import { PLACE_COMMANDS, placeCommands } from './places';
import {
  LIST_FOLDER,
  QUOTED_PASTE,
  type QuotedPasteParams,
  READ_FILE,
  type ReadFileParams,
  SET_FILE,
  type SetFileParams,
  SOURCES,
  SOURCES_REFRESH,
  type SourcesParams,
  STATUS,
  type StatusParams,
} from './protocol';
import { listFolder, readFile } from './read-file';
import { Reports } from './report/reports';
import { Restarts } from './restarts';
import { ArticleFeed } from './sources/article-feed';
import { SourcesViews } from './sources/sources-views';
import { StatusItems } from './status-items';

/** The VS Code side: runs the server, shows what it says, and turns it on and off. */
export class OnRecord {
  private readonly client: BaseLanguageClient;
  private readonly status = new StatusItems();
  private readonly chosen: ChosenFiles;
  private readonly annotations: Annotations;
  private readonly feed = new ArticleFeed(({ uri }) => this.sourcesOf({ textDocument: { uri: uri.toString() } }));
  private readonly decorations = new FindingDecorations();

  constructor(context: ExtensionContext, createClient: (options: LanguageClientOptions) => BaseLanguageClient) {
    this.chosen = new ChosenFiles(context.workspaceState);
    const restarts = new Restarts();
    const kept = new Kept(context.workspaceState);
    this.client = createClient({
      documentSelector: SCHEMES.flatMap((scheme) => [
        ...[...LANGUAGES, ...ASKED_LANGUAGES].map((language) => ({ language, scheme })),
        { pattern: '**/.onrecord.json', scheme },
      ]),
      initializationOptions: () => ({
        status: true,
        readsFiles: true,
        writesFiles: true,
        annotations: true,
        trusted: workspace.isTrusted,
        unsaved: kept.unsaved(),
        findsArticles: true,
        hasSchema: true,
        findsLinks: true,
        pagesScheme: PAGES_SCHEME,
        commands: [...PLACE_COMMANDS, ...ANNOTATE_COMMANDS],
        files: this.chosen.all(),
        rulePages: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
      }),
      errorHandler: restarts,
      diagnosticPullOptions: { onChange: true, onSave: true },
      markdown: { isTrusted: false, supportHtml: false },
      middleware: this.decorations.middleware,
    });
    this.annotations = new Annotations(this.client, kept, (uri) => this.status.of(uri)?.state === 'on');
    context.subscriptions.push(
      this.status,
      this.decorations,
      this.client.onDidChangeState(({ newState }) => {
        if (newState === ClientState.Running) restarts.started();
      }),
      this.client.onNotification(STATUS, (params: StatusParams) => {
        const before = this.status.of(params.uri)?.state;
        this.status.tell(params);
        if (before !== params.state) this.annotations.reconsider();
        this.annotations.resume();
        if (params.uri === this.feed.current?.uri.toString()) this.feed.refresh();
      }),
      this.client.onNotification(SOURCES_REFRESH, () => this.feed.refresh()),
      this.client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readFile(uri)),
      this.client.onRequest(LIST_FOLDER, ({ uri }: ReadFileParams) => listFolder(uri)),
      this.feed,
      new SourcesViews(this.feed, (uri) => this.status.of(uri)?.state),
      ...moving(this.client),
      new Reports(context, this.feed, (uri, text) => this.sourcesOf({ textDocument: { uri: uri.toString() }, text })),
      new NextThing(context, this.feed, this.decorations),
      ...this.commands(),
      ...placeCommands(this.client),
      new QuotePaste((document, { start }, quote, token) => {
        const params: QuotedPasteParams = { textDocument: { uri: document.uri.toString() }, position: start, quote };
        return this.client.sendRequest<string | null>(QUOTED_PASTE, params, token);
      }),
      this.annotations,
      pageTexts((method, params) => this.client.sendRequest<string | null>(method, params)),
    );
  }

  /** Starts the server; the promise holds once it answers. */
  async start(): Promise<void> {
    await this.client.start();
    this.feed.start();
  }

  /** Who speaks in an article; null where it is none. */
  private sourcesOf(params: SourcesParams): Promise<Sources | null> {
    return this.client.sendRequest<Sources | null>(SOURCES, params);
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.client.dispose();
  }

  private async restart(): Promise<void> {
    if (this.client.state === ClientState.Running) await this.client.stop();
    await this.client.start();
  }

  private commands(): Disposable[] {
    return [
      commands.registerTextEditorCommand('onrecord.toggleFile', (editor) => this.toggleFile(editor)),
      commands.registerCommand('onrecord.toggleWorkspace', () => this.toggleWorkspace()),
      commands.registerCommand('onrecord.restartServer', () => this.restart()),
      commands.registerCommand('onrecord.showLog', () => this.client.outputChannel.show()),
    ];
  }

  private async toggleFile({ document }: TextEditor): Promise<void> {
    const uri = document.uri.toString();
    const state = this.status.of(uri)?.state;
    if (state === 'binary' || state === 'too-large') {
      window.showInformationMessage(
        state === 'binary'
          ? l10n.t('On Record cannot read this file: it is not a text.')
          : l10n.t('On Record cannot read this file: it is longer than five million characters.'),
      );
      return;
    }
    const on = state !== 'on';
    await this.chosen.set(document.uri, on);
    const params: SetFileParams = { uri, on };
    await this.client.sendNotification(SET_FILE, params);
  }

  private async toggleWorkspace(): Promise<void> {
    const settings = workspace.getConfiguration('onrecord', window.activeTextEditor?.document);
    // `false` writes the workspace's settings; without a workspace there are only the person's own.
    await settings.update('enable', !settings.get('enable', true), workspace.workspaceFolders === undefined);
  }
}
