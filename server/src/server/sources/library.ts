import { readDocument } from '../../evidence/document';
import { Lookups } from '../../evidence/evidence';
import { EvidenceIndex } from '../../evidence/evidence-index';
import { pageTextOf } from '../../evidence/page-text';
import { looksBinary } from '../../text/prose';
import { LARGEST, type ListFolder, listSources, noText, type SourceFile, type SourceProblem, tooLarge } from './folders';
import type { ReadPdf } from './pdf';

/** What a library needs of the machine. */
export interface LibraryHost {
  readonly list: ListFolder;
  /** The text of the file at an address; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** The text of the PDF at an address; null where PDFs are not read. */
  readonly readPdf: ReadPdf | null;
  /** The text of a file as it stands in an editor; undefined where it stands in none. */
  edited(uri: string): string | undefined;
  /** Resolves when others have had their turn, if it is time for that. */
  breathe(): Promise<void>;
}

/** Told of how far reading has come; says whether to go on. */
export type Progress = (done: number, all: number, name: string) => boolean;

/** The documents of a set of folders, indexed; brought up to date a slice at a time. */
export class SourceLibrary {
  readonly lookups = new Lookups(new EvidenceIndex());
  /** What was read of each file: its stamp, or the text of its editor. */
  private readonly read = new Map<string, string>();
  private names = new Map<string, string>();
  problems: readonly SourceProblem[] = [];

  constructor(
    readonly folders: readonly string[],
    private readonly host: LibraryHost,
  ) {}

  get index(): EvidenceIndex {
    return this.lookups.index;
  }

  /** The addresses of the documents, with their names. */
  get documents(): ReadonlyMap<string, string> {
    return this.names;
  }

  /** The text of the pages of a document; undefined where it has none, or is none of these. */
  pageText(uri: string): string | undefined {
    const document = this.index.get(uri)?.document;
    return document && document.pages.length > 0 ? pageTextOf(document).text : undefined;
  }

  /**
   * Reads what is new or has changed and forgets what is gone; `changed` are files to read again whatever their stamps say. Whether it came to its end:
   * `progress` may stop it, and what has been read by then stays.
   */
  async update(changed: ReadonlySet<string>, progress: Progress): Promise<boolean> {
    const { files, problems } = await listSources(this.folders, this.host.list, this.host.readPdf !== null);
    const found: SourceProblem[] = [...problems];
    this.names = new Map(files.map(({ uri, name }) => [uri, name]));
    for (const uri of [...this.read.keys()]) if (!this.names.has(uri)) this.forget(uri);
    const due = files.filter((file) => changed.has(file.uri) || this.read.get(file.uri) !== this.stateOf(file));
    for (const [done, file] of due.entries()) {
      if (!progress(done, due.length, file.name)) return false;
      const problem = await this.take(file).catch((error: unknown) => unreadable(file.name, error));
      if (problem) found.push(problem);
    }
    this.problems = found;
    return true;
  }

  private stateOf(file: SourceFile): string {
    const { stamp } = file;
    const edited = this.editedText(file);
    return edited === undefined ? `on disk ${stamp}` : `edited ${edited}`;
  }

  private async take(file: SourceFile): Promise<SourceProblem | null> {
    const { uri, name, kind } = file;
    const state = this.stateOf(file);
    const text = await this.textOf(file);
    this.read.set(uri, state);
    if (text === undefined || typeof text !== 'string') {
      this.index.remove(uri);
      return text ?? null;
    }
    if (this.index.get(uri)?.document.source === text) return null;
    await this.host.breathe();
    for (const _ of this.index.adding(readDocument(uri, name, text, kind))) await this.host.breathe();
    return null;
  }

  /** The text of a file, or why there is none that could be read; undefined where there is no file any more. */
  private async textOf(file: SourceFile): Promise<string | SourceProblem | undefined> {
    const { uri, name, kind } = file;
    if (kind === 'pdf') {
      const found = await this.host.readPdf?.(uri);
      return found && 'problem' in found ? { name, message: found.problem } : found?.text;
    }
    const text = this.editedText(file) ?? (await this.host.read(uri));
    if (text === undefined) return undefined;
    return text.length > LARGEST ? tooLarge(name, kind) : looksBinary(text) ? noText(name) : text;
  }

  /** What an editor has of a file; of a PDF no editor has its text. */
  private editedText({ uri, kind }: SourceFile): string | undefined {
    return kind === 'pdf' ? undefined : this.host.edited(uri);
  }

  private forget(uri: string): void {
    this.read.delete(uri);
    this.index.remove(uri);
  }
}

const unreadable = (name: string, error: unknown): SourceProblem => ({
  name,
  message: `can’t be read (${error instanceof Error ? error.message : String(error)}). Check its permissions.`,
});
