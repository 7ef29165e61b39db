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

/** Client to server: the person has turned a file on or off. */
export const SET_FILE = 'onrecord/setFile';

/** See `SET_FILE`. */
export interface SetFileParams {
  readonly uri: string;
  readonly on: boolean | null;
}

/** Client to server: who speaks in an article, how much and through whom; null where it is none that is read. */
export const SOURCES = 'onrecord/sources';

/** See `SOURCES`; with `text` for an article that is not open. */
export interface SourcesParams {
  readonly textDocument: { readonly uri: string };
  readonly text?: string;
}
