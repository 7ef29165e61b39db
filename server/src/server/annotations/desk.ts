import {
  type Connection,
  DidChangeWatchedFilesNotification,
  MessageType,
  NotificationType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Placed } from '../../annotations/annotation';
import type { PlacedVerdict } from '../../annotations/verdicts';
import { Lines } from '../../features/lines';
import { type Thread, threadsOf } from '../../features/threads';
import type { ClientTraits } from '../abilities';
import { canonical, liesIn, nameOf } from '../configuration-texts';
import type { OpenDocument } from '../document';
import { Timers } from '../timers';
import { type Draft, draftOf } from './drafts';
import { Session, type Unsaved } from './session';
import { isDraft, isSidecar, SIDECARS, shownNameOf, sidecarOf } from './sidecar';
import type { SidecarFiles } from './sidecar-files';

/** What a client is told of the annotations of an open article, whenever that changes. */
export interface AnnotationsParams {
  readonly uri: string;
  readonly threads: readonly Thread[];
  /** Why they are not in their file; null where they are. */
  readonly problem: string | null;
  /** What the client is to keep until they are; null where they are, or cannot be. */
  readonly unsaved: Unsaved | null;
}

/** Server to client: the annotations of an article have changed, or where they lie. */
export const AnnotationsNotification = new NotificationType<AnnotationsParams>('onrecord/annotations');

/** What the desk needs of the server. */
export interface AnnotationsHost {
  readonly connection: Connection;
  readonly files: SidecarFiles;
  traits(): ClientTraits;
  /** The verdicts on an article have changed: everything about it may have to be shown anew. */
  changed(uri: string): void;
  complain(what: string, error: unknown): void;
}

/** How long after an edit lost annotations are looked for again and the client is told, in milliseconds. */
const SETTLE = 250;
/** How long until a file that could not be written is tried again, in milliseconds: at first, and at most. */
const RETRY = 5_000;
const LONGEST_RETRY = 60_000;

const NONE: readonly PlacedVerdict[] = [];

/** Everything that is known of one article. */
interface Held {
  readonly session: Session;
  document: OpenDocument;
  /** Its file has been read for the first time. */
  loaded: Promise<void>;
  /** The last reading or writing of its file; each waits for the one before. */
  busy: Promise<void>;
  problem: string | null;
  retry: number;
  /** What the client was last told. */
  told: string;
  /** The verdicts that were last heeded. */
  heeded: readonly PlacedVerdict[];
}

/** Keeps the annotations of the open articles, in step with their files and with the text. */
export class AnnotationsDesk {
  private readonly held = new Map<string, Held>();
  /** What could not be written, of articles that are not open. */
  private readonly unsaved = new Map<string, Unsaved>();
  /** Drafts with annotations that have been closed. */
  private readonly drafts = new Map<string, Draft>();
  private readonly timers: Timers;
  private readonly warned = new Map<string, string>();
  private readonly watched = new Set<string>();
  private folders: readonly string[] = [];

  constructor(private readonly host: AnnotationsHost) {
    this.timers = new Timers((error) => host.complain('keeping annotations', error));
  }

  /** The folders that are open, and what the client has kept for us. */
  open(folders: readonly string[], unsaved: ReadonlyMap<string, Unsaved>): void {
    this.folders = folders.map(canonical);
    for (const [uri, kept] of unsaved) this.unsaved.set(uri, kept);
  }

  /** The client is ready: asks it to tell of changes. */
  start(): void {
    if (this.host.traits().watchesFiles) this.watch(SIDECARS);
  }

  /** A document has been opened. */
  opened(document: OpenDocument): void {
    const session = new Session(document.uri, document.text);
    const held: Held = {
      session,
      document,
      loaded: Promise.resolve(),
      busy: Promise.resolve(),
      problem: null,
      retry: RETRY,
      told: '',
      heeded: [],
    };
    this.takeOver(document);
    this.held.set(document.uri, held);
    held.loaded = this.load(held);
    held.busy = held.loaded;
  }

  /** A document has gone on to its next version. */
  edited(document: OpenDocument): void {
    const held = this.held.get(document.uri);
    if (!held) return;
    held.document = document;
    held.session.edited(document);
    this.takeOver(document);
    this.later(held);
  }

