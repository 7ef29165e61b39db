import { URI } from 'vscode-uri';
import { rememberedText } from '../text/remembered';

/** How long the text of a file that nobody watches is believed, in milliseconds. */
const BELIEVED = 2000;

/** What the texts need of the server. */
export interface TextsHost {
  /** The text of the file at an address; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Whether the client tells of changes of the file at an address. */
  isWatched(uri: string): boolean;
}

/** The one way to write an address; what is none stays as it is. Every question of a client asks for that of its document. */
export const canonical = rememberedText((uri) => {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}, 1000);

/** The texts of files as they are now: of those open in the editor as they stand there, of others as they are on disk. */
export class ConfigurationTexts {
  private readonly open = new Map<string, string>();
  private readonly known = new Map<string, { readonly text: Promise<string | undefined>; readonly at: number }>();

  constructor(private readonly host: TextsHost) {}

  /** The text of a file; undefined where there is none. */
  read(uri: string): Promise<string | undefined> {
    const open = this.open.get(uri);
    if (open !== undefined) return Promise.resolve(open);
    const known = this.known.get(uri);
    if (known && (this.host.isWatched(uri) || this.host.now() - known.at < BELIEVED)) return known.text;
    const text = this.host.read(uri);
    this.known.set(uri, { text, at: this.host.now() });
    return text;
  }

  /** A file stands in the editor with this text, or (null) no longer does. */
  edited(uri: string, text: string | null): void {
    if (text === null) this.open.delete(uri);
    else this.open.set(uri, text);
    this.known.delete(uri);
  }

  /** Files have changed on disk, have come or gone. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) this.known.delete(uri);
  }
}

/** Whether `uri` lies in one of `folders`. */
export function liesIn(uri: string, folders: readonly string[]): boolean {
  return folders.some((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
}

/** The last part of an address. */
export const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
