import type { CancellationToken, Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Service } from '../service';
import type { ClientTraits } from './abilities';
import type { OpenArticle } from './open-article';
import { REST } from './quiet';
import { Timers } from './timers';

/** How long after a change diagnostics are pushed, in milliseconds: a burst of typing costs one analysis. */
const SETTLE = 120;

/** What the desk needs of the server. */
export interface DiagnosticsHost {
  readonly connection: Connection;
  now(): number;
  service(): Service;
  traits(): ClientTraits;
  articleOf(uri: unknown, token: CancellationToken): Promise<OpenArticle | null>;
  /** Whether diagnostics are wanted for a document. */
  areOn(uri: string): Promise<boolean>;
}

type Answering = <P, R, F>(
  name: string,
  fallback: F,
  answer: (open: OpenArticle, params: P) => Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R | F>;

const NEVER: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

/** Hands out diagnostics: pushed to clients that wait for them, answered to those that ask; only what has changed goes out. */
export class DiagnosticsDesk {
  /** The last diagnostics of each document, as they went out. */
  private readonly sent = new Map<string, { readonly id: string; readonly items: string }>();
  private readonly timers = new Timers((error) =>
    this.host.connection.console.error(`diagnostics failed: ${error instanceof Error ? error.stack : String(error)}`),
  );
  private count = 0;

  constructor(private readonly host: DiagnosticsHost) {}

  /** Takes the client's questions. */
  listen(answering: Answering): void {
    const answer = answering<{ previousResultId?: unknown }, DocumentDiagnosticReport, DocumentDiagnosticReport>(
      'diagnostics',
      { kind: 'full', items: [] },
      async (open, { previousResultId }) => {
        const { uri } = open.document;
        const items = await this.itemsOf(open);
        const before = this.sent.get(uri);
        const { id } = this.remember(uri, items);
        return before?.id === id && previousResultId === id ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
      },
    );
    this.host.connection.languages.diagnostics.on(answer);
  }

  /** A document, or what is wanted of it, has changed. */
  changed(uri: string): void {
    if (!this.host.traits().pullsDiagnostics) this.timers.later(uri, SETTLE, () => this.push(uri));
  }

  /** Asks the client to ask again. */
  refresh(): void {
    const { pullsDiagnostics, refreshesDiagnostics } = this.host.traits();
    if (pullsDiagnostics && refreshesDiagnostics) this.host.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** A document has been closed: its diagnostics go. */
  closed(uri: string): void {
    this.timers.cancel(uri);
    const had = this.sent.delete(uri);
    if (had && !this.host.traits().pullsDiagnostics) this.send(uri, undefined, []);
  }

  private async push(uri: string): Promise<void> {
    const open = await this.host.articleOf(uri, NEVER);
    const items = open ? await this.itemsOf(open) : [];
    const before = this.sent.get(uri);
    if (!open && !before) return;
    if (this.remember(uri, items).id !== before?.id) this.send(uri, open?.document.version, items);
  }

  private async itemsOf(open: OpenArticle): Promise<Diagnostic[]> {
    const { uri } = open.document;
    if (!(await this.host.areOn(uri))) return [];
    const { shown, held } = open.findings(this.host.now());
    if (held > 0) this.timers.later(uri, REST, () => (this.host.traits().pullsDiagnostics ? this.refresh() : this.push(uri)));
    return this.host.service().diagnostics(open.read(), uri, shown);
  }

  private remember(uri: string, items: readonly Diagnostic[]): { readonly id: string } {
    const text = JSON.stringify(items);
    const before = this.sent.get(uri);
    if (before?.items === text) return before;
    const now = { id: String(++this.count), items: text };
    this.sent.set(uri, now);
    return now;
  }

  private send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    this.host.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics }).catch(() => undefined);
  }
}
