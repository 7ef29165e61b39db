import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Lines } from '../features/lines';
import { FACTS } from '../rules';
import type { Configuration } from '../rules/checking';
import { type FaultyFile, loadConfiguration } from '../rules/configuration/load';
import { readSmallFile } from '../server/small-file';
import type { Format } from '../text/format';
import type { Host } from './host';

/** Which configuration and baseline hold, where the command line says so. */
export interface ConfigurationChoice {
  /** A configuration file instead of those of the folders; false for none at all. */
  readonly config?: string | false | undefined;
  /** A baseline instead of the one that the configuration names; false for none. */
  readonly baseline?: string | false | undefined;
}

/** What is wrong with a configuration, and where: `file:line:column`. */
export interface ConfigurationFault {
  readonly place: string;
  readonly message: string;
}

/** What holds for a file, or what stands in the way. */
export type Configured = { readonly configuration: Configuration } | { readonly faults: readonly ConfigurationFault[] };

/** Finds what holds for each file of a run, reading each configuration file once. */
export class Configurations {
  private readonly texts = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly choice: ConfigurationChoice,
    private readonly host: Host,
  ) {}

  /** The named files that are not there. */
  async missing(): Promise<string[]> {
    const missing: string[] = [];
    for (const named of [this.choice.config, this.choice.baseline]) {
      if (typeof named === 'string' && (await this.read(this.addressOf(named)).catch(() => '')) === undefined) missing.push(named);
    }
    return missing;
  }

  /** What holds for `file`, by its path from the working folder. */
  async of(file: string): Promise<Configured> {
    const { config, baseline } = this.choice;
    const { settings, faults, ...loaded } = await loadConfiguration(this.addressOf(file), {
      rules: FACTS,
      within: [this.addressOf('.')],
      read: (uri) => this.read(uri),
      only: config === false ? null : config && this.addressOf(config),
      baseline: baseline === false ? null : baseline && this.addressOf(baseline),
    });
    return faults.length > 0
      ? { faults: faults.flatMap((faulty) => this.shown(faulty)) }
      : { configuration: { settings, baseline: loaded.baseline } };
  }

  /** Whether the configuration of a file asks for a format that has to be asked for. Where it is faulty, it does not. */
  async asks(file: string, format: Format): Promise<boolean> {
    const configured = await this.of(file);
    return 'configuration' in configured && configured.configuration.settings.formats.includes(format);
  }

  private addressOf(file: string): string {
    return pathToFileURL(path.resolve(this.host.folder, file)).href;
  }

  private read(uri: string): Promise<string | undefined> {
    const known = this.texts.get(uri) ?? readSmallFile(fileURLToPath(uri));
    this.texts.set(uri, known);
    return known;
  }

  private shown({ uri, text, problems }: FaultyFile): ConfigurationFault[] {
    const file = path.relative(this.host.folder, fileURLToPath(uri)) || fileURLToPath(uri);
    const lines = new Lines(text, 'utf-16');
    return problems.map(({ span, message }) => {
      const { line, character } = lines.rangeOf(span).start;
      return { place: `${file}:${line + 1}:${character + 1}`, message };
    });
  }
}
