import type { Service } from '../service';
import { createService } from '../service';
import { formatOfFile } from '../text/formats';
import { findArticles } from './files';
import type { Formatter, Problem, ReadFile } from './formats/format';
import type { Host } from './host';
import { readAll, readArticle } from './reading';
import { harmless } from './terminal';

/** What to read. */
export interface What {
  /** Files, folders and `-` for standard input; none means the working folder. */
  readonly paths: readonly string[];
  /** The name that standard input goes by. */
  readonly stdinFilepath: string | undefined;
}

/** Tells what could not be read. */
export type Fail = (file: string, message: string) => void;

/**
 * Reads everything that was asked for and hands it to the formatter, but for what `understand` makes null of; returns what could not be read.
 * Problems are told at once, and the rest goes on.
 */
export async function readEverything<T extends ReadFile>(
  what: What,
  host: Host,
  formatter: Formatter<T>,
  understand: (read: ReadFile, service: Service, fail: Fail) => T | Promise<T | null>,
): Promise<Problem[]> {
  const service = createService();
  const problems: Problem[] = [];
  const fail: Fail = (file, message) => {
    problems.push({ file, message });
    host.tell(`onrecord: ${harmless(file)}: ${message}`);
  };
  await host.out(formatter.begin());
  for await (const file of everyFile(what, host, fail)) {
    const name = file === '-' ? (what.stdinFilepath ?? '<stdin>') : file;
    const read = file === '-' ? await readAll(host.input()) : await readArticle(file, host.folder);
    if ('problem' in read) {
      fail(name, read.problem);
      continue;
    }
    if (read.warning !== null) host.tell(`onrecord: ${harmless(name)}: ${read.warning}`);
    let written = '';
    try {
      const article = service.analyse(read.text, { format: formatOfFile(name).id });
      const understood = await understand({ file: name.replaceAll('\\', '/'), article, lines: service.lines(article) }, service, fail);
      if (understood) written = formatter.file(understood);
    } catch (error) {
      // A fault of ours; the other articles are none the worse for it.
      fail(name, `On Record failed on it (${error instanceof Error ? error.message : String(error)}). Please report this.`);
    }
    await host.out(written);
  }
  await host.out(formatter.end(problems));
  return problems;
}

/** Each file once, in the order of the command line. */
async function* everyFile({ paths }: What, host: Host, fail: Fail): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const found = path === '-' ? { files: ['-'], closed: [] } : await findArticles(path, host.folder);
    if ('problem' in found) fail(path, found.problem);
    else {
      for (const { folder, problem } of found.closed) fail(folder, problem);
      for (const file of found.files) {
        if (!seen.has(file)) yield file;
        seen.add(file);
      }
    }
  }
}
