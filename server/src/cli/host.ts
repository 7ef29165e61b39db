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
}
