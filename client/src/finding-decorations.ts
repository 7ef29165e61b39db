import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  MarkdownString,
  OverviewRulerLane,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

/** How each severity is underlined, told apart by the line as well as by the colour; the colours are themes' to change. */
const LINES: readonly (readonly [severity: DiagnosticSeverity, line: string, colour: string])[] = [
  [DiagnosticSeverity.Error, 'wavy 1.5px', 'findingError'],
  [DiagnosticSeverity.Warning, 'wavy 1px', 'findingWarning'],
  [DiagnosticSeverity.Information, 'dashed 1px', 'findingInfo'],
  [DiagnosticSeverity.Hint, 'dotted 1px', 'findingHint'],
];

/** Underlines findings in the text and keeps them out of the Problems panel, for documents whose setting `onrecord.findings` asks for that. */
export class FindingDecorations implements Disposable {
  /** What is drawn, by the document's address; only documents that are drawn here are in it. */
  private readonly drawn = new Map<string, readonly Diagnostic[]>();
  private readonly changes = new EventEmitter<Uri>();
  /** The findings that are drawn in a document have changed. */
  readonly onDidChange = this.changes.event;
  private readonly types = new Map<DiagnosticSeverity, TextEditorDecorationType>(
    LINES.map(([severity, line, colour]) => [
      severity,
      window.createTextEditorDecorationType({
        textDecoration: `underline ${line} var(--vscode-onrecord-${colour})`,
        overviewRulerColor: new ThemeColor(`onrecord.${colour}`),
        overviewRulerLane: OverviewRulerLane.Right,
      }),
    ]),
  );
  private readonly subscriptions: Disposable[] = [
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) this.draw(editor);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.drawn.delete(uri.toString())),
  ];

  /** Stands between the server's answers and VS Code: takes the findings of documents that are drawn here, and hands on all others. */
  readonly middleware: DiagnosticProviderMiddleware = {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = uriOf(document);
      const key = uri.toString();
      const own = isDrawn(uri);
      // What was shown elsewhere has to come whole again: “unchanged” would leave it where it was.
      const moved = own !== this.drawn.has(key);
      const report = await next(document, moved ? undefined : previousResultId, token);
      if (!own) {
        this.show(uri, null);
        return report;
      }
      if (report?.kind !== 'full') return report;
      this.show(uri, report.items);
      return { ...report, items: [] };
    },
  };

  /** The findings that are drawn in a document; undefined where VS Code shows them. */
  of(uri: Uri): readonly Diagnostic[] | undefined {
    return this.drawn.get(uri.toString());
  }

  dispose(): void {
    for (const item of [this.changes, ...this.types.values(), ...this.subscriptions]) item.dispose();
  }

  /** Remembers and draws a document's findings; null where they are not drawn here. */
  private show(uri: Uri, findings: readonly Diagnostic[] | null): void {
    const key = uri.toString();
    if (findings === null && !this.drawn.has(key)) return;
    this.drawn.set(key, findings ?? []);
    for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === key) this.draw(editor);
    if (findings === null) this.drawn.delete(key);
    this.changes.fire(uri);
  }

  private draw(editor: TextEditor): void {
    const findings = this.drawn.get(editor.document.uri.toString());
    if (!findings) return;
    for (const [severity, type] of this.types) {
      const own = findings.filter((finding) => finding.severity === severity);
      editor.setDecorations(
        type,
        own.map((finding) => ({ range: finding.range, hoverMessage: cardOf(finding) })),
      );
    }
  }
}

const isDrawn = (uri: Uri): boolean => workspace.getConfiguration('onrecord', uri).get('findings') === 'decorations';

const uriOf = (document: TextDocument | Uri): Uri => (document instanceof Uri ? document : document.uri);

/** What a finding says, as plain text, and a link to its rule. */
function cardOf({ message, code }: Diagnostic): MarkdownString {
  const card = new MarkdownString().appendText(message);
  if (typeof code === 'object') card.appendMarkdown(`\n\n[${code.value}](${code.target.toString()})`);
  return card;
}
