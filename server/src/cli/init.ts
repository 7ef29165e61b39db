import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONFIGURATION_NAME } from '../rules/configuration/load';
import { PACKS } from '../rules/packs';
import { CLEAN, COULD_NOT_RUN, runCheck } from './check';
import { systemProblem } from './files';
import type { Host } from './host';
import { harmless } from './terminal';

/** The style packs that a configuration may start from. */
export const PACK_NAMES: readonly string[] = Object.keys(PACKS).filter((name) => name !== 'default');

/** Where findings are frozen that are there today. */
const BASELINE = '.onrecord-baseline.json';

/** What `onrecord init` is told by flags; what it is not told it asks for, where somebody is there to answer. */
export interface InitOptions {
  /** The folder of the articles. */
  readonly folder: string;
  readonly extends?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly html?: boolean | undefined;
  readonly baseline?: boolean | undefined;
  /** Ask nothing. */
  readonly yes?: boolean | undefined;
  readonly version: string;
}

/** Writes `.onrecord.json`, by flags or by asking; never over one that is there. Returns the exit code. */
export async function runInit(options: InitOptions, host: Host): Promise<number> {
  const file = path.resolve(host.folder, options.folder, CONFIGURATION_NAME);
  const shown = harmless(path.relative(host.folder, file));
  const ask = async (question: string): Promise<string> => (options.yes ? null : await host.ask(question))?.trim() ?? '';
  const yes = async (said: boolean | undefined, question: string): Promise<boolean> =>
    said ?? /^y(?:es)?$/i.test(await ask(`${question} (y/N) `));
  const pack = options.extends ?? (await ask(`A style to start from: ${PACK_NAMES.join(', ')}; empty for none. `)).toLowerCase();
  if (pack !== '' && !PACK_NAMES.includes(pack)) {
    host.tell(`onrecord: there is no style pack ${harmless(pack)}; there are ${PACK_NAMES.join(', ')}.`);
    return COULD_NOT_RUN;
  }
  const exclude =
    options.exclude ??
    (await ask('Folders or files to leave out, such as drafts/ or *.draft.md; empty for none. ')).split(/[\s,]+/).filter(Boolean);
  const html = await yes(options.html, 'Read HTML files as articles, too?');
  const freeze = await yes(options.baseline, 'Freeze today’s findings, so that only new ones are reported?');
  const configuration = {
    ...(pack !== '' && { extends: pack }),
    ...(html && { formats: 'html' }),
    ...(exclude.length > 0 && { exclude }),
    ...(freeze && { baseline: BASELINE }),
    rules: {},
  };
  try {
    await writeFile(file, `${JSON.stringify(configuration, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    host.tell(
      `onrecord: ${shown}: ${there ? 'is there already and was left as it is. Edit it, or remove it first.' : systemProblem(error)}`,
    );
    return COULD_NOT_RUN;
  }
  host.tell(`onrecord: wrote ${shown}. The editor, the command line and CI go by it from now on.`);
  if (!freeze) return CLEAN;
  const within = (name: string) => path.relative(host.folder, path.join(path.dirname(file), name)) || '.';
  return runCheck(
    {
      paths: [within('.')],
      stdinFilepath: undefined,
      format: 'text',
      failOn: 'never',
      version: options.version,
      writeBaseline: within(BASELINE),
    },
    host,
  );
}
