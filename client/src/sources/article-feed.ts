import { type Disposable, EventEmitter, type TextDocument, type TextEditor, type Uri, window, workspace } from 'vscode';
import type { Sources } from '../../../server/src/report/sources';
import { isReadable } from '../languages';

/** How long the person rests from typing before the article is looked at again, in milliseconds. */
const REST = 300;

/** What is known of the article before the person. */
export interface Fed {
  readonly uri: Uri;
  /** Null where the article is not read. */
  readonly sources: Sources | null;
}

/**
 * Keeps up with the sources of the article that the person is at: asks for them when another comes up, when the person rests from typing, and when
 * told to. While a panel or a view has the focus, it stays with the last article.
 */
export class ArticleFeed implements Disposable {
  private readonly changes = new EventEmitter<Fed | null>();
  /** Null where there is no article. */
  readonly onDidChange = this.changes.event;
  private document: TextDocument | undefined;
  private fed: Fed | null = null;
  private told = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable[];

  constructor(private readonly ask: (document: TextDocument) => Promise<Sources | null>) {
    this.subscriptions = [
      this.changes,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      workspace.onDidChangeTextDocument(({ document }) => document === this.document && this.refresh()),
      workspace.onDidCloseTextDocument((document) => document === this.document && this.follow(undefined, true)),
    ];
  }

  /** Takes up the editor that is active now. */
  start(): void {
    this.follow(window.activeTextEditor, true);
  }

  /** The article that the person is at; null where there is none. */
  get current(): Fed | null {
    return this.fed;
  }

  private follow(editor: TextEditor | undefined, gone = false): void {
    // A webview or a view, the output: the person is still at the article.
    if (!editor ? !gone : editor.document.uri.scheme === 'output') return;
    const document = editor && isReadable(editor.document) ? editor.document : undefined;
    if (document === this.document && document !== undefined) return;
    this.document = document;
    this.refresh(0);
  }

  /** Asks again after `wait` milliseconds, or later where the person goes on typing. */
  refresh(wait = REST): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.pull(), wait);
  }

  private async pull(): Promise<void> {
    const { document } = this;
    const version = document?.version;
    const sources = document ? await this.ask(document).catch(() => null) : null;
    // It has moved on meanwhile, and will be asked about again.
    if (document !== this.document || document?.version !== version) return;
    this.fed = document ? { uri: document.uri, sources } : null;
    const news = JSON.stringify([document?.uri.toString(), sources]);
    if (news === this.told) return;
    this.told = news;
    this.changes.fire(this.fed);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
