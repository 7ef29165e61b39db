import { Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';

/** The names of the files of weights (esbuild.mjs). */
declare const ON_RECORD_WEIGHTS: readonly string[];

/** What the client talks to. */
type Transport = Awaited<ReturnType<Extract<ConstructorParameters<typeof LanguageClient>[2], () => unknown>>>;

/** A browser's worker, as far as it is used here; the project's types are Node's, not a browser's. */
declare const Worker: new (
  url: string,
) => {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: () => void, options: { once: boolean }): void;
};

/**
 * Starts the server in a worker and hands it its weights. Both are read through VS Code: the extension may lie where a worker can't load from,
 * on a remote machine for one.
 */
export async function startServerWorker(extension: Uri): Promise<Transport> {
  const read = async (...parts: string[]) => new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', ...parts)));
  const [script, ...weights] = await Promise.all([read('web', 'server.js'), ...ON_RECORD_WEIGHTS.map((name) => read('model', name))]);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  worker.postMessage(
    Object.fromEntries(ON_RECORD_WEIGHTS.map((name, i) => [name, weights[i]])),
    weights.map(({ buffer }) => buffer),
  );
  return worker as unknown as Transport;
}
