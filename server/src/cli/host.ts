import type { ReadPdf } from '../server/sources/pdf';
import type { Analysts } from './analysts';

/** What the command line needs of the machine that it runs on; tests hand in their own. */
export interface Host {
  /** The working folder; paths are relative to it. */
  readonly folder: string;
  /** Whether standard output takes colours. */
  readonly colour: boolean;
  /** How many columns standard output has. */
  readonly columns: number;
  /** The bytes of standard input. */
  input(): AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when more may be written. */
  out(text: string): Promise<void>;
  /** Writes a line to standard error. */
  tell(line: string): void;
  /** Shows how far a long run has come, on a terminal; null: it is over. */
  progress(line: string | null): void;
  /** Asks the person at the terminal; null where there is none. */
  ask(question: string): Promise<string | null>;
  /** Threads to analyse many articles with; null where everything is done in this one. Whoever takes them closes them. */
  analysts(articles: number): Analysts | null;
  /** Reads the text of PDFs; null where that can’t be done. */
  readonly readPdf: ReadPdf | null;
}
