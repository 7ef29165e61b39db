import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { writeAtomically } from './annotations/atomic-write';
import { listArticles } from './article-files';
import { gatherWrites } from './gathering';
import { keepLean, tidier } from './lean';
import { serve } from './server';
import { listFolder, readText } from './sources/node-files';
import { PDF_BUNDLE, pdfReader } from './sources/pdf-reader';
import { version } from './version';

/** The ways to be spoken to that vscode-languageserver reads from the command line itself. */
const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)\b/;

/**
 * Serves a client from this process: over Node's channel, a socket or a pipe if the command line says so, else over standard input and output.
 * `here` is the folder of the running bundle, next to which the documentation lies. The process ends when the client says so or goes away.
 */
export function startNodeServer(here: string): void {
  keepLean();
  gatherWrites(process.stdout);
  const connection = process.argv.some((argument) => TRANSPORT.test(argument))
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const survive = (error: unknown) => {
    connection.console.error(`unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  serve(connection, {
    version,
    rulePages: new URL('../docs/rules/', pathToFileURL(`${here}/`)).href,
    read: readText,
    write: writeAtomically,
    list: listArticles,
    listFolder,
    readPdf: pdfReader(path.join(here, PDF_BUNDLE)),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    tidy: tidier(),
  });
}
