import { existsSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { ANNOTATE_FORMATS, type AnnotateFormat, runAnnotate } from './annotate';
import { CHECK_FORMATS, type CheckFormat, CLEAN, COULD_NOT_RUN, FAIL_ON, type FailOn, runCheck } from './check';
import { completionScript, SHELLS, type Shell } from './completion';
import type { Host } from './host';
import { PACK_NAMES, runInit } from './init';
import { REPORT_FORMATS, type ReportFormat, runReport } from './report';
import { harmless } from './terminal';
import { runVerify, VERIFY_FORMATS, type VerifyFormat } from './verify';

/** What the program is besides its commands. */
export interface Program {
  readonly version: string;
  /** Serves the language server over standard input and output until the client leaves. */
  readonly serve: () => Promise<void>;
}

/** The flags of `onrecord check`; `--no-config` and `--no-baseline` come as false. */
interface CheckFlags {
  format: CheckFormat;
  failOn: FailOn;
  stdinFilepath?: string;
  config?: string | false;
  baseline?: string | false;
  writeBaseline?: string;
  changed?: string | true;
  onlyNew?: boolean;
}

/** The flags of `onrecord init`. */
interface InitFlags {
  extends?: string;
  exclude?: string[];
  html?: boolean;
  baseline?: boolean;
  yes?: boolean;
}

const EXAMPLES = `
Examples:
  onrecord check                                  the articles of this folder and those below it
  onrecord check story.md 'desk/**/*.md'          one article, and those that a pattern matches
  onrecord check --changed origin/main            what has changed since a branch was left
  onrecord check --format sarif > findings.sarif  for a build
  cat story.txt | onrecord annotate -             who said what in standard input
  onrecord init                                   writes .onrecord.json, the rules of a newsroom

Nothing that it reads leaves the machine. https://no-color.org is respected.`;

const CHECK_HELP = `
Exit code: 0 clean, 1 findings at or above --fail-on, 2 something could not be read.

A REVISION is a branch, a tag or a commit of Git; HEAD where none is given. Files that Git doesn't know yet count as changed.
Patterns are best quoted, so that the shell leaves them alone. Files that .gitignore names are passed over, but for those given by name.`;

/** The flags of `onrecord verify`; `--no-config` comes as false. */
interface VerifyFlags {
  format: VerifyFormat;
  failOn: FailOn;
  sources: string[];
  stdinFilepath?: string;
  config?: string | false;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

/** Runs the command line; `args` without the program's own name. Returns the exit code: 0 clean, 1 findings, 2 could not run. Never throws. */
export async function run(args: readonly string[], host: Host, { version, serve }: Program): Promise<number> {
  let code = CLEAN;
  const program = new Command('onrecord')
    .description('Reads news articles: who said what, and which claims nobody stands behind. Works offline and sends nothing anywhere.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.out(text),
      writeErr: (text) => host.tell(text.trimEnd().split('\n').map(harmless).join('\n')),
      getOutHelpWidth: () => host.columns,
      getErrHelpWidth: () => host.columns,
    })
    .showHelpAfterError('(onrecord --help says what there is)')
    .addHelpText('after', EXAMPLES);
  withInput(program.command('check'), 'Print findings: unsourced claims, quotes that nobody said, quotes left open.')
    .addOption(new Option('--format <format>', 'how to print them').choices(CHECK_FORMATS).default('text'))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(FAIL_ON).default('warning'))
    .option('--config <file>', 'use this configuration, not the .onrecord.json files of the articles’ folders')
    .option('--no-config', 'use no configuration')
    .option('--baseline <file>', 'leave out the findings that this baseline freezes, not those of the configured one')
    .option('--no-baseline', 'leave out no findings')
    .option('--write-baseline <file>', 'print nothing; freeze today’s findings in this file')
    .option('--changed [revision]', 'only articles that have changed since a revision of Git')
    .option('--only-new', 'with --changed: only findings that were not there at that revision')
    .addHelpText('after', CHECK_HELP)
    .action(async (paths: string[], { changed, ...options }: CheckFlags) => {
      // "--changed articles/": the folder, not a revision of that name.
      const isPath = typeof changed === 'string' && existsSync(path.resolve(host.folder, changed));
      const what = { paths: isPath ? [changed, ...paths] : paths, changed: isPath || changed === true ? 'HEAD' : changed };
      if (options.onlyNew && what.changed === undefined) throw new Error('--only-new compares with a revision: add --changed.');
      code = await runCheck({ ...options, ...what, stdinFilepath: options.stdinFilepath, version }, host);
    });
  withInput(program.command('verify'), 'Print for every quote and claim what the transcripts and documents beside the article have.')
    .addOption(
      new Option('--format <format>', 'how to print it; html is a sheet to print and tick').choices(VERIFY_FORMATS).default('text'),
    )
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(FAIL_ON).default('warning'))
    .option('--sources <folder>', 'look in this folder, not in those that the configuration names; may be given again', collect, [])
    .option('--config <file>', 'use this configuration, not the .onrecord.json files of the articles’ folders')
    .option('--no-config', 'use no configuration')
    .addHelpText('after', '\nExit code: 0 nothing differs, 1 findings at or above --fail-on, 2 something could not be read.')
    .action(async (paths: string[], options: VerifyFlags) => {
      code = await runVerify({ ...options, paths, stdinFilepath: options.stdinFilepath }, host);
    });
  withInput(program.command('annotate'), 'Print what is understood: quotes, speakers, attributions, claims.')
    .addOption(new Option('--format <format>', 'how to print it').choices(ANNOTATE_FORMATS).default('text'))
    .addHelpText('after', '\nExit code: 0 all read, 2 something could not be read.')
    .action(async (paths: string[], options: { format: AnnotateFormat; stdinFilepath?: string }) => {
      code = await runAnnotate({ ...options, paths, stdinFilepath: options.stdinFilepath, version }, host);
    });
  withInput(program.command('report'), 'Print who speaks and how much, named and unnamed, and which claims need a source.')
    .addOption(new Option('--format <format>', 'how to print it').choices(REPORT_FORMATS).default('text'))
    .option('--config <file>', 'use this configuration, not the .onrecord.json files of the articles’ folders')
    .option('--no-config', 'use no configuration')
    .addHelpText('after', '\nExit code: 0 all read, 2 something could not be read.')
    .action(async (paths: string[], options: { format: ReportFormat; stdinFilepath?: string; config?: string | false }) => {
      code = await runReport({ ...options, paths, stdinFilepath: options.stdinFilepath }, host);
    });
  program
    .command('init')
    .description('Write .onrecord.json, the rules of a newsroom, by these flags or by asking; never over one that is there.')
    .argument('[folder]', 'the folder of the articles', '.')
    .addOption(new Option('--extends <pack>', 'a style to start from').choices(PACK_NAMES))
    .option('--exclude <pattern...>', 'folders or files to leave out, as in a .gitignore file')
    .option('--html', 'read HTML files as articles, too')
    .option('--baseline', 'freeze today’s findings, so that only new ones are reported')
    .option('-y, --yes', 'ask nothing; what no flag says stays as it is')
    .action(async (folder: string, options: InitFlags) => {
      code = await runInit({ ...options, folder, version }, host);
    });
  program
    .command('completion')
    .description('Print a script that teaches a shell the commands and their options. Its first line says how to use it.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      await host.out(completionScript(program, shell));
    });
  program
    .command('server')
    .description('Be the language server, for any editor that speaks the Language Server Protocol.')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(serve);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : COULD_NOT_RUN;
    host.tell(`onrecord: ${harmless(error instanceof Error ? error.message : String(error))}`);
    return COULD_NOT_RUN;
  }
}

const withInput = (command: Command, description: string): Command =>
  command
    .description(description)
    .argument('[path...]', 'files, folders (their *.article, *.txt and *.md), patterns, - for standard input; none: this folder')
    .option('--stdin-filepath <path>', 'the name that standard input goes by, which tells its format');
