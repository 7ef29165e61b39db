import 'mocha/mocha.js';
import { openIn } from '../suite/editor';
import { MemoryFiles } from './memory-files';

/** What scripts/host/code.mjs looks for in the log: a worker writes no files. */
const REPORT = 'onrecord-report:';

/**
 * What VS Code calls: runs tests of ../suite in the browser's extension host, a worker without Node, on files that lie in memory alone; throws
 * where one fails. A test that imports nothing of Node but `node:assert/strict` can be added here as it is.
 */
export async function run(): Promise<void> {
  openIn(MemoryFiles.mount('memfs'));
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: class {} as unknown as string });
  await import('./worker.test');
  await import('../suite/annotations.test');
  await import('../suite/article.test');
  await import('../suite/configuration.test');
  await import('../suite/evidence.test');
  await import('../suite/moving.test');
  await import('../suite/other-files.test');
  await import('../suite/sources.test');
  await import('../suite/writing.test');
  const failures: { fullTitle: string; err: { message: string; stack: string | undefined } }[] = [];
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('fail', (test, { message, stack }: Error) => failures.push({ fullTitle: test.fullTitle(), err: { message, stack } }));
    runner.on('end', () => console.log(REPORT + JSON.stringify({ stats: runner.stats, failures })));
  });
  if (failed > 0) throw new Error(`${failed} of the tests in the browser's extension host failed`);
}
