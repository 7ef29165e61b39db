import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** How long reading goes on before it is shown, in milliseconds: small folders are read before anybody looks. */
const UNSEEN = 500;

/** Shows how far the reading of documents has come, and lets a person stop it. */
export class BuildProgress {
  private readonly since: number;
  private reporter: WorkDoneProgressServerReporter | null = null;
  private asked = false;
  private ended = false;
  private cancelled = false;

  constructor(
    private readonly connection: Connection,
    private readonly able: boolean,
    private readonly now: () => number,
  ) {
    this.since = now();
  }

  /** Reading has come to document `done` of `all`. Whether to go on. */
  at(done: number, all: number, name: string): boolean {
    if (this.able && !this.asked && this.now() - this.since > UNSEEN) this.ask(done, all);
    this.reporter?.report(Math.floor((100 * done) / all), name);
    return !this.cancelled;
  }

  /** Reading is over. */
  end(): void {
    this.ended = true;
    this.reporter?.done();
  }

  private ask(done: number, all: number): void {
    this.asked = true;
    this.connection.window.createWorkDoneProgress().then(
      (reporter) => {
        reporter.begin('Reading transcripts and documents', Math.floor((100 * done) / all), undefined, true);
        reporter.token.onCancellationRequested(() => {
          this.cancelled = true;
        });
        if (this.ended) reporter.done();
        else this.reporter = reporter;
      },
      () => undefined,
    );
  }
}
