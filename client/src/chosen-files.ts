import type { Memento, Uri } from 'vscode';

const KEY = 'onrecord.files';

/** The files that the person has turned on or off by hand, remembered with the workspace. */
export class ChosenFiles {
  constructor(private readonly memory: Memento) {}

  /** All of them, by address. */
  all(): Readonly<Record<string, boolean>> {
    return this.memory.get<Record<string, boolean>>(KEY, {});
  }

  /** Remembers a choice. */
  async set(uri: Uri, on: boolean): Promise<void> {
    await this.memory.update(KEY, { ...this.all(), [uri.toString()]: on });
  }
}
