import { type URI, Utils } from 'vscode-uri';
import type { Format } from '../../text/format';
import type { Layer } from './levels';
import type { ConfigurationFile } from './parse';
import { match, pathWithin } from './patterns';

/** What holds for one article. */
export interface Settings {
  /** False where a configuration leaves the article out: nothing is reported in it. */
  readonly checked: boolean;
  /** What holds for the rules, the general first; later layers win. */
  readonly layers: readonly Layer[];
  /** The address of the baseline that freezes findings of the past. */
  readonly baseline?: string | undefined;
  /** The addresses of the folders of transcripts and documents. */
  readonly sources: readonly string[];
  /** Formats that are read although they have to be asked for. */
  readonly formats: readonly Format[];
}

/** A configuration file in its place. */
export interface PlacedFile {
  readonly file: ConfigurationFile;
  /** The folder from which its paths and patterns count: of an extended file too, that of the `.onrecord.json` that extends it. */
  readonly folder: URI;
}

/** What holds where nobody configured anything: each rule's own word. */
export const DEFAULT_SETTINGS: Settings = { checked: true, layers: [], sources: [], formats: [] };

/** Folders of transcripts and documents, where a configuration names none. */
const DEFAULT_SOURCES: readonly string[] = ['sources/'];

/**
 * What `said` comes to for the article `uri`: packs and files, the outermost folder's first, each file after those that it extends.
 * `person` is what a person's own editor settings say; it has the last word.
 */
export function resolveSettings(uri: URI, said: readonly (Layer | PlacedFile)[], person?: Layer): Settings {
  const layers = [...DEFAULT_SETTINGS.layers];
  let included = true;
  let excluded = false;
  let formats: readonly Format[] = [];
  let baseline: string | undefined;
  let sources: { patterns: readonly string[]; folder: URI } | undefined;
  for (const entry of said) {
    if (!('file' in entry)) {
      layers.push(entry);
      continue;
    }
    const { file, folder } = entry;
    const path = pathWithin(folder, uri);
    layers.push(file.layer);
    for (const { files, layer } of file.overrides) if (match(files, path) === 'yes') layers.push(layer);
    if (file.include) included = match(file.include, path) === 'yes';
    const exclusion = match(file.exclude, path);
    if (exclusion !== 'no') excluded = exclusion === 'yes';
    if (file.formats) formats = file.formats;
    if (file.baseline) baseline = Utils.resolvePath(folder, file.baseline.path).toString();
    if (file.sources || !sources) sources = { patterns: file.sources ?? DEFAULT_SOURCES, folder };
  }
  if (person) layers.push(person);
  const evidence = sources !== undefined && match(sources.patterns, pathWithin(sources.folder, uri)) === 'yes';
  const named = sources?.patterns.map((source) => Utils.resolvePath(sources.folder, source)) ?? [];
  // Where nobody names any, those beside the article count as well.
  const folders = said.some((entry) => 'file' in entry && entry.file.sources)
    ? named
    : [...named, ...DEFAULT_SOURCES.map((source) => Utils.resolvePath(Utils.dirname(uri), source))];
  return {
    checked: included && !excluded && !evidence,
    layers,
    baseline,
    sources: [...new Set(folders.map((folder) => folder.toString()))],
    formats,
  };
}
