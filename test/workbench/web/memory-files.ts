import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import type { Place } from '../suite/editor';

interface Entry {
  readonly bytes: Uint8Array | null;
  readonly mtime: number;
}

/** A file system that lies in memory alone, as a repository does that VS Code shows without checking it out. */
export class MemoryFiles implements FileSystemProvider, Place {
  /** By path; folders have no bytes. */
  private readonly entries = new Map<string, Entry>([['/', { bytes: null, mtime: 0 }]]);
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private count = 0;

  private constructor(private readonly scheme: string) {}

  /** Serves `SCHEME:/…` from now on. */
  static mount(scheme: string): MemoryFiles {
    const files = new MemoryFiles(scheme);
    workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    return files;
  }

  async folder(): Promise<Uri> {
    const uri = Uri.from({ scheme: this.scheme, path: `/folder-${++this.count}` });
    this.createDirectory(uri);
    return uri;
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    const { bytes, mtime } = this.entry(uri);
    return { type: bytes ? FileType.File : FileType.Directory, ctime: 0, mtime, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const start = `${uri.path.replace(/\/$/, '')}/`;
    return [...this.entries].flatMap(([path, { bytes }]): [string, FileType][] => {
      const name = path.startsWith(start) ? path.slice(start.length) : '';
      return name === '' || name.includes('/') ? [] : [[name, bytes ? FileType.File : FileType.Directory]];
    });
  }

  createDirectory(uri: Uri): void {
    this.put(uri, null);
  }

  readFile(uri: Uri): Uint8Array {
    const { bytes } = this.entry(uri);
    if (!bytes) throw FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    this.put(uri, content.slice());
  }

  delete(uri: Uri): void {
    for (const path of [...this.entries.keys()]) if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.put(to, this.entry(from).bytes);
    this.delete(from);
  }

  private put(uri: Uri, bytes: Uint8Array | null): void {
    const type = this.entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.entries.set(uri.path, { bytes, mtime: Date.now() });
    this.changes.fire([{ type, uri }]);
  }

  private entry(uri: Uri): Entry {
    const found = this.entries.get(uri.path);
    if (!found) throw FileSystemError.FileNotFound(uri);
    return found;
  }
}
