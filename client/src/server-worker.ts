import { Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';

/** The names of the files of weights (esbuild.mjs). */
declare const ON_RECORD_WEIGHTS: readonly string[];

/** A browser's worker, as far as it is used here; the project's types are Node's, not a browser's. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
interface ServerWorker {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: () => void, options: { once: boolean }): void;
  terminate(): void;
}
declare const Worker: new (url: string) => ServerWorker;

/** Reads what a worker says, and ends it once nobody listens any more. */
class WorkerReader extends BrowserMessageReader {
  constructor(private readonly worker: ServerWorker) {
    super(worker as unknown as Port);
  }

  override dispose(): void {
    super.dispose();
    this.worker.terminate();
  }
}

/**
 * Starts the server in a worker and hands it its weights. Both are read through VS Code: the extension may lie where a worker can't load from,
 * on a remote machine for one. What comes back are the two ends of the line and not the worker: VS Code's worker is one of its own making, which the
 * client doesn't know for one.
 */
export async function startServerWorker(extension: Uri): Promise<MessageTransports> {
  const read = async (...parts: string[]) => new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', ...parts)));
  const [script, ...weights] = await Promise.all([read('web', 'server.js'), ...ON_RECORD_WEIGHTS.map((name) => read('model', name))]);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  worker.postMessage(
    Object.fromEntries(ON_RECORD_WEIGHTS.map((name, i) => [name, weights[i]])),
    weights.map(({ buffer }) => buffer),
  );
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker as unknown as Port) };
}
