// What `npm start` shows.
import { homedir } from 'node:os';
import path from 'node:path';

/** The example that is open at first: an agency report, with a relayed report, a denial, and faults to mend. */
const FIRST_EXAMPLE = 'border-talks.article';

/**
 * @param {string | null} wanted the absolute path that a person gave
 * @param {string} examples the folder of examples
 * @param {(file: string) => boolean} isFolder
 * @returns {readonly string[]} a folder, if any, and a file, if any
 */
export function whatToOpen(wanted, examples, isFolder) {
  if (wanted === null) return [examples, path.join(examples, FIRST_EXAMPLE)];
  if (isFolder(wanted)) return [wanted];
  const folder = path.dirname(wanted);
  // The article's folder holds what belongs to it; but nobody wants VS Code to watch all that they own.
  return folder === homedir() || folder === path.parse(folder).root ? [wanted] : [folder, wanted];
}
