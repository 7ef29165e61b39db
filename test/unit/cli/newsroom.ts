import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../../server/src/cli/host';
import { run } from '../../../server/src/cli/run';

/** What a command printed. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly told: readonly string[];
}

/** A folder of articles with a terminal in it. */
export class Newsroom {
  private constructor(readonly folder: string) {}

  static async open(files: Readonly<Record<string, string | Uint8Array>>): Promise<Newsroom> {
    const room = new Newsroom(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
    await room.put(files);
    return room;
  }

  async put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const place = path.join(this.folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, content);
    }
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  /** Runs a command line there. */
  async run(
    args: readonly string[],
    { input = '', colour = false, columns = 80, answers = [] as readonly string[] } = {},
  ): Promise<Printed> {
    const left = [...answers];
    let out = '';
    const told: string[] = [];
    const host: Host = {
      folder: this.folder,
      colour,
      columns,
      async *input() {
        yield Buffer.from(input);
      },
      async out(text) {
        out += text;
      },
      tell: (line) => void told.push(line),
      progress: () => undefined,
      ask: async (question) => {
        const answer = left.shift();
        if (answer !== undefined) told.push(question + answer);
        return answer ?? null;
      },
      analysts: () => null,
      readPdf: null,
    };
    const code = await run(args, host, { version: '1.2.3', serve: async () => undefined });
    return { code, out, told };
  }
}
