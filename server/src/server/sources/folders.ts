import { URI, Utils } from 'vscode-uri';
import { type DocumentKind, kindOf } from '../../evidence/document';

/** What lies in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
  /** In bytes, where it is known without reading. */
  readonly size?: number;
  /** Another one after every change, where that is known without reading. */
  readonly stamp?: string;
}

/** What lies right in the folder at an address; undefined where there is no such folder. Rejects where there is one that cannot be looked into. */
export type ListFolder = (uri: string) => Promise<readonly FolderEntry[] | undefined>;

/** A file that is to be read. */
export interface SourceFile {
  readonly uri: string;
  readonly kind: DocumentKind;
  /** As people are told of it: from the folder that holds its sources folder. */
  readonly name: string;
  readonly stamp: string;
}

/** Something that was left out, and what to do about it. */
export interface SourceProblem {
  readonly name: string;
  readonly message: string;
}

/** What folders of sources hold. */
export interface ListedSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly SourceProblem[];
}

/** The largest document that is read, in bytes, as many as of an article; and the most documents. */
export const LARGEST = 5_000_000;
/** The largest PDF that is read, in bytes: most of it is pictures. */
export const LARGEST_PDF = 50_000_000;
const MOST_FILES = 5000;
const DEEPEST = 12;

/** The documents in folders and their subfolders, hidden ones left out, and PDFs where nobody reads them. Never rejects: what cannot be listed is a problem. */
export async function listSources(folders: readonly string[], list: ListFolder, readsPdfs: boolean): Promise<ListedSources> {
  const files = new Map<string, SourceFile>();
  const problems: SourceProblem[] = [];
  const walk = async (folder: URI, name: string, depth: number): Promise<void> => {
    let entries: readonly FolderEntry[] | undefined;
    try {
      entries = await list(folder.toString());
    } catch (error) {
      problems.push({
        name,
        message: `can’t be looked into (${error instanceof Error ? error.message : String(error)}). Check its permissions.`,
      });
      return;
    }
    for (const entry of [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const uri = Utils.joinPath(folder, encodeURIComponent(entry.name)).with({ path: `${folder.path.replace(/\/$/, '')}/${entry.name}` });
      const named = `${name}/${entry.name}`;
      const kind = kindOf(entry.name);
      if (entry.folder) {
        if (depth < DEEPEST) await walk(uri, named, depth + 1);
      } else if (kind === null) continue;
      else if (kind === 'pdf' && !readsPdfs) problems.push({ name: named, message: NO_PDFS });
      else if ((entry.size ?? 0) > (kind === 'pdf' ? LARGEST_PDF : LARGEST)) problems.push(tooLarge(named, kind));
      else if (files.size >= MOST_FILES) {
        problems.push({
          name: named,
          message: `is one too many: no more than ${MOST_FILES} documents are read. Take out those that nobody needs.`,
        });
        return;
      } else files.set(uri.toString(), { uri: uri.toString(), kind, name: named, stamp: entry.stamp ?? '' });
    }
  };
  for (const folder of folders) {
    const uri = URI.parse(folder);
    const path = uri.path.replace(/\/+$/, '');
    await walk(uri.with({ path }), path.slice(path.lastIndexOf('/') + 1), 0);
  }
  return { files: [...files.values()], problems };
}

/** What is said of a document that is too large. */
export const tooLarge = (name: string, kind: DocumentKind): SourceProblem => ({
  name,
  message: `is larger than ${(kind === 'pdf' ? LARGEST_PDF : LARGEST) / 1_000_000} MB. Split it up.`,
});

/** What is said of a PDF where PDFs are not read: in a browser, and on file systems that are none of this machine’s. */
export const NO_PDFS = 'is a PDF, which is not read here. Save its text beside it, as .txt.';

/** What is said of a file that is no text. */
export const noText = (name: string): SourceProblem => ({ name, message: 'is no text. Save it as plain text, in UTF-8.' });
