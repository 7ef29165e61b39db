import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { OnRecord } from './on-record';
import { startServerWorker } from './server-worker';

let running: OnRecord | undefined;

/** Starts the server in a worker, where there are no processes: VS Code in a browser. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = () => startServerWorker(context.extensionUri);
  running = new OnRecord(context, (options) => new LanguageClient('onrecord', 'On Record', worker, options));
  await running.start();
}

/** Stops the server. */
export const deactivate = (): Promise<void> | undefined => running?.stop();
