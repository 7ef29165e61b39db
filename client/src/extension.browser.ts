import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { OnRecord } from './on-record';

/** The browser's worker; the project's types are Node's, not a browser's. */
declare const Worker: new (url: string) => Awaited<ReturnType<Extract<ConstructorParameters<typeof LanguageClient>[2], () => unknown>>>;

let running: OnRecord | undefined;

/** Starts the server in a worker, where there are no processes: VS Code in a browser. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = async () => new Worker(Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
  running = new OnRecord(context, (options) => new LanguageClient('onrecord', 'On Record', worker, options));
  await running.start();
}

/** Stops the server. */
export const deactivate = (): Promise<void> | undefined => running?.stop();
