import { URI, Utils } from 'vscode-uri';
import type { Span } from '../../text/span';
import { type BaselineEntry, parseBaseline } from '../baseline';
import { isPack, PACK_NAMES, packLayer } from '../packs';
import type { RuleFacts } from '../rule';
import type { Layer } from './levels';
import { isPath, type KnownNames, parseConfiguration } from './parse';
import { parentOf, pathFrom, pathWithin } from './patterns';
import type { ConfigurationProblem, ProblemCode } from './problem';
import { type PlacedFile, resolveSettings, type Settings } from './resolve';

/** The name of a configuration file. */
export const CONFIGURATION_NAME = '.onrecord.json';

/** The text of the file at this address; undefined when there is none. Rejects when there is one that can't be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** A file of the configuration with something wrong in it. */
export interface FaultyFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** What holds for an article, what it was made of, and what was wrong with that. */
export interface LoadedConfiguration {
  readonly settings: Settings;
  /** The findings of this article that are frozen. */
  readonly baseline: readonly BaselineEntry[];
  readonly faults: readonly FaultyFile[];
  /** The addresses of all files asked for, there or not: a change of one may change what holds. */
  readonly consulted: readonly string[];
}

/** How to load. */
export interface LoadOptions {
  readonly read: ReadFile;
  /** The facts of all rules. */
  readonly rules: readonly RuleFacts[];
  /** What a person's own editor settings say. */
  readonly person?: Layer | undefined;
  /** The folders in which a file that a configuration names has to lie, if it does not lie in that configuration's own; anywhere where none are given. */
  readonly within?: readonly string[] | undefined;
  /** The address of a configuration file to use instead of those of the folders; null uses none. */
  readonly only?: string | null | undefined;
  /** The address of a baseline to use instead of the one that the configuration names; null uses none. */
  readonly baseline?: string | null | undefined;
}

/** A place in a file that names another one. */
interface Naming {
  readonly uri: string;
  readonly text: string;
  readonly name: string;
  readonly span: Span;
  /** What to do when it leads nowhere. */
  readonly remedy: string;
}

/**
 * Finds what holds for the article at `uri`: reads the `.onrecord.json` of its folder and of every folder above, up to one that says
 * `"root": true`, with all that they extend. What is malformed is reported, and left out.
 */
export async function loadConfiguration(uri: string, options: LoadOptions): Promise<LoadedConfiguration> {
  const article = URI.parse(uri);
  const loading = new Loading(options);
  const said = await loading.chainFor(article, options.only);
  const settings = resolveSettings(article, said, options.person);
  const baseline = options.baseline === undefined ? settings.baseline : (options.baseline ?? undefined);
  return {
    settings: { ...settings, baseline },
    baseline: baseline === undefined ? [] : await loading.baselineFor(article, baseline),
    faults: loading.faults(),
    consulted: [...loading.consulted],
  };
}

/** One loading: remembers which files it has asked for, and what was wrong with them. */
class Loading {
  readonly consulted = new Set<string>();
  private readonly faulty = new Map<string, { text: string; problems: ConfigurationProblem[] }>();
  private baselineNamed: Naming | undefined;

  private readonly names: KnownNames;

  constructor(private readonly options: LoadOptions) {
    this.names = { codes: options.rules.map(({ code }) => code), packs: PACK_NAMES };
  }

  /** All files and packs that have a say on the article, the most general first. */
  async chainFor(article: URI, only: string | null | undefined): Promise<(Layer | PlacedFile)[]> {
    if (only === null) return [];
    if (only !== undefined) {
      const uri = URI.parse(only);
      return this.chainOf(uri, Utils.dirname(uri), [], undefined);
    }
    const chains: (Layer | PlacedFile)[][] = [];
    for (let folder = parentOf(article); folder; folder = parentOf(folder)) {
      const chain = await this.chainOf(Utils.joinPath(folder, CONFIGURATION_NAME), folder, [], undefined);
      chains.unshift(chain);
      const own = chain.at(-1);
      if (own && 'file' in own && own.file.root) break;
    }
    return chains.flat();
  }

