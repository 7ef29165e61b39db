import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { OpenArticle } from './open-article';
import { type State, StatusNotification, type StatusParams, type Verdict } from './state';

/** Why a document is not read, in words; only what a person would wonder about. */
const DECLINED: Partial<Record<State, string>> = {
  'too-large': 'is longer than five million characters, so On Record does not read it.',
  binary: 'does not look like text, so On Record does not read it.',
};

/** Tells the client which documents are read, whenever that changes: by a notification of our own, or a message where it has no use for that. */
export class StatusDesk {
  private readonly told = new Map<string, string>();
  private draws = false;

  constructor(private readonly connection: Connection) {}

  /** Whether the client draws `onrecord/status`. */
  show(draws: boolean): void {
    this.draws = draws;
  }

  /** Tells of a document's state and counts, if they are news. */
  tell(open: OpenArticle, verdict: Verdict): void {
    const { uri } = open.document;
    const params: StatusParams = { uri, ...verdict, ...(this.draws && verdict.state === 'on' && { counts: open.counts() }) };
    const news = JSON.stringify(params);
    if (this.told.get(uri) === news) return;
    this.told.set(uri, news);
    const declined = DECLINED[verdict.state];
    if (declined !== undefined) {
      const name = uri.slice(uri.lastIndexOf('/') + 1);
      if (this.draws) this.connection.console.info(`${name} ${declined}`);
      else this.inform(`${name} ${declined}`);
    }
    if (this.draws) this.connection.sendNotification(StatusNotification, params).catch(() => undefined);
  }

  private inform(message: string): void {
    this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }).catch(() => undefined);
  }

  /** The document has been closed. */
  forget(uri: string): void {
    this.told.delete(uri);
  }
}
