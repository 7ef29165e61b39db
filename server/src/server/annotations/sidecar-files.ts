import { type Connection, RequestType } from 'vscode-languageserver';
import { ReadFileRequest } from '../configuration-desk';

/** Server to client: asks for a file to be written that is out of the server's reach; what stands in the way, or null. */
export const WriteFileRequest = new RequestType<{ readonly uri: string; readonly text: string }, string | null, void>('onrecord/writeFile');

/** What sidecar files need of the server. */
export interface FilesHost {
  readonly connection: Connection;
  /** Whether the client reads and writes files for the server. */
  hasFiles(): boolean;
  /** Whether the person trusts the folders that are open: nothing is written into others. */
  isTrusted(): boolean;
  /** The text of a file of this machine; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Writes a file of this machine, all of it or nothing; false where the address is none of this machine's. Rejects where it can't be written. */
  write(uri: string, text: string): Promise<boolean>;
}

/** Reads and writes the files beside articles: by itself where it can, through the client where it can't. */
export class SidecarFiles {
  constructor(private readonly host: FilesHost) {}

  /** The text of a file; undefined where there is none. Rejects where it can't be read. */
  async read(uri: string): Promise<string | undefined> {
    const text = await this.host.read(uri);
    if (text !== undefined || uri.startsWith('file:') || !this.host.hasFiles()) return text;
    return (await this.host.connection.sendRequest(ReadFileRequest, { uri })) ?? undefined;
  }

  /** Writes a file; what stands in the way, in words, or null. */
  async write(uri: string, text: string): Promise<string | null> {
    if (!this.host.isTrusted()) return 'you have not said that you trust this folder';
    try {
      if (await this.host.write(uri, text)) return null;
      if (!this.host.hasFiles()) return 'On Record cannot write there';
      return await this.host.connection.sendRequest(WriteFileRequest, { uri, text });
    } catch (error) {
      return inWords(error);
    }
  }
}

/** What stands in the way of writing, as far as the system says. */
export function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the file or its folder is read-only';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder is gone';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