  /** The file at `uri` after all that it extends. `above` are the files that extend it; `named` is where one of them does. */
  private async chainOf(uri: URI, folder: URI, above: readonly string[], named: Naming | undefined): Promise<(Layer | PlacedFile)[]> {
    const address = uri.toString();
    const text = await this.textOf(address, named);
    if (text === undefined) return [];
    const { file, problems } = parseConfiguration(text, this.names);
    if (!this.faulty.has(address)) for (const problem of problems) this.fault({ uri: address, text }, problem);
    if (file.baseline) {
      const { path, span } = file.baseline;
      const remedy = `Write it with “onrecord check --write-baseline ${path}”, or take this setting out.`;
      this.baselineNamed = { uri: address, text, name: path, span, remedy };
    }
    const chain: (Layer | PlacedFile)[] = [];
    for (const { name, span } of file.extends) {
      const naming = { uri: address, text, name, span, remedy: 'Mend the path, or take it out.' };
      const target = Utils.resolvePath(Utils.dirname(uri), name);
      if (isPack(name)) chain.push(packLayer(name, this.options.rules));
      else if (!isPath(name)) continue;
      else if ([...above, address].includes(target.toString()))
        this.faultAt(naming, 'config/circular', `“${name}” extends this file in turn.`);
      else if (this.isOutside(target.toString(), naming)) continue;
      else chain.push(...(await this.chainOf(target, folder, [...above, address], naming)));
    }
    return [...chain, { file, folder }];
  }

  /** The frozen findings of the article. */
  async baselineFor(article: URI, address: string): Promise<readonly BaselineEntry[]> {
    if (this.baselineNamed && this.isOutside(address, this.baselineNamed)) return [];
    const text = await this.textOf(address, this.baselineNamed);
    if (text === undefined) return [];
    const { files, problems } = parseBaseline(text);
    for (const problem of problems) this.fault({ uri: address, text }, problem);
    return files.get(pathFrom(Utils.dirname(URI.parse(address)), article) ?? '') ?? [];
  }

  faults(): FaultyFile[] {
    return [...this.faulty].map(([uri, { text, problems }]) => ({ uri, text, problems }));
  }

  private async textOf(address: string, named: Naming | undefined): Promise<string | undefined> {
    this.consulted.add(address);
    try {
      const text = await this.options.read(address);
      if (text === undefined && named) this.faultAt(named, 'config/missing-file', `There is no file “${named.name}”. ${named.remedy}`);
      return text;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (named) this.faultAt(named, 'config/unreadable-file', `“${named.name}” can’t be read: ${reason}`);
      else
        this.fault(
          { uri: address, text: '' },
          { code: 'config/unreadable-file', span: [0, 0], message: `The file can’t be read: ${reason}`, fixes: [] },
        );
      return undefined;
    }
  }

  /** Whether a file lies where a configuration has no business to look; says so where it does. */
  private isOutside(address: string, naming: Naming): boolean {
    const { within } = this.options;
    if (!within) return false;
    const folders = [...within.map((folder) => URI.parse(folder)), Utils.dirname(URI.parse(naming.uri))];
    if (folders.some((folder) => pathWithin(folder, URI.parse(address)) !== undefined)) return false;
    this.faultAt(naming, 'config/unreadable-file', `“${naming.name}” lies outside the folders at hand, where nothing is read. Copy it in.`);
    return true;
  }

  private faultAt({ uri, text, span }: Naming, code: ProblemCode, message: string): void {
    this.fault({ uri, text }, { code, span, message, fixes: [] });
  }

  private fault({ uri, text }: { uri: string; text: string }, problem: ConfigurationProblem): void {
    const known = this.faulty.get(uri) ?? { text, problems: [] };
    known.problems.push(problem);
    this.faulty.set(uri, known);
  }
}
