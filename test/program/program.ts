import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..');
/** The built command line. */
export const CLI = path.join(root, 'dist', 'cli.js');

/** A folder of articles on disk, with the built program in reach. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'onrecord-desk-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.put(files);
  }

  put(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
      writeFileSync(path.join(this.folder, name), text);
    }
  }

  /** Runs any program there. */
  run(
    program: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1e8,
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Runs the command line there. */
  onrecord(args: readonly string[], env: Readonly<Record<string, string>> = {}): { code: number | null; out: string; err: string } {
    return this.run(process.execPath, [CLI, ...args], env);
  }

  git(...args: readonly string[]): void {
    const who = ['-c', 'user.name=desk', '-c', 'user.email=desk@paper.example', '-c', 'commit.gpgsign=false'];
    const { code, err } = this.run('git', [...who, ...args]);
    if (code !== 0) throw new Error(err);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
