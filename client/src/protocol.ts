import type { QuotedWords } from './paste/clip';

/** What client and server say to each other beyond the protocol; the server's side is server/src/server/state.ts. */

/** Whether a document is read, and if not, why. */
export type State = 'on' | 'off-by-setting' | 'off-for-file' | 'not-prose' | 'binary' | 'too-large';

/** Server to client: a document's state or counts have changed. */
export const STATUS = 'onrecord/status';

/** See `STATUS`. */
export interface StatusParams {
  readonly uri: string;
  readonly state: State;
  readonly looks?: string;
  readonly counts?: { readonly quotes: number; readonly speakers: number; readonly claims: number; readonly findings: number };
}

/** Server to client: asks for the text of a file out of the server's reach; null where there is none. */
export const READ_FILE = 'onrecord/readFile';

/** See `READ_FILE`. */
export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client: asks what lies in a folder out of the server's reach; null where there is none. */
export const LIST_FOLDER = 'onrecord/listFolder';

/** One thing in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** Client to server: the person has turned a file on or off. */
export const SET_FILE = 'onrecord/setFile';

/** See `SET_FILE`. */
export interface SetFileParams {
  readonly uri: string;
  readonly on: boolean | null;
}

/** Client to server: the snippet that puts words from elsewhere into an article as a quote with its source; null where none can be put there. */
export const QUOTED_PASTE = 'onrecord/quotedPaste';

/** See `QUOTED_PASTE`. */
export interface QuotedPasteParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly quote: QuotedWords;
}

/** Client to server: who speaks in an article, how much and through whom; null where it is none that is read. */
export const SOURCES = 'onrecord/sources';

/** Server to client: ask for the sources again. */
export const SOURCES_REFRESH = 'onrecord/sources/refresh';

/** See `SOURCES`; with `text` for an article that is not open. */
export interface SourcesParams {
  readonly textDocument: { readonly uri: string };
  readonly text?: string;
}

/** Server to client: asks for the files of the open folders with certain endings, out of the server’s reach. */
export const FIND_ARTICLES = 'onrecord/findArticles';

/** See `FIND_ARTICLES`. */
export interface FindArticlesParams {
  /** Of their names. */
  readonly endings: readonly string[];
  readonly most: number;
}

/** Client to server: where the next quote is, or the one before; null where there are none. */
export const QUOTE_STEP = 'onrecord/quoteStep';

/** A place in a text, as the protocol writes it. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text, as the protocol writes it. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

/** See `QUOTE_STEP`. */
export interface QuoteStepParams {
  readonly textDocument: { readonly uri: string };
  readonly position: ProtocolPosition;
  readonly direction: 'next' | 'previous';
}

/** Server to client: the annotations of an article have changed, or where they lie. See `AnnotationsParams` of the server. */
export const ANNOTATIONS = 'onrecord/annotations';

/** Client to server: the words that somebody means who annotates a range. */
export const ANNOTATION_TARGET = 'onrecord/annotationTarget';

/** Client to server: annotations that could not be written may be tried again. */
export const RETRY_ANNOTATIONS = 'onrecord/retryAnnotations';

/** Client to server: the person trusts the folders that are open. */
export const TRUST = 'onrecord/trusted';

/** Server to client: asks for a file to be written that is out of the server's reach; what stands in the way, or null. */
export const WRITE_FILE = 'onrecord/writeFile';

/** See `WRITE_FILE`. */
export interface WriteFileParams {
  readonly uri: string;
  readonly text: string;
}

/** Client to server: the text of a PDF beside an open article, page by page; null where there is none, or it has not been read (yet). */
export const PAGE_TEXT = 'onrecord/pageText';
