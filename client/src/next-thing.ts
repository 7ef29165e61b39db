import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  StatusBarAlignment,
  type Uri,
  window,
} from 'vscode';
import { count, words } from '../../server/src/report/say';
import type { Sources } from '../../server/src/report/sources';
import type { FindingDecorations } from './finding-decorations';
import type { ArticleFeed } from './sources/article-feed';

/** Who a finding is from, as VS Code shows it. */
const SOURCE = 'On Record';

/** The longest name of a thing to do that the status bar shows, in UTF-16 units. */
const LONGEST = 44;

/** In the status bar: how many speak in the article and how often, and the one next thing to do. Pressing it goes there. */
export class NextThing implements Disposable {
  private readonly item = window.createStatusBarItem('onrecord.next', StatusBarAlignment.Left, -10);
  private readonly titles: Readonly<Record<string, string>>;
  private readonly subscriptions: Disposable[];

  constructor(
    { extension }: ExtensionContext,
    private readonly feed: ArticleFeed,
    private readonly drawn: FindingDecorations,
  ) {
    this.titles = ruleTitles(extension.packageJSON);
    this.item.name = 'On Record';
    this.item.command = 'onrecord.nextThing';
    this.subscriptions = [
      this.item,
      feed.onDidChange(() => this.draw()),
      languages.onDidChangeDiagnostics(({ uris }) => uris.some((uri) => uri.toString() === feed.current?.uri.toString()) && this.draw()),
      drawn.onDidChange((uri) => uri.toString() === feed.current?.uri.toString() && this.draw()),
      commands.registerCommand('onrecord.nextThing', () => this.goToNext()),
    ];
  }

  private draw(): void {
    const fed = this.feed.current;
    if (!fed?.sources) {
      this.item.hide();
      return;
    }
    const found = this.thingsToDo(fed.uri);
    const [next] = found;
    const counts = countsOf(fed.sources);
    const title = next && this.titleOf(next);
    this.item.text = `$(quote) ${counts} ${title === undefined ? '$(check)' : `$(arrow-right) ${shortened(title)}`}`;
    const todo = next ? l10n.t('Next: {0}, line {1}', title ?? '', next.range.start.line + 1) : l10n.t('Nothing left to do');
    const lines = [counts, detailsOf(fed.sources), count(l10n.t, found.length, '{0} finding', '{0} findings'), todo];
    this.item.tooltip = ['On Record', ...lines].join('\n');
    this.item.accessibilityInformation = { label: `On Record: ${lines.join(', ')}`, role: 'button' };
    this.item.show();
  }

  /** What there is to do in an article: its findings but for hints, the gravest first, then in the order of the text. */
  private thingsToDo(uri: Uri): Diagnostic[] {
    return [...(this.drawn.of(uri) ?? languages.getDiagnostics(uri))]
      .filter(({ source, severity }) => source === SOURCE && severity !== DiagnosticSeverity.Hint)
      .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
  }

  private titleOf({ code, message }: Diagnostic): string {
    const rule = String(typeof code === 'object' ? code.value : code);
    return this.titles[rule] ?? message;
  }

  /** Goes to the gravest thing to do; from there, and from any other, to the one after it. */
  private async goToNext(): Promise<void> {
    const uri = this.feed.current?.uri;
    const found = uri ? this.thingsToDo(uri) : [];
    const [first] = found;
    if (!uri || !first) {
      window.showInformationMessage(l10n.t('On Record has found nothing to do here.'));
      return;
    }
    const { selection } = editorOf(uri) ?? {};
    const here = selection ? found.findIndex(({ range }) => range.isEqual(selection)) : -1;
    await window.showTextDocument(uri, { selection: (found[(here + 1) % found.length] ?? first).range });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const editorOf = (uri: Uri) => window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());

/** The rules' names in the reader's language: VS Code has translated them with the settings that they stand in. */
function ruleTitles(manifest: unknown): Readonly<Record<string, string>> {
  const { contributes } = manifest as { contributes: { configuration: unknown } };
  const groups = [contributes.configuration].flat() as {
    properties?: Record<string, { properties?: Record<string, { description?: string }> }>;
  }[];
  const rules = groups.flatMap(({ properties }) => Object.entries(properties?.['onrecord.rules']?.properties ?? {}));
  return Object.fromEntries(rules.flatMap(([code, { description }]) => (description ? [[code, description]] : [])));
}

const countsOf = ({ speakers, quotes }: Sources): string =>
  [count(l10n.t, speakers.length, '{0} speaker', '{0} speakers'), count(l10n.t, quotes, '{0} quote', '{0} quotes')].join(', ');

function detailsOf({ words: length, speakers, claims }: Sources): string {
  const unnamed = speakers.filter((speaker) => speaker.unnamed).length;
  const open = claims.filter(({ needsSource }) => needsSource).length;
  return [
    words(l10n.t, length),
    l10n.t('{0} unnamed', unnamed),
    count(l10n.t, open, '{0} claim needs a source', '{0} claims need a source'),
  ].join(', ');
}

const shortened = (title: string): string => (title.length <= LONGEST ? title : `${title.slice(0, title.lastIndexOf(' ', LONGEST))}…`);
