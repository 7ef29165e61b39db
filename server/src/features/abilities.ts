import type { FoldingOptions } from './folding-ranges';
import type { PositionEncoding } from './lines';

/** What a client understands, as far as the features' answers depend on it. */
export interface Abilities {
  readonly encoding: PositionEncoding;
  readonly markup: 'markdown' | 'plaintext';
  /** Snippets in workspace edits (LSP 3.18); without it their placeholders are plain words. */
  readonly snippetEdits: boolean;
  /** Edits bound to a version of their document. */
  readonly documentChanges: boolean;
  /** Edits that ask a person about a change before they make it, also those of a rename. */
  readonly changeAnnotations: boolean;
  /** Links between places instead of bare places. */
  readonly definitionLinks: boolean;
  /** Symbols of a document as a tree. */
  readonly symbolTrees: boolean;
  /** How it folds. */
  readonly folding: FoldingOptions;
  /** Edits that write new files. */
  readonly createsFiles: boolean;
  /** A fix's edit is computed when it is chosen, not when it is listed. */
  readonly lazyEdits: boolean;
  /** The tooltip of an inlay hint is asked for when it is wanted. */
  readonly lazyTooltips: boolean;
  /** A completion's documentation is asked for when it is wanted; else it comes with it. */
  readonly lazyDocumentation: boolean;
  readonly completionMarkup: 'markdown' | 'plaintext';
  /** Tells inserting a completion from replacing the word that the cursor is in. */
  readonly insertsOrReplaces: boolean;
  /** The commands of our own that the client can run. */
  readonly commands: ReadonlySet<string>;
  /** The scheme of addresses under which the client shows the text of documents with pages (PDFs), page by page; null where it shows none. */
  readonly pagesScheme: string | null;
  /** Where the rules' pages are, ending in a slash; null where the client is to be given no links. */
  readonly rulePages: string | null;
}

/** What the protocol grants every client. */
export const PLAINEST: Abilities = {
  encoding: 'utf-16',
  markup: 'plaintext',
  snippetEdits: false,
  documentChanges: false,
  changeAnnotations: false,
  definitionLinks: false,
  symbolTrees: false,
  folding: { limit: undefined, collapsedText: false },
  createsFiles: false,
  lazyEdits: false,
  lazyTooltips: false,
  lazyDocumentation: false,
  completionMarkup: 'plaintext',
  insertsOrReplaces: false,
  commands: new Set(),
  pagesScheme: null,
  rulePages: null,
};
