import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';
import { type ArticleSpeakers, searchSpeakers, speakersIn } from '../features/speaker-search';
import type { Service } from '../service';
import { formatOfFile } from '../text/formats';
import type { ClientTraits } from './abilities';
import { canonical } from './configuration-texts';
import { OpenDocument } from './document';
import { ARTICLE_ENDINGS, ARTICLE_PATTERN, type ListedFile, MOST_FILES } from './listed-files';
import type { OpenArticle } from './open-article';
import { DEFAULTS } from './settings';
import { judge } from './state';

/** What the index needs of the server. */
export interface SpeakerIndexHost {
  readonly connection: Connection;
  service(): Service;
  traits(): ClientTraits;
  /** The addresses of the folders that are open. */
  folders(): Promise<readonly string[]>;
  /** The files of a folder that may be articles; undefined where the server cannot look into it. */
  list(folder: string): Promise<readonly ListedFile[] | undefined>;
  /** The text of a file; undefined where there is none. */
  read(uri: string): Promise<string | undefined>;
  /** Whether the configuration wants a file checked. */
  isChecked(uri: string): Promise<boolean>;
  /** What the person has said of a file: to read it or not; undefined where nothing. */
  wanted(uri: string): boolean | undefined;
  /** The articles that are open and read. */
  open(): Iterable<OpenArticle>;
  /** Whether articles of a folder are to be read at all. */
  isOn(folder: string): Promise<boolean>;
  turn(): Promise<void>;
  now(): number;
  complain(what: string, error: unknown): void;
}

/** Server to client: asks for the files of the open folders with certain endings, at most so many, where the server cannot look for them itself. */
export const FindArticlesRequest = new RequestType<{ readonly endings: readonly string[]; readonly most: number }, string[], void>(
  'onrecord/findArticles',
);

/** How long what was found is believed where nobody tells of changes, in milliseconds. */
const BELIEVED = 5000;

/** Who speaks in the articles of the open folders: read when somebody first searches, then kept, and read again when they change. */
export class SpeakerIndex {
  private readonly known = new Map<string, { readonly stamp: string; readonly article: ArticleSpeakers | null }>();
  private updating: Promise<void> | null = null;
  private updatedAt = Number.NEGATIVE_INFINITY;
  private stale = true;
  private watches = false;

  constructor(private readonly host: SpeakerIndexHost) {}

  /** The speakers who fit a query. What stands in the editor counts as it stands there. */
  async search(query: string, token: CancellationToken): Promise<ReturnType<typeof searchSpeakers>> {
    this.watch();
    const cancelled = new Promise<never>((_resolve, reject) => {
      token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')));
    });
    await Promise.race([this.update(), cancelled]);
    const articles = new Map<string, ArticleSpeakers>();
    for (const [uri, { article }] of this.known) if (article) articles.set(uri, article);
    for (const open of this.host.open()) {
      const article = open.read();
      const { uri } = open.document;
      articles.set(canonical(uri), speakersIn(article, uri, this.host.service().lines(article)));
    }
    return searchSpeakers(articles.values(), query);
  }

  /** Files have changed on disk, have come or gone. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) this.known.delete(canonical(uri));
    this.stale = true;
  }

  /** What is to be read may have changed: settings or a configuration. */
  reconsider(): void {
    this.known.clear();
    this.stale = true;
  }

  private update(): Promise<void> {
    const believed = this.watches || this.host.now() - this.updatedAt < BELIEVED;
    if (!this.updating && (this.stale || !believed)) {
      this.stale = false;
      this.updating = this.readAll()
        .catch((error) => this.host.complain('reading the articles of a folder', error))
        .finally(() => {
          this.updating = null;
          this.updatedAt = this.host.now();
        });
    }
    return this.updating ?? Promise.resolve();
  }

  private async readAll(): Promise<void> {
    const files = new Map<string, ListedFile>();
    for (const file of await this.list()) if (files.size < MOST_FILES) files.set(canonical(file.uri), file);
    for (const key of [...this.known.keys()]) if (!files.has(key)) this.known.delete(key);
    for (const [key, { uri, stamp }] of files) {
      if (this.known.get(key)?.stamp === stamp) continue;
      this.known.set(key, { stamp, article: await this.readOne(uri) });
      // Whoever types comes first.
      await this.host.turn();
    }
  }

  private async list(): Promise<readonly ListedFile[]> {
    const files: ListedFile[] = [];
    let elsewhere = false;
    for (const folder of await this.host.folders()) {
      if (!(await this.host.isOn(folder))) continue;
      const listed = await this.host.list(folder);
      if (listed) files.push(...listed);
      else elsewhere = true;
    }
    if (!elsewhere || !this.host.traits().findsArticles) return files;
    const found: unknown = await this.host.connection.sendRequest(FindArticlesRequest, { endings: ARTICLE_ENDINGS, most: MOST_FILES });
    const uris = Array.isArray(found) ? found.filter((uri): uri is string => typeof uri === 'string') : [];
    return [...files, ...uris.map((uri) => ({ uri, stamp: '' }))];
  }

  /** The speakers of a file; null where it is no article, or is not to be checked. */
  private async readOne(uri: string): Promise<ArticleSpeakers | null> {
    try {
      if (!(await this.host.isChecked(uri))) return null;
      const text = await this.host.read(uri);
      if (text === undefined) return null;
      const { id: format } = formatOfFile(uri);
      const language = /\.article$/i.test(uri) ? 'article' : format === 'plain' ? 'plaintext' : format;
      const service = this.host.service();
      const document = new OpenDocument(uri, language, 0, text, this.host.traits().abilities.encoding);
      if (judge(document, { settings: DEFAULTS, wanted: this.host.wanted(uri), wasOn: false, formats: [] }).state !== 'on') return null;
      const article = service.analyse(text, { format });
      return speakersIn(article, uri, service.lines(article));
    } catch (error) {
      // One file that cannot be read does not hide its neighbours.
      this.host.complain(`reading ${uri}`, error);
      return null;
    }
  }

  private watch(): void {
    if (this.watches || !this.host.traits().watchesFiles) return;
    this.watches = true;
    this.host.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: ARTICLE_PATTERN }] })
      .catch((error) => this.host.complain('watching articles', error));
  }
}
