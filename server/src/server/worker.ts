import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { serve } from './server';
import { version } from './version';

/** Serves the client that started this worker. */
export function startWorkerServer(worker: ConstructorParameters<typeof BrowserMessageReader>[0]): void {
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  port2.addEventListener('message', () => {
    const due = waiting;
    waiting = [];
    for (const resolve of due) resolve();
  });
  port2.start();

  serve(connection, {
    version,
    rulePages: null,
    // Files are out of a worker's reach.
    read: async () => undefined,
    write: async () => false,
    list: async () => undefined,
    listFolder: async () => undefined,
    readPdf: null,
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port1.postMessage(null);
      }),
    now: () => performance.now(),
  });
}
