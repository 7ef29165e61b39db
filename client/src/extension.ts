import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { OnRecord } from './on-record';

let running: OnRecord | undefined;

/** Starts the server in a process of its own, and what shows it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  running = new OnRecord(context, (options) => new LanguageClient('onrecord', 'On Record', { run: server, debug: server }, options));
  await running.start();
}

/** Stops the server. */
export const deactivate = (): Promise<void> | undefined => running?.stop();
