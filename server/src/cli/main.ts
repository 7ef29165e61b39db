import { isMainThread } from 'node:worker_threads';
import { version } from '../server/version';
import { serveAnalyses } from './analysts';
import { processHost } from './process-host';
import { run } from './run';

const serve = async (): Promise<void> => {
  const { startNodeServer } = await import('../server/node');
  startNodeServer(__dirname);
};

if (isMainThread) {
  // The exit code is left behind rather than forced, so that everything written still gets out.
  run(process.argv.slice(2), processHost(__filename), { version, serve }).then((code) => {
    process.exitCode = code;
  });
} else serveAnalyses();
