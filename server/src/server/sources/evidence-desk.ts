import {
  type Connection,
  DidChangeWatchedFilesNotification,
  MessageType,
  RequestType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Evidence } from '../../evidence/evidence';
import { pathFrom } from '../../features/relative-path';
import { soughtIn } from '../../rules/sought';
import type { ClientTraits } from '../abilities';
import { canonical, liesIn } from '../configuration-texts';
import type { OpenArticle } from '../open-article';
import type { FolderEntry, ListFolder } from './folders';
import { SourceLibrary } from './library';
import type { ReadPdf } from './pdf';
import { BuildProgress } from './progress';

/** What the desk needs of the server. */
export interface EvidenceHost {
  readonly connection: Connection;
  traits(): ClientTraits;
  read(uri: string): Promise<string | undefined>;
  readonly readPdf: ReadPdf | null;
  readonly list: ListFolder;
  turn(): Promise<void>;
  now(): number;
  /** More is known of an article now. */
  changed(uri: string): void;
  complain(what: string, error: unknown): void;
}

/** Server to client: asks what lies in a folder that the server can't look into itself; null where there is none. */
export const ListFolderRequest = new RequestType<{ readonly uri: string }, readonly FolderEntry[] | null, void>('onrecord/listFolder');

/** How long work goes on until others have their turn, in milliseconds. */
const SLICE = 8;
/** How long the files of folders that nobody watches are believed, in milliseconds. */
const BELIEVED = 3000;
/** How many of the things that were left out a message names. */
const MOST_NAMED = 3;

/** A library with what is being done about it. */
interface Shelf {
  readonly library: SourceLibrary;
  /** Files that are to be read again. */
  changed: Set<string>;
  stale: boolean;
  listed: number;
  told: string;
  work: Promise<void> | null;
}

/** Keeps the documents beside the open articles, and looks up in them what the articles say, in the background and a slice at a time. */
export class EvidenceDesk {
  private readonly shelves = new Map<string, Shelf>();
  /** The texts of documents that stand in the editor, by their addresses. */
  private readonly edited = new Map<string, string>();
  /** For each article by what it was last answered. */
  private readonly attended = new Map<string, { open: OpenArticle; shelf: Shelf; key: string }>();
  private folders: readonly string[] = [];
  private readonly refused = new Set<string>();
  private slice = 0;

  constructor(private readonly host: EvidenceHost) {}

  /** The folders that are open. */
  open(folders: readonly string[]): void {
    this.folders = folders.map(canonical);
  }

  /** Gives an article what is known of it now, and sees to the rest. Cheap where nothing has changed. */
  attend(open: OpenArticle, sources: readonly string[]): void {
    const { uri } = open.document;
    const folders = sources.map(canonical).filter((folder) => this.mayRead(folder, uri));
    if (folders.length === 0) {
      this.attended.delete(uri);
      open.know(null);
      return;
    }
    const shelf = this.shelfOf(folders);
    const unwatched = !this.host.traits().watchesFiles && this.host.now() - shelf.listed > BELIEVED;
    if (unwatched) shelf.stale = true;
    const known = this.attended.get(uri);
    const key = `${open.document.version} ${shelf.library.index.version}`;
    if (known?.open === open && known.shelf === shelf && known.key === key && !shelf.stale) return;
    this.attended.set(uri, { open, shelf, key });
    open.know(this.answer(open, shelf));
    if (shelf.stale || this.lacks(open, shelf)) this.see(shelf);
  }

  /** The documents beside an article, by their paths from its folder. */
  filesFor(open: OpenArticle): string[] {
    const shelf = this.attended.get(open.document.uri)?.shelf;
    return [...(shelf?.library.documents.keys() ?? [])].flatMap((uri) => pathFrom(canonical(open.document.uri), uri) ?? []);
  }

  /** The text of a document with pages, page by page; null where none of the articles that are open has such a one beside it, or it has not been read yet. */
  pageText(address: string): string | null {
    const uri = canonical(address);
    for (const { library } of this.shelves.values()) {
      const text = library.pageText(uri);
      if (text !== undefined) return text;
    }
    return null;
  }

  /** Files have changed on disk, have come or gone. */
  filesChanged(files: readonly string[]): void {
    const addresses = files.map(canonical);
    for (const shelf of this.shelves.values()) {
      const mine = addresses.filter(
        (uri) => liesIn(uri, shelf.library.folders) || shelf.library.folders.some((folder) => liesIn(folder, [uri]) || folder === uri),
      );
      if (mine.length > 0) this.soil(shelf, mine);
    }
  }

  /** A document stands in the editor with this text, or (null) no longer does. */
  textChanged(address: string, text: string | null): void {
    const uri = canonical(address);
    if (text === null ? !this.edited.has(uri) : this.edited.get(uri) === text) return;
    const shelves = [...this.shelves.values()].filter(({ library }) => liesIn(uri, library.folders));
    if (text === null) this.edited.delete(uri);
    else this.edited.set(uri, text);
    for (const shelf of shelves) this.soil(shelf, [uri]);
  }

  /** An article has been closed. */
  closed(uri: string): void {
    this.attended.delete(uri);
    const used = new Set([...this.attended.values()].map(({ shelf }) => shelf));
    for (const [key, shelf] of this.shelves) if (!used.has(shelf) && shelf.work === null) this.shelves.delete(key);
  }

  private soil(shelf: Shelf, files: readonly string[]): void {
    for (const file of files) shelf.changed.add(file);
    shelf.stale = true;
    this.see(shelf);
  }

