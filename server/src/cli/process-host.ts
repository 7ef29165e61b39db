import type { Host } from './host';

/** Columns of a terminal that doesn't say, and of a pipe. */
const COLUMNS = 100;

const ENDS_OF_WAITING = ['drain', 'close', 'error'] as const;

/** The machine as this process has it. */
export function processHost(): Host {
  const { stdin, stdout, stderr, env } = process;
  let closed = false;
  // `onrecord check | head`: whoever reads has had enough, which is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    folder: process.cwd(),
    // https://no-color.org and https://force-color.org: set and not empty.
    colour: !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stdout.isTTY === true && env.TERM !== 'dumb')),
    columns: stdout.isTTY ? (stdout.columns ?? COLUMNS) : COLUMNS,
    input: () => stdin,
    async out(text) {
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
      stderr.write(`${line}\n`);
    },
  };
}
