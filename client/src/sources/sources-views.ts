import { commands, type Disposable, l10n, type Range, type TreeView, type Uri, window, workspace } from 'vscode';
import type { State } from '../protocol';
import type { ArticleFeed, Fed } from './article-feed';
import { NodeTree, type Row } from './node-tree';
import { claimNodes, type Filter, speakerNodes } from './nodes';

/** How long the cursor rests before the views follow it, in milliseconds. */
const REST = 150;

const EVERYTHING: Filter = { unnamedOnly: false, needsSourceOnly: false, text: '' };

/** The Sources view: the speakers of the article before the person, and its claims. */
export class SourcesViews implements Disposable {
  private readonly speakers = new NodeTree();
  private readonly claims = new NodeTree();
  private readonly speakersView: TreeView<Row>;
  private readonly claimsView: TreeView<Row>;
  private filter = EVERYTHING;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Where a row has led: as long as the person stays there, that row stays selected. */
  private went: Range | undefined;
  private readonly subscriptions: Disposable[];

  /** @param stateOf whether an article is read, as far as the server has said */
  constructor(
    private readonly feed: ArticleFeed,
    private readonly stateOf: (uri: string) => State | undefined,
  ) {
    this.speakersView = window.createTreeView('onrecord.speakers', { treeDataProvider: this.speakers, showCollapseAll: true });
    this.claimsView = window.createTreeView('onrecord.claims', { treeDataProvider: this.claims, showCollapseAll: true });
    this.subscriptions = [
      this.speakersView,
      this.claimsView,
      feed.onDidChange(() => this.draw()),
      window.onDidChangeTextEditorSelection(() => this.followLater()),
      this.speakersView.onDidChangeVisibility(() => this.follow()),
      this.claimsView.onDidChangeVisibility(() => this.follow()),
      ...this.commands(),
    ];
    this.draw();
  }

  private commands(): Disposable[] {
    const narrow = (change: Partial<Filter>) => () => this.narrow(change);
    const following = (on: boolean) => () => workspace.getConfiguration('onrecord').update('sources.followCursor', on, true);
    return [
      commands.registerCommand('onrecord.goTo', (uri: Uri, range: Range) => this.goTo(uri, range)),
      commands.registerCommand('onrecord.sources.unnamedOnly', narrow({ unnamedOnly: true })),
      commands.registerCommand('onrecord.sources.everySpeaker', narrow({ unnamedOnly: false })),
      commands.registerCommand('onrecord.sources.needsSourceOnly', narrow({ needsSourceOnly: true })),
      commands.registerCommand('onrecord.sources.everyClaim', narrow({ needsSourceOnly: false })),
      commands.registerCommand('onrecord.sources.filter', () => this.askForText()),
      commands.registerCommand('onrecord.sources.clearFilter', narrow(EVERYTHING)),
      commands.registerCommand('onrecord.sources.follow', following(true)),
      commands.registerCommand('onrecord.sources.stopFollowing', following(false)),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('onrecord.sources.followCursor') && this.follow()),
    ];
  }

  private narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.draw();
  }

  private async askForText(): Promise<void> {
    const text = await window.showInputBox({
      title: l10n.t('Filter Speakers and Claims'),
      prompt: l10n.t('Show what has these words in a name, a quote or a claim; nothing shows everything.'),
      value: this.filter.text,
    });
    if (text !== undefined) this.narrow({ text: text.trim() });
  }

  private draw(): void {
    const fed = this.feed.current;
    const { unnamedOnly, needsSourceOnly, text } = this.filter;
    const sources = fed?.sources ?? null;
    this.speakers.show(fed?.uri ?? null, sources ? speakerNodes(sources, this.filter, l10n.t) : []);
    this.claims.show(fed?.uri ?? null, sources ? claimNodes(sources, this.filter, l10n.t) : []);
    const unnamed = sources?.speakers.filter((speaker) => speaker.unnamed).length ?? 0;
    const open = sources?.claims.filter((claim) => claim.needsSource).length ?? 0;
    this.speakersView.description = unnamed > 0 ? l10n.t('{0} unnamed', unnamed) : '';
    this.claimsView.description = open === 0 ? '' : open === 1 ? l10n.t('{0} needs a source', open) : l10n.t('{0} need a source', open);
    const filtered = (only: string | null): string =>
      [only, text === '' ? null : l10n.t('Filtered by “{0}”', text)].filter((part) => part !== null).join(' · ');
    // Beside a message VS Code shows no welcome, and that is what tells how to get the rows back.
    this.speakersView.message = this.speakers.size > 0 ? filtered(unnamedOnly ? l10n.t('Unnamed speakers only') : null) : '';
    this.claimsView.message = this.claims.size > 0 ? filtered(needsSourceOnly ? l10n.t('Claims that need a source only') : null) : '';
    this.tell('sources.article', this.articleState(fed));
    this.tell('sources.unnamedOnly', unnamedOnly);
    this.tell('sources.needsSourceOnly', needsSourceOnly);
    this.tell('sources.filtered', unnamedOnly || needsSourceOnly || text !== '');
    this.follow();
  }

  /** What VS Code's `when` clauses see: *none*, *unread*, *empty* or *read*. */
  private articleState(fed: Fed | null): string {
    if (!fed) return 'none';
    if (!fed.sources) return this.stateOf(fed.uri.toString()) === undefined ? 'none' : 'unread';
    return fed.sources.utterances.length === 0 ? 'empty' : 'read';
  }

  private tell(key: string, value: unknown): void {
    commands.executeCommand('setContext', `onrecord.${key}`, value);
  }

  private followLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), REST);
  }

  /** Shows the rows that belong to where the cursor is. */
  private follow(): void {
    const editor = window.activeTextEditor;
    const fed = this.feed.current;
    if (!editor || editor.document.uri.toString() !== fed?.uri.toString()) return;
    if (this.went?.isEqual(editor.selection)) return;
    this.went = undefined;
    if (!workspace.getConfiguration('onrecord', editor.document).get('sources.followCursor', true)) return;
    for (const [tree, view] of [[this.speakers, this.speakersView] as const, [this.claims, this.claimsView] as const]) {
      const row = view.visible ? tree.at(editor.selection.active) : undefined;
      if (row && view.selection[0] !== row) Promise.resolve(view.reveal(row, { select: true, focus: false })).catch(() => undefined);
    }
  }

  private async goTo(uri: Uri, range: Range): Promise<void> {
    this.went = range;
    await window.showTextDocument(uri, { selection: range });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
