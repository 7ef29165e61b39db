import type { Connection } from 'vscode-languageserver';
import { DEFAULTS, readSettings, type Settings } from './settings';

/** Keeps the settings of each document: asked for once, where the client answers; else as it last sent them. */
export class SettingsDesk {
  private readonly known = new Map<string, Promise<Settings>>();
  private asks = false;
  private sent: Settings = DEFAULTS;

  constructor(private readonly connection: Connection) {}

  /** Whether the client answers `workspace/configuration`. */
  ask(asks: boolean): void {
    this.asks = asks;
  }

  /** The settings for a document; the defaults where the client fails to say. */
  of(uri: string): Promise<Settings> {
    if (!this.asks) return Promise.resolve(this.sent);
    let found = this.known.get(uri);
    if (!found) {
      found = this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'onrecord' }).then(readSettings, () => DEFAULTS);
      this.known.set(uri, found);
    }
    return found;
  }

  /** The client says that settings have changed, with all of them or, where it answers questions, without. */
  changed(settings: unknown): void {
    this.known.clear();
    const own = typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>).onrecord : undefined;
    if (own !== undefined) this.sent = readSettings(own);
  }

  /** The document has been closed. */
  forget(uri: string): void {
    this.known.delete(uri);
  }
}
