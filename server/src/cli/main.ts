import { version } from '../server/version';
import { processHost } from './process-host';
import { run } from './run';

const serve = async (): Promise<void> => {
  const { startNodeServer } = await import('../server/node');
  startNodeServer(__dirname);
};

// The exit code is left behind rather than forced, so that everything written still gets out.
run(process.argv.slice(2), processHost(), { version, serve }).then((code) => {
  process.exitCode = code;
});
