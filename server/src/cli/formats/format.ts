import type { Placed } from '../../annotations/annotation';
import type { Article } from '../../article';
import type { Lines } from '../../features/lines';
import type { Finding, Fix } from '../../rules/rule';

/** An article that was read. */
export interface ReadFile {
  /** As the command line names it, with forward slashes. */
  readonly file: string;
  readonly article: Article;
  readonly lines: Lines;
  /** What people have said of it, with where that lies in it now. */
  readonly annotations: readonly Placed[];
}

/** An article that was checked. */
export interface CheckedFile extends ReadFile {
  readonly findings: readonly Finding[];
  /** The ways to mend a finding. */
  readonly fixes: (finding: Finding) => readonly Fix[];
}

/** Something on the command line that could not be read. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

/** Writes what was found, a file at a time; the parts put one after the other are the whole output. */
export interface Formatter<T extends ReadFile> {
  begin(): string;
  file(read: T): string;
  end(problems: readonly Problem[]): string;
}

/** A JSON array, an element at a time. */
export class JsonArray {
  private empty = true;

  add(value: unknown): string {
    const text = (this.empty ? '[\n' : ',\n') + JSON.stringify(value);
    this.empty = false;
    return text;
  }

  close(): string {
    return this.empty ? '[]' : '\n]';
  }
}
