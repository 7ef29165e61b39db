import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** More than any list of files, or any article that is read, takes. */
const MOST_OUTPUT = 64_000_000;

/** A Git repository, seen from one of its revisions. */
export class Repository {
  private constructor(
    private readonly root: string,
    private readonly revision: string,
  ) {}

  /** The repository that `folder` lies in, at a revision (a branch, a tag, a commit); a problem where there is no such thing. */
  static async at(folder: string, revision: string): Promise<Repository | { readonly problem: string }> {
    try {
      const root = (await git(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').trimEnd();
      const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).catch(() => null);
      if (!commit) return { problem: `Git knows no revision ${revision} here. Name a branch, a tag or a commit.` };
      return new Repository(root, commit.toString('utf8').trim());
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return {
        problem: missing
          ? 'Git is not installed, and --changed asks it.'
          : 'this folder lies in no Git repository, and --changed asks Git.',
      };
    }
  }

  /** The files that are not as they were at the revision, committed or not, and those that Git does not know yet: absolute paths. */
  async changed(): Promise<ReadonlySet<string>> {
    const [tracked, untracked] = await Promise.all([
      git(this.root, ['diff', '--name-only', '--no-renames', '-z', this.revision, '--']),
      git(this.root, ['ls-files', '--others', '--exclude-standard', '-z']),
    ]);
    const names = `${tracked.toString('utf8')}${untracked.toString('utf8')}`.split('\0').filter(Boolean);
    return new Set(names.map((name) => path.join(this.root, name)));
  }

  /** A file as it was at the revision; undefined where it was not there. */
  async before(file: string): Promise<Uint8Array | undefined> {
    const name = path.relative(this.root, file).replaceAll(path.sep, '/');
    return git(this.root, ['show', `${this.revision}:${name}`]).catch(() => undefined);
  }
}

/** What a command of Git prints; rejects where it fails. Paths go in and come out as bytes of UTF-8. */
async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], { cwd: folder, encoding: 'buffer', maxBuffer: MOST_OUTPUT });
  return stdout;
}
