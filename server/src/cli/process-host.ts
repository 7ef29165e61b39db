import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PDF_BUNDLE, pdfReader } from '../server/sources/pdf-reader';
import { Analysts } from './analysts';
import type { Host } from './host';

/** Columns of a terminal that doesn’t say, or says 0, and of a pipe. */
const COLUMNS = 100;

const ENDS_OF_WAITING = ['drain', 'close', 'error'] as const;

/** Milliseconds after which a run counts as long, and between two words on how far it has come. */
const LONG = 500;
const BETWEEN = 100;

/** From this many articles on threads are worth their start, each for this many more. */
const WORTH_THREADS = 24;

/**
 * The machine as this process has it.
 * @param script the file that this program runs from, which threads run as well; null where there is none of its own
 */
export function processHost(script: string | null = null): Host {
  const { stdin, stdout, stderr, env } = process;
  let closed = false;
  const started = performance.now();
  let said = started;
  let shows = false;
  const clear = (): void => {
    if (shows) stderr.write('\r\u001b[K');
    shows = false;
  };
  // `onrecord check | head`: whoever reads has had enough, which is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    folder: process.cwd(),
    readPdf: script === null ? null : pdfReader(path.join(path.dirname(script), PDF_BUNDLE)),
    // https://no-color.org and https://force-color.org: set and not empty.
    colour: !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stdout.isTTY === true && env.TERM !== 'dumb')),
    columns: stdout.isTTY ? stdout.columns || COLUMNS : COLUMNS,
    input: () => stdin,
    async out(text) {
      if (text !== '') clear();
      if (closed || text === '' || stdout.write(text)) return;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          for (const event of ENDS_OF_WAITING) stdout.off(event, done);
          resolve();
        };
        for (const event of ENDS_OF_WAITING) stdout.on(event, done);
      });
    },
    tell(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      const now = performance.now();
      if (line === null) return clear();
      if (stderr.isTTY !== true || now - started < LONG || now - said < BETWEEN) return;
      clear();
      stderr.write(line.slice(0, (stderr.columns || COLUMNS) - 1));
      said = now;
      shows = true;
    },
    async ask(question) {
      if (stdin.isTTY !== true || stderr.isTTY !== true) return null;
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return await lines.question(question);
      } catch {
        // Ctrl-D: whoever asked goes on without an answer.
        return null;
      } finally {
        lines.close();
      }
    },
    analysts(articles) {
      // One processor is for the thread that checks and prints. Measured on two, beside others: threads lose more than they gain.
      const most = env.ONRECORD_THREADS === undefined ? availableParallelism() - 1 : Number.parseInt(env.ONRECORD_THREADS, 10) || 0;
      const count = Math.min(most, Math.floor(articles / WORTH_THREADS));
      return script !== null && count > 1 ? new Analysts(script, count) : null;
    },
  };
}
