import { type CodeAction, type Connection, type Diagnostic, DidChangeWatchedFilesNotification, RequestType } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { configurationActions, configurationDiagnostics } from '../features/configuration';
import type { ConfigurationPlace } from '../features/ignore-everywhere';
import { FACTS } from '../rules';
import { type Configuration, UNCONFIGURED } from '../rules/checking';
import type { Layer } from '../rules/configuration/levels';
import { CONFIGURATION_NAME, type FaultyFile, type LoadedConfiguration, loadConfiguration } from '../rules/configuration/load';
import type { ClientTraits } from './abilities';
import { ConfigurationTexts, canonical, liesIn, nameOf } from './configuration-texts';
import { isRange, type OpenDocument } from './document';

/** What the desk needs of the server. */
export interface ConfigurationHost {
  readonly connection: Connection;
  traits(): ClientTraits;
  /** The text of a file of this machine; undefined where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  complain(what: string, error: unknown): void;
}

/** Server to client: asks for the text of a file that the server can't read itself; null where there is none. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('onrecord/readFile');

/** Names of files that are watched wherever they are in the workspace. */
const WATCHED = '**/.onrecord*.json';
const isOurs = (uri: string): boolean => /^\.onrecord.*\.json$/.test(nameOf(uri));

/** Whether a document is a configuration file rather than an article. */
export const isConfigurationFile = (uri: string): boolean => nameOf(uri) === CONFIGURATION_NAME;

/** What was last loaded for a document. */
interface Known {
  readonly person: Layer | undefined;
  readonly loaded: LoadedConfiguration;
  readonly configuration: Configuration;
  /** The texts that it was made of, by address. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Keeps what `.onrecord.json` says of each document, and shows what is wrong in such files. */
export class ConfigurationDesk {
  private readonly texts: ConfigurationTexts;
  private readonly known = new Map<string, Promise<Known | null>>();
  /** The configuration files that stand in the editor. */
  private readonly documents = new Map<string, OpenDocument>();
  private readonly shown = new Map<string, string>();
  private readonly watchedToo = new Set<string>();
  private folders: readonly string[] = [];

  constructor(private readonly host: ConfigurationHost) {
    this.texts = new ConfigurationTexts({
      read: (uri) => this.readAnywhere(uri),
      now: () => host.now(),
      isWatched: (uri) => this.isWatched(uri),
    });
  }

  /** The folders that are open. */
  open(folders: readonly string[]): void {
    this.folders = folders.map(canonical);
  }

  /** The client is ready: asks it to tell of changes. */
  start(): void {
    if (this.host.traits().watchesFiles) this.watch([{ globPattern: WATCHED }]);
  }

  /** What holds for a document, with what a person's own settings say; what holds by default where its configuration cannot be read. */
  async of(uri: string, person: Layer | undefined): Promise<Configuration> {
    return (await this.lookUp(uri, person))?.configuration ?? UNCONFIGURED;
  }

  /** Whether a file that may not be open is to be checked; true where its configuration cannot be read. Remembers nothing of it. */
  async checks(uri: string): Promise<boolean> {
    const read = (file: string) => this.texts.read(file);
    const loaded = await loadConfiguration(canonical(uri), { read, rules: FACTS, baseline: null }).catch(() => null);
    return loaded?.settings.checked ?? true;
  }

  /** Where a newsroom would say what holds for a document; null where it lies in no folder. */
  async placeFor(uri: string): Promise<ConfigurationPlace | null> {
    const address = this.addressOf(uri);
    const known = await this.known.get(uri);
    if (!address || !known) return null;
    const nearest = [...known.texts].find(([file, text]) => text !== undefined && isConfigurationFile(file));
    if (nearest) return { uri: nearest[0], text: nearest[1] ?? null };
    const folder = this.folders.find((open) => liesIn(address, [open]));
    return {
      uri: Utils.joinPath(folder === undefined ? Utils.dirname(URI.parse(address)) : URI.parse(folder), CONFIGURATION_NAME).toString(),
      text: null,
    };
  }

  /** Files have changed on disk. The documents whose configuration may have changed with them. */
  changed(files: readonly string[]): string[] {
    const addresses = files.map(canonical);
    this.texts.changed(addresses);
    return [...this.known.keys()];
  }

  /** A configuration file stands in the editor, at this version. The documents whose configuration may have changed with it. */
  edited(document: OpenDocument): string[] {
    this.documents.set(document.uri, document);
    this.texts.edited(canonical(document.uri), document.text);
    this.lookUp(document.uri, undefined).catch(() => undefined);
    return [...this.known.keys()];
  }

