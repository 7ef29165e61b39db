import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Service } from '../../service';
import type { ClientTraits } from '../abilities';
import type { ConfigurationDesk } from '../configuration-desk';
import type { OpenArticle } from '../open-article';
import type { Settings } from '../settings';

/** How much of an article a client wants to see. */
export interface ShowOptions {
  readonly minimumConfidence: number;
}

/** What a request is answered with: the connection that it came over, and everything that is known of the articles. */
export interface Counter {
  readonly connection: Connection;
  /** The façade, for the client at hand. */
  service(): Service;
  traits(): ClientTraits;
  readonly configurations: ConfigurationDesk;
  /** The article of a document that is open and read; null for any other. Waits until a burst of changes is over. */
  articleOf(uri: unknown, token: CancellationToken): Promise<OpenArticle | null>;
  /**
   * A handler for requests with a `textDocument`: answers `fallback` where that is no article that is read, or where `answer` goes wrong; the server
   * lives on. Whatever came over the wire beside the document's address may be anything.
   */
  answering<P, R, F>(
    name: string,
    fallback: F,
    answer: (open: OpenArticle, params: P, token: CancellationToken) => Promise<R> | R,
  ): (params: P, token: CancellationToken) => Promise<R | F>;
  showOptions(open: OpenArticle): Promise<ShowOptions>;
  settingsOf(open: OpenArticle): Promise<Settings>;
  /** The addresses of the folders that are open. */
  folders(): readonly string[];
  /** The transcripts and documents beside an article, as paths from its folder. */
  sourceFiles(open: OpenArticle): Promise<readonly string[]>;
  /** The text of a PDF beside an open article, page by page; null where it is not known. */
  pageText(uri: string): string | null;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Writes to the client's log. */
  complain(what: string, error: unknown): void;
}

/** A group of requests of the protocol: what the server says it can do, and how it does it. */
export interface Requests {
  /** For a client of these traits. */
  capabilities(traits: ClientTraits): Partial<ServerCapabilities>;
  /** Takes the client's requests from here on; called once, before the connection listens. */
  listen(counter: Counter): void;
  /** Everything may have to be shown anew: asks the client to ask again. */
  refresh?(): void;
}
