import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Mocha from 'mocha';
import { Uri } from 'vscode';
import { openIn } from './editor';

/**
 * What VS Code calls: runs every test of this folder in the extension host, and throws where one fails.
 * Tests that need neither Node nor a disk belong into ../web/index.ts as well.
 */
export async function run(): Promise<void> {
  openIn({ folder: async () => Uri.file(await mkdtemp(path.join(tmpdir(), 'onrecord-suite-'))) });
  const report = process.env.ONRECORD_REPORT;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    // What goes to the console ends in VS Code's log, so the report is a file; without one (a desktop VS Code by hand) the console is right.
    ...(report ? { reporter: 'json', reporterOptions: { output: report } } : { reporter: 'spec' }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./annotations.test');
  await import('./article.test');
  await import('./configuration.test');
  await import('./evidence.test');
  await import('./moving.test');
  await import('./contributions.test');
  await import('./other-files.test');
  await import('./sources.test');
  await import('./writing.test');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} of the tests in the extension host failed`))));
  });
}