  /** A document has been closed. The documents whose configuration may have changed with that. */
  closed(uri: string): string[] {
    this.known.delete(uri);
    if (!this.documents.delete(uri)) {
      this.show().catch(() => undefined);
      return [];
    }
    this.texts.edited(canonical(uri), null);
    return [...this.known.keys()];
  }

  /** The ways to mend what is wrong with a configuration file that stands in the editor. */
  async actions(uri: string, range: unknown): Promise<CodeAction[]> {
    const document = this.documents.get(uri);
    if (!isRange(range)) return [];
    const known = document && (await this.lookUp(uri, undefined));
    const faulty = known?.loaded.faults.find((file) => file.uri === canonical(uri));
    if (!document || !faulty || faulty.text !== document.text) return [];
    return configurationActions(faulty, { uri, version: document.version }, document.lines.spanOf(range), this.host.traits().abilities);
  }

  private async lookUp(uri: string, person: Layer | undefined): Promise<Known | null> {
    const before = await this.known.get(uri);
    if (before && before.person === person && (await this.holds(before))) return before;
    const loading = this.load(uri, person);
    this.known.set(uri, loading);
    const known = await loading;
    await this.show();
    return known;
  }

  /** Whether the files still say what they said. */
  private async holds({ texts }: Known): Promise<boolean> {
    for (const [uri, text] of texts) if ((await this.texts.read(uri).catch(() => undefined)) !== text) return false;
    return true;
  }

  private async load(uri: string, person: Layer | undefined): Promise<Known | null> {
    const address = this.addressOf(uri);
    const texts = new Map<string, string | undefined>();
    const read = async (file: string): Promise<string | undefined> => {
      texts.set(file, undefined);
      const text = await this.texts.read(file);
      texts.set(file, text);
      if (text !== undefined) this.watchToo(file);
      return text;
    };
    try {
      const loaded = await loadConfiguration(address ?? 'untitled:', {
        read,
        rules: FACTS,
        person,
        within: this.folders.length > 0 ? this.folders : undefined,
      });
      return { person, loaded, configuration: { settings: loaded.settings, baseline: loaded.baseline }, texts };
    } catch (error) {
      this.host.complain('reading the configuration', error);
      return null;
    }
  }

  /** The address by which a document's configuration is looked for: a draft without a file counts as one in the first open folder. */
  private addressOf(uri: string): string | undefined {
    if (!uri.startsWith('untitled:')) return canonical(uri);
    const [folder] = this.folders;
    return folder === undefined ? undefined : Utils.joinPath(URI.parse(folder), nameOf(uri) || 'untitled').toString();
  }

  /** The text of a file, also of one that only the client can reach; undefined where there is none. */
  async readAnywhere(uri: string): Promise<string | undefined> {
    const { connection, traits } = this.host;
    const text = await this.host.read(uri);
    if (text !== undefined || !traits().readsFiles) return text;
    return (await connection.sendRequest(ReadFileRequest, { uri })) ?? undefined;
  }

  private isWatched(uri: string): boolean {
    return this.host.traits().watchesFiles && (this.watchedToo.has(uri) || (isOurs(uri) && liesIn(uri, this.folders)));
  }

  /** Asks the client to watch a file that is there and that nobody watches yet. */
  private watchToo(uri: string): void {
    if (this.isWatched(uri) || !this.host.traits().watchesFiles || !this.host.traits().watchesRelative) return;
    this.watchedToo.add(uri);
    this.watch([{ globPattern: { baseUri: Utils.dirname(URI.parse(uri)).toString(), pattern: nameOf(uri) } }]);
  }

  private watch(watchers: readonly { globPattern: string | { baseUri: string; pattern: string } }[]): void {
    this.host.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
      .catch((error) => this.host.complain('watching files', error));
  }

  /** Shows what is wrong in all files that hold for an open document; what was shown before and is mended goes. */
  private async show(): Promise<void> {
    const faulty = new Map<string, FaultyFile>();
    for (const known of this.known.values()) for (const fault of (await known)?.loaded.faults ?? []) faulty.set(fault.uri, fault);
    const { abilities, hasSchema } = this.host.traits();
    for (const uri of new Set([...faulty.keys(), ...this.shown.keys()])) {
      const fault = faulty.get(uri);
      const diagnostics: Diagnostic[] = fault ? configurationDiagnostics(fault, abilities, hasSchema && isConfigurationFile(uri)) : [];
      const news = JSON.stringify(diagnostics);
      if (news === (this.shown.get(uri) ?? '[]')) continue;
      if (diagnostics.length > 0) this.shown.set(uri, news);
      else this.shown.delete(uri);
      this.host.connection.sendDiagnostics({ uri, diagnostics }).catch(() => undefined);
    }
  }
}
