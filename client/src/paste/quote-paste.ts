import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type DataTransfer,
  DataTransferItem,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  env,
  l10n,
  languages,
  type Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { LANGUAGES, SCHEMES } from '../languages';
import { type CopiedFrom, type QuotedWords, quotedWords } from './clip';

/** What is noted on the clipboard of words that are copied in VS Code. */
const COPIED = 'application/vnd.onrecord.copied+json';
const HTML = 'text/html';
const PLAIN = 'text/plain';

/** Not below `text`, so that it yields to whatever is text. */
const KIND = DocumentDropOrPasteEditKind.Empty.append('quote', 'onrecord');

/** Asks the server for the snippet of a quote; null where none can be put there. */
export type QuoteSnippet = (document: TextDocument, at: Range, words: QuotedWords, token: CancellationToken) => Promise<string | null>;

/** Offers to paste words that were copied from a web page or a file of the workspace as a quote with its source. Plain pasting stays what Ctrl+V does. */
export class QuotePaste implements DocumentPasteEditProvider, Disposable {
  private readonly registrations: Disposable[];
  /** What was last noted: a command is not shown the whole of the clipboard. */
  private noted: string | undefined;

  constructor(private readonly snippet: QuoteSnippet) {
    const articles = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ language, scheme })));
    const paste = { providedPasteEditKinds: [KIND], pasteMimeTypes: [COPIED, HTML, PLAIN] };
    const copy = { providedPasteEditKinds: [], copyMimeTypes: [COPIED] };
    this.registrations = [
      languages.registerDocumentPasteEditProvider(
        articles,
        { provideDocumentPasteEdits: this.provideDocumentPasteEdits.bind(this) },
        paste,
      ),
      commands.registerTextEditorCommand('onrecord.pasteQuote', (editor) => this.paste(editor)),
      languages.registerDocumentPasteEditProvider({ language: '*' }, { prepareDocumentPaste: this.prepareDocumentPaste.bind(this) }, copy),
    ];
  }

  /** Notes on the clipboard where words of a file of the workspace are from. */
  prepareDocumentPaste(document: TextDocument, ranges: readonly Range[], data: DataTransfer): void {
    const [range] = ranges;
    if (!range || ranges.length > 1 || range.isEmpty || workspace.getWorkspaceFolder(document.uri) === undefined) return;
    const words = document.getText(range);
    const before = /^\s*/.exec(words)?.[0].length ?? 0;
    const start = document.positionAt(document.offsetAt(range.start) + before);
    const note: CopiedFrom = { file: document.uri.toString(), line: start.line + 1, words };
    this.noted = JSON.stringify(note);
    data.set(COPIED, new DataTransferItem(this.noted));
  }

  /** The quote, beside what VS Code would paste anyway. */
  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    _context: DocumentPasteEditContext,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[]> {
    const [range] = ranges;
    if (!range || ranges.length > 1) return [];
    const [text, html, copied] = await Promise.all([PLAIN, HTML, COPIED].map((type) => data.get(type)?.asString()));
    const fromHere = copied?.includes(JSON.stringify(document.uri.toString()));
    const words = text === undefined || fromHere ? null : quotedWords({ text, html, copied });
    const snippet = words && (await this.snippet(document, range, words, token));
    if (!snippet) return [];
    const edit = new DocumentPasteEdit(new SnippetString(snippet), l10n.t('Paste as a Quote with Its Source'), KIND);
    edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  /** Pastes as a quote by a command: whatever is on the clipboard, with its source where that is known. */
  private async paste(editor: TextEditor): Promise<void> {
    const text = (await env.clipboard.readText()).trim();
    if (text === '') return;
    const { document, selection } = editor;
    const quote = quotedWords({ text, copied: this.noted }) ?? { words: text, source: null };
    const snippet = await this.snippet(document, selection, quote, new CancellationTokenSource().token);
    if (snippet === null) {
      window.showInformationMessage(
        l10n.t('There is no place for a quote here: the cursor stands in one, or On Record does not read this file.'),
      );
      return;
    }
    await editor.insertSnippet(new SnippetString(snippet), selection);
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
  }
}
