import type { Memento } from 'vscode';
import type { Unsaved } from '../../../server/src/server/annotations/session';

/** A change of annotations that the server has not answered yet. */
export interface Pending {
  readonly command: string;
  readonly argument: Readonly<Record<string, unknown>>;
}

const UNSAVED = 'onrecord.annotations.unsaved';
const PENDING = 'onrecord.annotations.pending';
const SOURCES = 'onrecord.annotations.sources';

/** How many sources are remembered. */
const MOST_SOURCES = 12;

/** What VS Code keeps for us with the workspace, so that nothing is lost when a file can't be written, or the server or VS Code ends in between. */
export class Kept {
  constructor(private readonly memory: Memento) {}

  /** The annotations that could not be written, by the address of their article. */
  unsaved(): Readonly<Record<string, Unsaved>> {
    return this.memory.get<Record<string, Unsaved>>(UNSAVED, {});
  }

  async setUnsaved(uri: string, unsaved: Unsaved | null): Promise<void> {
    const { [uri]: before, ...others } = this.unsaved();
    if (unsaved === null && before === undefined) return;
    await this.memory.update(UNSAVED, unsaved === null ? others : { ...others, [uri]: unsaved });
  }

  /** The changes that the server has not answered. */
  pending(): readonly Pending[] {
    return this.memory.get<Pending[]>(PENDING, []);
  }

  async add(pending: Pending): Promise<void> {
    await this.memory.update(PENDING, [...this.pending(), pending]);
  }

  async drop(pending: Pending): Promise<void> {
    const name = JSON.stringify(pending);
    await this.memory.update(
      PENDING,
      this.pending().filter((other) => JSON.stringify(other) !== name),
    );
  }

  /** The sources that were named last, the latest first. */
  sources(): readonly string[] {
    return this.memory.get<string[]>(SOURCES, []);
  }

  async named(source: string): Promise<void> {
    await this.memory.update(SOURCES, [source, ...this.sources().filter((other) => other !== source)].slice(0, MOST_SOURCES));
  }
}
