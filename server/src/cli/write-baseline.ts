import { rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BaselineEntry, parseBaseline, printBaseline } from '../rules/baseline';
import { readSmallFile } from '../server/small-file';
import { systemProblem } from './files';

/** What became of writing a baseline: how much it freezes now, or why it was left as it was. */
export type Written = { readonly findings: number; readonly files: number } | { readonly problem: string };

/**
 * Writes the frozen findings of the files of a run, by their paths from the working folder, to the baseline `file`. What it holds of other
 * files that still exist stays. A file that is there and is no baseline is left as it is. All or nothing.
 */
export async function writeBaseline(file: string, folder: string, frozen: ReadonlyMap<string, readonly BaselineEntry[]>): Promise<Written> {
  const place = path.resolve(folder, file);
  try {
    const text = await readSmallFile(place);
    const before = text === undefined ? undefined : parseBaseline(text);
    if (before && before.problems.length > 0)
      return { problem: 'is there and is no baseline, so it was left as it is. Name another file.' };
    const files = new Map<string, readonly BaselineEntry[]>();
    for (const [name, entries] of before?.files ?? []) if (await exists(path.resolve(path.dirname(place), name))) files.set(name, entries);
    for (const [name, entries] of frozen) files.set(fromBaseline(place, path.resolve(folder, name)), entries);
    const unfinished = `${place}.${process.pid}.tmp`;
    await writeFile(unfinished, printBaseline(files));
    await rename(unfinished, place);
    const kept = [...files.values()].filter((entries) => entries.length > 0);
    return { findings: kept.flat().reduce((sum, { count }) => sum + count, 0), files: kept.length };
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

const fromBaseline = (baseline: string, article: string): string =>
  path.relative(path.dirname(baseline), article).replaceAll(path.sep, '/');

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
