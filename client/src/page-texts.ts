import { type Disposable, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { PAGE_TEXT, type ReadFileParams } from './protocol';

/** The scheme of addresses under which the text of PDFs is shown; the address of the PDF itself is the query. */
export const PAGES_SCHEME = 'onrecord-pages';

/** What is asked of the server. */
type Ask = (method: string, params: ReadFileParams) => Promise<string | null>;

/** Shows the text of PDFs beside an article, page by page and to read only: VS Code has no editor for PDFs, and quotes are looked up in their text. */
export function pageTexts(ask: Ask): Disposable {
  const provider: TextDocumentContentProvider = {
    async provideTextDocumentContent({ query }) {
      const text = await ask(PAGE_TEXT, { uri: query });
      return text ?? l10n.t('The text of {0} has not been read yet. Open the article that it lies beside, and come back.', nameOf(query));
    },
  };
  return workspace.registerTextDocumentContentProvider(PAGES_SCHEME, provider);
}

const nameOf = (address: string): string => Uri.parse(address).path.split('/').at(-1) ?? address;
