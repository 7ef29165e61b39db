import { commands, type Disposable, type ExtensionContext, env, l10n, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { articleReport } from '../../../server/src/report/article-report';
import { folderReport } from '../../../server/src/report/folder-report';
import type { Sources } from '../../../server/src/report/sources';
import type { ArticleFeed } from '../sources/article-feed';
import { readFolder } from './folder';
import { isFromPage, reportPage, type ToPage } from './report-page';

/** Reports in panels: one beside the article that follows the article before the person, and one on a folder. */
export class Reports implements Disposable {
  private panel: WebviewPanel | undefined;
  /** What the panel shows now. */
  private shown: { readonly uri: Uri; readonly report: string } | undefined;
  private readonly icon: { readonly light: Uri; readonly dark: Uri };
  private readonly subscriptions: Disposable[];

  /** @param sourcesOf asks the server of an article that is not open */
  constructor(
    { extensionUri }: ExtensionContext,
    private readonly feed: ArticleFeed,
    private readonly sourcesOf: (uri: Uri, text: string) => Promise<Sources | null>,
  ) {
    const picture = (name: string) => Uri.joinPath(extensionUri, 'media', name);
    this.icon = { light: picture('article-light.svg'), dark: picture('article-dark.svg') };
    this.subscriptions = [
      window.registerWebviewPanelSerializer('onrecord.report', { deserializeWebviewPanel: async (panel) => this.adopt(panel) }),
      commands.registerCommand('onrecord.showReport', () => this.showReport()),
      commands.registerCommand('onrecord.showFolderReport', (folder?: Uri) => this.showFolderReport(folder)),
      feed.onDidChange(() => this.update()),
    ];
  }

  private showReport(): void {
    if (!this.feed.current?.sources) {
      window.showInformationMessage(l10n.t('Open an article, then ask for its report.'));
      return;
    }
    if (this.panel) this.panel.reveal(undefined, true);
    else this.adopt(this.open('onrecord.report', '', ViewColumn.Beside));
  }

  /** Takes a panel that is new, or that was there when the window was last closed. */
  private adopt(panel: WebviewPanel): void {
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = undefined;
    });
    panel.webview.onDidReceiveMessage((message) => {
      if (this.shown && isFromPage(message) && 'go' in message) show(this.shown.uri, new Range(...message.go));
    });
    this.update();
  }

  /** Shows the article as it is now; where none is read, the last report stays. */
  private update(): void {
    const fed = this.feed.current;
    if (!this.panel || !fed?.sources) return;
    const { uri, sources } = fed;
    const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const report = articleReport(sources, { say: l10n.t, file, places: 'lead' }).text;
    const first = this.shown === undefined;
    this.shown = { uri, report };
    this.panel.title = l10n.t('Report: {0}', file);
    if (first) this.panel.webview.html = pageOf(this.panel.title, report);
    else this.panel.webview.postMessage({ report } satisfies ToPage);
  }

  private async showFolderReport(folder: Uri | undefined): Promise<void> {
    const articles = await readFolder(folder, this.sourcesOf);
    if (!articles) return;
    const { name, read } = articles;
    if (read.length === 0) {
      window.showInformationMessage(l10n.t('There are no articles in “{0}”.', name));
      return;
    }
    const title = l10n.t('Report: {0}', name);
    const panel = this.open('onrecord.folderReport', title, ViewColumn.Active);
    panel.webview.onDidReceiveMessage((message) => {
      const chosen = isFromPage(message) && 'file' in message ? read.find(({ file }) => file === message.file) : undefined;
      if (chosen) show(chosen.uri);
    });
    panel.webview.html = pageOf(title, folderReport(read, { say: l10n.t, file: name, places: 'lead' }).text);
  }

  private open(kind: string, title: string, viewColumn: ViewColumn): WebviewPanel {
    // Kept while it is out of sight, so that it is where it was when it comes back.
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true, retainContextWhenHidden: true };
    const panel = window.createWebviewPanel(kind, title, { viewColumn, preserveFocus: true }, options);
    panel.iconPath = this.icon;
    return panel;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel?.dispose();
  }
}

const pageOf = (title: string, report: string): string => reportPage({ language: env.language, title, nonce: crypto.randomUUID(), report });

/** Shows an article, at a place if one is given: in the editor that has it, else in the first column. */
async function show(uri: Uri, selection?: Range): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? ViewColumn.One, ...(selection && { selection }) });
}
