import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Article, withEvidence } from '../article';
import { soughtIn } from '../rules/sought';
import { SourceLibrary } from '../server/sources/library';
import { listFolder, readText } from '../server/sources/node-files';
import type { Host } from './host';
import { harmless } from './terminal';

/** The documents beside the articles of a run, each set of folders read once. */
export class Sources {
  private readonly libraries = new Map<string, Promise<SourceLibrary>>();
  private readonly told = new Set<string>();

  /** `named`: folders of the command line, to be used instead of those of the configuration. */
  constructor(
    private readonly host: Host,
    private readonly named: readonly string[] = [],
  ) {}

  /** The article with what the documents beside it say; `configured` are the addresses of their folders. */
  async informed(file: string, article: Article, configured: readonly string[]): Promise<Article> {
    const folders =
      this.named.length > 0
        ? this.named.map((folder) => pathToFileURL(path.resolve(this.host.folder, folder)).href)
        : configured.filter((folder) => this.mayRead(folder, file));
    if (folders.length === 0) return article;
    const { index, lookups } = await this.libraryOf(folders);
    return index.size === 0 ? article : withEvidence(article, lookups.lookUp(soughtIn(article)));
  }

  private libraryOf(folders: readonly string[]): Promise<SourceLibrary> {
    const key = folders.join('\n');
    const known = this.libraries.get(key) ?? this.open(folders);
    this.libraries.set(key, known);
    return known;
  }

  private async open(folders: readonly string[]): Promise<SourceLibrary> {
    const library = new SourceLibrary(folders, {
      list: listFolder,
      read: readText,
      readPdf: this.host.readPdf,
      edited: () => undefined,
      breathe: async () => undefined,
    });
    await library.update(new Set(), () => true);
    for (const { name, message } of library.problems) this.tellOnce(`${harmless(name)}: ${message}`);
    return library;
  }

  /** Whether a configured folder lies where the command runs, or below the article’s own folder. */
  private mayRead(folder: string, file: string): boolean {
    const place = fileURLToPath(folder);
    const roots = [this.host.folder, path.dirname(path.resolve(this.host.folder, file))];
    if (roots.some((root) => isWithin(root, place))) return true;
    this.tellOnce(
      `${harmless(place)}: lies outside the folder in which this runs, and is not read. Run this in a folder that holds both, or name it with --sources.`,
    );
    return false;
  }

  private tellOnce(line: string): void {
    if (!this.told.has(line)) this.host.tell(`onrecord: ${line}`);
    this.told.add(line);
  }
}

function isWithin(root: string, place: string): boolean {
  const relative = path.relative(root, place);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