  /** A document has been saved. */
  saved(uri: string): void {
    const held = this.held.get(uri);
    if (!held) return;
    held.session.settle();
    held.session.refresh();
    this.write(held).catch((error) => this.host.complain('writing annotations', error));
  }

  /** A document has been closed. What is not in its file yet is kept. */
  closed(uri: string): void {
    const held = this.held.get(uri);
    if (!held) return;
    this.held.delete(uri);
    this.timers.cancel(`settle ${uri}`);
    this.timers.cancel(`retry ${uri}`);
    const kept = held.session.unsaved;
    if (kept) this.unsaved.set(uri, kept);
    this.tell({ uri, threads: [], problem: null, unsaved: kept });
    if (!kept || !isDraft(uri)) return;
    const draft: Draft = { uri, text: held.document.text };
    this.drafts.set(uri, draft);
    // Saved, most likely: the file has just been opened, or will be.
    for (const { document } of [...this.held.values()].reverse()) if (this.takeOver(document)) break;
  }

  /** A file that has come of a draft that was closed gets what was said of that. Whether it has. */
  private takeOver({ uri, text }: OpenDocument): boolean {
    const draft = this.drafts.size === 0 || isDraft(uri) ? undefined : draftOf(text, this.drafts.values());
    if (!draft) return false;
    this.drafts.delete(draft.uri);
    this.renamed(draft.uri, uri);
    return true;
  }

  /** An article has another address now. */
  renamed(from: string, to: string): void {
    const kept = this.unsaved.get(from);
    // What waits for the other address already is not to be lost either.
    if (!kept || this.unsaved.has(to)) return;
    this.unsaved.delete(from);
    this.tell({ uri: from, threads: [], problem: null, unsaved: null });
    this.unsaved.set(to, kept);
    const held = this.held.get(to);
    if (held) held.busy = held.busy.then(() => this.load(held));
  }

  /** Files have changed on disk. */
  changed(files: readonly string[]): void {
    const addresses = new Set(files.map(canonical).filter(isSidecar));
    for (const held of addresses.size > 0 ? this.held.values() : []) {
      const sidecar = sidecarOf(held.session.uri);
      if (sidecar === null || !addresses.has(canonical(sidecar))) continue;
      held.busy = held.busy.then(() => this.load(held));
    }
  }

  /** The person trusts the folders now, or has come back: what could not be written is tried again. */
  retry(): void {
    for (const held of this.held.values()) if (held.problem !== null) this.write(held).catch(() => undefined);
  }

  /** The annotations of an open article; undefined where it is not open. Waits until they have been read. */
  async of(uri: string): Promise<Session | undefined> {
    const held = this.held.get(uri);
    await held?.loaded;
    return held?.session;
  }

  /** Each annotation of an open article with where it lies now. */
  placed(uri: string): readonly Placed[] {
    return this.held.get(uri)?.session.placed() ?? [];
  }

  /** The verdicts that hold on an article now; the same list as long as they are the same. */
  verdictsOf(uri: string): readonly PlacedVerdict[] {
    const held = this.held.get(uri);
    if (!held) return NONE;
    held.heeded = held.session.verdicts();
    return held.heeded;
  }

  /** The annotations of an article have been changed by hand: writes them; why that could not be, or null. */
  async keep(uri: string): Promise<string | null> {
    const held = this.held.get(uri);
    if (!held) return null;
    this.show(held);
    await this.write(held);
    return held.problem;
  }

  /** What the client is to be shown of an article. */
  paramsOf(uri: string): AnnotationsParams | null {
    const held = this.held.get(uri);
    return held ? paramsOf(held) : null;
  }

  /** Reads the file of an article, and takes up what could not be written into it before. */
  private async load(held: Held): Promise<void> {
    const { session } = held;
    const sidecar = sidecarOf(session.uri);
    try {
      if (sidecar !== null) {
        session.loaded(await this.host.files.read(sidecar));
        this.watchToo(sidecar);
      }
    } catch (error) {
      this.host.complain(`reading ${sidecar}`, error);
    }
    const kept = this.unsaved.get(session.uri);
    if (kept) {
      session.resumed(kept);
      this.unsaved.delete(session.uri);
    }
    this.warnOfMalformed(held);
    this.show(held);
    if (session.isChanged) this.timers.later(`retry ${session.uri}`, 0, () => this.write(held));
  }

