import { l10n, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, LSPErrorCodes, ResponseError, State } from 'vscode-languageclient';
import { authorName } from './author';
import type { Kept, Pending } from './kept';

/** What the server answers to a change. */
export interface Answer {
  readonly id?: string;
  /** What was taken out, for putting it back. */
  readonly removed?: readonly unknown[];
  /** Why the file could not be written; null where it was. */
  readonly problem?: string | null;
}

/** Changes annotations through the server. A change that the server does not live to answer is made again when it is back. */
export class Changes {
  private readonly running = new Set<string>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly kept: Kept,
  ) {}

  /** Makes a change in the name of the person; undefined where they won't give one, or where it could not be made, which they are told. */
  async make(command: string, argument: Readonly<Record<string, unknown>>): Promise<Answer | undefined> {
    const by = await authorName();
    if (by === undefined) return undefined;
    const pending = { command, argument: { ...argument, by } };
    await this.kept.add(pending);
    return this.send(pending);
  }

  /** The server is back: makes the changes that it has not answered. */
  async resume(): Promise<void> {
    for (const pending of this.kept.pending()) if (!this.running.has(JSON.stringify(pending))) await this.send(pending);
  }

  private async send(pending: Pending): Promise<Answer | undefined> {
    const { command, argument } = pending;
    const name = JSON.stringify(pending);
    this.running.add(name);
    try {
      const answer: Answer = await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
      await this.kept.drop(pending);
      return answer;
    } catch (error) {
      // Without a server to answer, or before it has the article again, the change waits.
      const waits = !(error instanceof ResponseError) || error.code === LSPErrorCodes.ServerCancelled;
      if (waits || this.client.state !== State.Running) return undefined;
      await this.kept.drop(pending);
      window.showErrorMessage(l10n.t('On Record: {0}', error.message));
      return undefined;
    } finally {
      this.running.delete(name);
    }
  }
}

/** A name for a new annotation that nobody else gives to another. */
export const newId = (): string => `urn:uuid:${crypto.randomUUID()}`;
