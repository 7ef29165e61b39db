// Loaded into VS Code's server ahead of its own code: ends it, and all it started, when the run that wanted it is gone without a word.
import { rmSync } from 'node:fs';
import { whenParentEnds } from './parent.mjs';

// What the server forks may load this as well.
if (process.argv[1]?.endsWith('server-main.js')) {
  whenParentEnds(() => {
    const data = process.argv[process.argv.indexOf('--server-data-dir') + 1];
    if (data) rmSync(data, { recursive: true, force: true });
    // It leads a group of its own; Windows knows no groups.
    if (process.platform === 'win32') process.exit(1);
    process.kill(-process.pid, 'SIGKILL');
  });
}
