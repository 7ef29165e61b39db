import { Command, CommanderError, Option } from 'commander';
import { ANNOTATE_FORMATS, type AnnotateFormat, runAnnotate } from './annotate';
import { CHECK_FORMATS, type CheckFormat, CLEAN, COULD_NOT_RUN, FAIL_ON, type FailOn, runCheck } from './check';
import type { Host } from './host';
import { harmless } from './terminal';

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
}

/** Runs the command line; `args` without the program's own name. Returns the exit code: 0 clean, 1 findings, 2 could not run. Never throws. */
export async function run(args: readonly string[], host: Host, { version, serve }: Program): Promise<number> {
  let code = CLEAN;
  const program = new Command('onrecord')
    .description('Reads news articles: who said what, and which claims nobody stands behind. Works offline and sends nothing anywhere.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.out(text),
      writeErr: (text) => host.tell(text.trimEnd()),
      getOutHelpWidth: () => host.columns,
      getErrHelpWidth: () => host.columns,
    })
    .showHelpAfterError('(onrecord --help says what there is)');
  withInput(program.command('check'), 'Print findings: unsourced claims, quotes that nobody said, quotes left open.')
    .addOption(new Option('--format <format>', 'how to print them').choices(CHECK_FORMATS).default('text'))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(FAIL_ON).default('warning'))
    .option('--config <file>', 'use this configuration, not the .onrecord.json files of the articles’ folders')
    .option('--no-config', 'use no configuration')
    .option('--baseline <file>', 'leave out the findings that this baseline freezes, not those of the configured one')
    .option('--no-baseline', 'leave out no findings')
    .option('--write-baseline <file>', 'print nothing; freeze today’s findings in this file')
    .addHelpText('after', '\nExit code: 0 clean, 1 findings at or above --fail-on, 2 something could not be read.')
    .action(async (paths: string[], options: CheckFlags) => {
      code = await runCheck({ ...options, paths, stdinFilepath: options.stdinFilepath, version }, host);
    });
  withInput(program.command('annotate'), 'Print what is understood: quotes, speakers, attributions, claims.')
    .addOption(new Option('--format <format>', 'how to print it').choices(ANNOTATE_FORMATS).default('text'))
    .addHelpText('after', '\nExit code: 0 all read, 2 something could not be read.')
    .action(async (paths: string[], options: { format: AnnotateFormat; stdinFilepath?: string }) => {
      code = await runAnnotate({ ...options, paths, stdinFilepath: options.stdinFilepath, version }, host);
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
    .argument('[path...]', 'files, folders (their *.article, *.txt and *.md), - for standard input; none: this folder')
    .option('--stdin-filepath <path>', 'the name that standard input goes by, which tells its format');