  private shelfOf(folders: readonly string[]): Shelf {
    const key = folders.join('\n');
    const known = this.shelves.get(key);
    if (known) return known;
    const library = new SourceLibrary(folders, {
      list: (uri) => this.listAnywhere(uri),
      read: (uri) => this.host.read(uri),
      readPdf: this.host.readPdf,
      edited: (uri) => this.edited.get(uri),
      breathe: () => this.breathe(),
    });
    const shelf: Shelf = { library, changed: new Set(), stale: true, listed: 0, told: '', work: null };
    this.shelves.set(key, shelf);
    this.watch(folders);
    return shelf;
  }

  private answer(open: OpenArticle, { library }: Shelf): Evidence | null {
    return library.index.size === 0 ? null : library.lookups.evidence(soughtIn(open.read()));
  }

  private lacks = (open: OpenArticle, { library }: Shelf): boolean =>
    library.index.size > 0 && library.lookups.lacks(soughtIn(open.read()));

  /** Brings a shelf up to date and looks up what its articles say, unless that is being done. */
  private see(shelf: Shelf): void {
    shelf.work ??= this.work(shelf)
      .catch((error) => this.host.complain('reading the documents beside the articles', error))
      .finally(() => {
        shelf.work = null;
      });
  }

  private async work(shelf: Shelf): Promise<void> {
    await this.host.turn();
    this.slice = this.host.now();
    for (let again = true; again; ) {
      if (shelf.stale) await this.update(shelf);
      again = false;
      for (const { open } of [...this.attended.values()].filter((one) => one.shelf === shelf)) {
        if (shelf.stale) break;
        if (this.lacks(open, shelf)) for (const _ of shelf.library.lookups.lookingUp(soughtIn(open.read()))) await this.breathe();
        this.inform(open, shelf);
      }
      again = shelf.stale || [...this.attended.values()].some((one) => one.shelf === shelf && this.lacks(one.open, shelf));
    }
  }

  /** Hands an article what has been found, and says so where that is news. */
  private inform(open: OpenArticle, shelf: Shelf): void {
    const { uri, version } = open.document;
    const known = this.attended.get(uri);
    if (known?.open !== open) return;
    known.key = `${version} ${shelf.library.index.version}`;
    if (open.know(this.answer(open, shelf))) this.host.changed(uri);
  }

  private async update(shelf: Shelf): Promise<void> {
    const { connection, traits, now } = this.host;
    shelf.stale = false;
    const changed = shelf.changed;
    shelf.changed = new Set();
    const progress = new BuildProgress(connection, traits().showsProgress, now);
    try {
      const whole = await shelf.library.update(changed, (done, all, name) => progress.at(done, all, name));
      shelf.listed = now();
      if (!whole) connection.console.warn('Reading the documents beside the articles was cancelled. It goes on when one of them changes.');
    } finally {
      progress.end();
    }
    this.tell(shelf);
  }

  /** Says what was left out, once. */
  private tell(shelf: Shelf): void {
    const lines = shelf.library.problems.map(({ name, message }) => `${name} ${message}`);
    const news = lines.join('\n');
    if (news === shelf.told) return;
    shelf.told = news;
    for (const line of lines) this.host.connection.console.warn(line);
    if (lines.length === 0) return;
    const more = lines.length > MOST_NAMED ? ` ${lines.length - MOST_NAMED} more are in the log.` : '';
    const message = `On Record left out documents: ${lines.slice(0, MOST_NAMED).join(' ')}${more}`;
    this.host.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(() => undefined);
  }

  /** Whether a folder of sources lies in the workspace; for an article outside of it, below the article’s own folder. */
  private mayRead(folder: string, article: string): boolean {
    const inside = article.startsWith('untitled:') || liesIn(canonical(article), this.folders);
    const roots = inside ? this.folders : [Utils.dirname(URI.parse(canonical(article))).toString()];
    if (liesIn(folder, roots) || roots.includes(folder.replace(/\/$/, ''))) return true;
    if (!this.refused.has(folder))
      this.host.connection.console.warn(`${folder} lies outside the open folders and is not read. Open it, or name a folder inside.`);
    this.refused.add(folder);
    return false;
  }

  private async listAnywhere(uri: string): Promise<readonly FolderEntry[] | undefined> {
    const entries = await this.host.list(uri);
    if (entries !== undefined || uri.startsWith('file:') || !this.host.traits().readsFiles) return entries;
    const listed: unknown = await this.host.connection.sendRequest(ListFolderRequest, { uri });
    return Array.isArray(listed) ? listed.filter(isEntry) : undefined;
  }

  private watch(folders: readonly string[]): void {
    const { watchesFiles, watchesRelative } = this.host.traits();
    if (!watchesFiles) return;
    const watchers = folders.map((folder) => ({
      globPattern: watchesRelative
        ? { baseUri: folder.replace(/\/$/, ''), pattern: '**/*' }
        : `**/${Utils.basename(URI.parse(folder.replace(/\/$/, '')))}/**`,
    }));
    this.host.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => this.host.complain('watching files', error));
  }

  private async breathe(): Promise<void> {
    if (this.host.now() - this.slice < SLICE) return;
    await this.host.turn();
    this.slice = this.host.now();
  }
}

/** Whether `value` is an entry of a folder: it came over the wire and may be anything. */
function isEntry(value: unknown): value is FolderEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, folder } = value as Partial<Record<keyof FolderEntry, unknown>>;
  return typeof name === 'string' && name !== '' && !/[/\\]|^\.\.?$/.test(name) && typeof folder === 'boolean';
}
