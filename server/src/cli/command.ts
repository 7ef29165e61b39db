import path from 'node:path';
import { verdictsOf } from '../annotations/verdicts';
import type { Article } from '../article';
import type { Service } from '../service';
import { createService } from '../service';
import { formatOfFile } from '../text/formats';
import type { Analysts } from './analysts';
import { Configurations } from './configuration';
import type { Decoded } from './decoding';
import { findArticles } from './files';
import type { Formatter, Problem, ReadFile } from './formats/format';
import type { Host } from './host';
import { readAll, readArticle } from './reading';
import { annotationsBeside } from './sidecar';
import { harmless } from './terminal';

/** What to read. */
export interface What {
  /** Files, folders, patterns and `-` for standard input; none means the working folder. */
  readonly paths: readonly string[];
  /** The name that standard input goes by. */
  readonly stdinFilepath: string | undefined;
  /** Which of the files are read; all where it does not say. By their absolute path. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** Tells what could not be read. */
export type Fail = (file: string, message: string) => void;

/** An article that is on its way: read and perhaps analysed already, while those before it are printed. */
interface Coming {
  readonly file: string;
  readonly name: string;
  readonly read: Promise<Decoded>;
  readonly article: Promise<Article> | null;
}

/** How many articles are read ahead, for each thread. */
const AHEAD = 3;

/**
 * Reads everything that was asked for and hands it to the formatter, in order, but for what `understand` makes null of; returns what could not be read.
 * Problems are told at once, and the rest goes on. Many articles are analysed in threads, where the host has them.
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
    host.tell(`onrecord: ${harmless(file)}: ${harmless(message)}`);
  };
  await host.out(formatter.begin());
  const files = await everyFile(what, host, fail);
  if (what.only && files.length === 0 && problems.length === 0) host.tell('onrecord: no article has changed.');
  const analysts = host.analysts(files.length);
  try {
    let done = 0;
    for await (const { file, name, read, article } of inOrder(files, what, host, analysts)) {
      host.progress(`${done++} of ${files.length} articles: ${harmless(name)}`);
      const decoded = await read;
      if ('problem' in decoded) {
        fail(name, decoded.problem);
        continue;
      }
      if (decoded.warning !== null) host.tell(`onrecord: ${harmless(name)}: ${decoded.warning}`);
      let written = '';
      try {
        const annotated = file === '-' ? { placed: [] } : await annotationsBeside(file, decoded.text, host.folder);
        if ('problem' in annotated) fail(annotated.file, annotated.problem);
        const annotations = 'placed' in annotated ? annotated.placed : [];
        const verdicts = verdictsOf(decoded.text, annotations);
        const format = formatOfFile(name).id;
        const alone = (await article) ?? undefined;
        const analysed = alone && verdicts.length === 0 ? alone : service.analyse(decoded.text, { format, previous: alone, verdicts });
        const understood = await understand(
          { file: name.replaceAll('\\', '/'), article: analysed, annotations, lines: service.lines(analysed) },
          service,
          fail,
        );
        if (understood) written = formatter.file(understood);
      } catch (error) {
        // A fault of ours; the other articles are none the worse for it.
        fail(name, `On Record failed on it (${error instanceof Error ? error.message : String(error)}). Please report this.`);
      }
      await host.out(written);
    }
  } finally {
    host.progress(null);
    await analysts?.close();
  }
  await host.out(formatter.end(problems));
  return problems;
}

/** The files in their order, some of them read ahead where there are threads that would wait otherwise. */
async function* inOrder(files: readonly string[], what: What, host: Host, analysts: Analysts | null): AsyncGenerator<Coming> {
  const coming: Coming[] = [];
  let next = 0;
  const ahead = analysts ? analysts.count * AHEAD : 1;
  while (next < files.length || coming.length > 0) {
    while (next < files.length && coming.length < ahead) coming.push(bring(files[next++] ?? '', what, host, analysts));
    const first = coming.shift();
    if (first) yield first;
  }
}

function bring(file: string, what: What, host: Host, analysts: Analysts | null): Coming {
  const name = file === '-' ? (what.stdinFilepath ?? '<stdin>') : file;
  const read = file === '-' ? readAll(host.input()) : readArticle(file, host.folder);
  if (!analysts) return { file, name, read, article: null };
  const article = read.then((decoded) =>
    'problem' in decoded ? Promise.reject(new Error(decoded.problem)) : analysts.analyse(decoded.text, formatOfFile(name).id),
  );
  // Whoever awaits it hears of it; until then it must not count as unheard.
  article.catch(() => undefined);
  return { file, name, read, article };
}

/** Each file once, in the order of the command line. */
async function everyFile({ paths, only }: What, host: Host, fail: Fail): Promise<string[]> {
  const configurations = new Configurations({}, host);
  const seen = new Set<string>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const found =
      given === '-'
        ? { files: ['-'], closed: [] }
        : await findArticles(given, host.folder, (file, format) => configurations.asks(file, format));
    if ('problem' in found) fail(given, found.problem);
    else {
      for (const { folder, problem } of found.closed) fail(folder, problem);
      for (const file of found.files) if (file === '-' || !only || only.has(path.resolve(host.folder, file))) seen.add(file);
    }
  }
  return [...seen];
}
