import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { serve } from './server';
import { version } from './version';

/** The worker that this file runs in, as far as it is used here; the project's types are Node's, not a browser's. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

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
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(null);
    }),
  now: () => performance.now(),
});
