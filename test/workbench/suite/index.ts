import Mocha from 'mocha';

/** What VS Code calls: runs every test of this folder in the extension host, and throws where one fails. */
export async function run(): Promise<void> {
  const report = process.env.ONRECORD_REPORT;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    // What goes to the console ends in VS Code's log, so the report is a file; without one (a desktop VS Code by hand) the console is right.
    ...(report ? { reporter: 'json', reporterOptions: { output: report } } : { reporter: 'spec' }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./article.test');
  await import('./configuration.test');
  await import('./other-files.test');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} of the tests in the extension host failed`))));
  });
}
