import { readdir, readFile } from 'node:fs/promises';

/** A running program. */
interface Program {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/**
 * Finds On Record's language servers among what a process started, however indirectly. Reads /proc, and so works on Linux alone.
 * @param ancestor a process id
 * @returns their process ids
 */
export async function languageServersOf(ancestor: number): Promise<readonly number[]> {
  const programs = await running();
  const parents = new Map(programs.map(({ pid, parent }) => [pid, parent]));
  const descends = (pid: number): boolean => {
    let at: number | undefined = pid;
    while (at !== undefined && at > 1) {
      if (at === ancestor) return true;
      at = parents.get(at);
    }
    return false;
  };
  return programs.filter(({ pid, command }) => command.includes('dist/server.js') && descends(pid)).map(({ pid }) => pid);
}

async function running(): Promise<readonly Program[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const programs = await Promise.all(pids.map(read));
  return programs.filter((program) => program !== null);
}

async function read(pid: string): Promise<Program | null> {
  try {
    const [stat, command] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/cmdline`, 'utf8')]);
    // The program's name stands in brackets and may hold anything; state and parent follow the last of them.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { pid: Number(pid), parent, command: command.replaceAll('\0', ' ') };
  } catch {
    // It ended while we looked.
    return null;
  }
}