  private write(held: Held): Promise<void> {
    const writing = held.busy.then(() => this.writeNow(held));
    held.busy = writing.catch((error) => this.host.complain('writing annotations', error));
    return writing;
  }

  /** Writes an article's annotations into their file, joined with what others have written into it since. */
  private async writeNow(held: Held): Promise<void> {
    const { session } = held;
    const sidecar = sidecarOf(session.uri);
    if (session.isChanged && sidecar === null) this.failed(held, 'the article has not been saved yet');
    if (!session.isChanged || sidecar === null) return this.show(held);
    try {
      session.loaded(await this.host.files.read(sidecar));
    } catch (error) {
      return this.failed(held, error instanceof Error ? error.message : String(error));
    }
    const due = session.toWrite();
    if (session.malformed) this.failed(held, `${nameOf(sidecar)} is damaged`);
    if (!due) return this.show(held);
    const problem = await this.host.files.write(sidecar, due.text);
    if (problem !== null) return this.failed(held, problem);
    session.written(due.text, due.collection);
    this.watchToo(sidecar);
    held.problem = null;
    held.retry = RETRY;
    this.warned.delete(session.uri);
    this.show(held);
  }

  private failed(held: Held, problem: string): void {
    const { uri } = held.session;
    held.problem = problem;
    this.warn(uri, `Your notes on ${shownNameOf(uri)} are not saved: ${problem}. On Record keeps them and goes on trying.`);
    this.timers.later(`retry ${uri}`, held.retry, () => (this.held.get(uri) === held ? this.write(held) : undefined));
    held.retry = Math.min(LONGEST_RETRY, held.retry * 2);
    this.show(held);
  }

  private warnOfMalformed({ session }: Held): void {
    const sidecar = sidecarOf(session.uri);
    if (!session.malformed || sidecar === null) return;
    const { line, character } = new Lines(session.lastRead ?? '').positionAt(session.malformed.span[0]);
    const message = `${nameOf(sidecar)}, line ${line + 1}, column ${character + 1}: ${session.malformed.message}`;
    this.warn(session.uri, `${message} Until that is mended, On Record leaves the file as it is and keeps new notes in memory.`);
  }

  /** Tells the person, once for every reason. */
  private warn(uri: string, message: string): void {
    if (this.warned.get(uri) === message) return;
    this.warned.set(uri, message);
    this.host.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(() => undefined);
  }

  private later(held: Held): void {
    const { uri } = held.session;
    if (held.session.placed().length === 0) return;
    this.timers.later(`settle ${uri}`, SETTLE, () => {
      if (this.held.get(uri) !== held) return;
      held.session.settle();
      this.show(held);
    });
  }

  /** Tells the client of an article's annotations, and the server of its verdicts, as far as they are news. */
  private show(held: Held): void {
    if (this.held.get(held.session.uri) !== held) return;
    if (held.session.verdicts() !== held.heeded) {
      held.heeded = held.session.verdicts();
      this.host.changed(held.session.uri);
    }
    this.tell(paramsOf(held), held);
  }

  private tell(params: AnnotationsParams, held?: Held): void {
    if (!this.host.traits().showsAnnotations) return;
    const news = JSON.stringify(params);
    if (held?.told === news || (held?.told === '' && params.threads.length === 0 && params.problem === null)) return;
    if (held) held.told = news;
    this.host.connection.sendNotification(AnnotationsNotification, params).catch(() => undefined);
  }

  /** Asks the client to watch a file outside the folders that are open. */
  private watchToo(uri: string): void {
    const { watchesFiles, watchesRelative } = this.host.traits();
    if (!watchesFiles || !watchesRelative || liesIn(canonical(uri), this.folders) || this.watched.has(uri)) return;
    this.watched.add(uri);
    this.watch({ baseUri: Utils.dirname(URI.parse(uri)).toString(), pattern: nameOf(uri) });
  }

  private watch(globPattern: string | { baseUri: string; pattern: string }): void {
    this.host.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch((error) => this.host.complain('watching files', error));
  }
}

const paramsOf = ({ session, document, problem }: Held): AnnotationsParams => ({
  uri: session.uri,
  threads: threadsOf(session.placed(), document.lines),
  problem: problem ?? (session.malformed ? session.malformed.message : null),
  unsaved: session.unsaved,
});
