import path from 'node:path';
import { type BaselineEntry, freeze, withoutFrozen } from '../rules/baseline';
import type { Configuration } from '../rules/checking';
import type { Severity } from '../rules/rule';
import type { Service } from '../service';
import { type Fail, readEverything, type What } from './command';
import { type ConfigurationChoice, Configurations } from './configuration';
import { decode } from './decoding';
import { checkGithub } from './formats/check-github';
import { checkJson, checkJsonl } from './formats/check-json';
import { checkSarif } from './formats/check-sarif';
import { checkText } from './formats/check-text';
import type { CheckedFile, Formatter, ReadFile } from './formats/format';
import type { Host } from './host';
import { Repository } from './repository';
import { Sources } from './sources';
import { harmless } from './terminal';
import { writeBaseline } from './write-baseline';

/** The formats of `onrecord check`. */
export const CHECK_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** From the mildest on; *never*: findings don't count. */
export const FAIL_ON = ['hint', 'info', 'warning', 'error', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Exit codes. */
export const CLEAN = 0;
export const FOUND = 1;
export const COULD_NOT_RUN = 2;

/** What `onrecord check` is asked to do. */
export interface CheckOptions extends What, ConfigurationChoice {
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly version: string;
  /** Only articles that have changed since this revision of Git. */
  readonly changed?: string | undefined;
  /** Of those, only findings that were not there at that revision. */
  readonly onlyNew?: boolean | undefined;
  /** Freeze the findings in this file instead of printing them. */
  readonly writeBaseline?: string | undefined;
}

/**
 * Prints findings, or freezes them; returns the exit code: 2 if anything could not be read, the configuration above all, else 1 if a finding is
 * as grave as `failOn`, else 0.
 */
export async function runCheck(options: CheckOptions, host: Host): Promise<number> {
  const freezing = options.writeBaseline !== undefined;
  const configurations = new Configurations(freezing ? { ...options, baseline: false } : options, host);
  const missing = await configurations.missing();
  for (const file of missing) host.tell(`onrecord: ${harmless(file)}: no such file. Check the path.`);
  if (missing.length > 0) return COULD_NOT_RUN;
  const repository = options.changed === undefined ? null : await Repository.at(host.folder, options.changed);
  if (repository && 'problem' in repository) {
    host.tell(`onrecord: ${repository.problem}`);
    return COULD_NOT_RUN;
  }
  const only = await repository?.changed();
  let failed = false;
  const grave = (severity: Severity): boolean => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(options.failOn);
  const frozen = new Map<string, readonly BaselineEntry[]>();
  const failOnce = once();
  const sources = new Sources(host);
  const problems = await readEverything(
    { ...options, only },
    host,
    freezing ? SILENT : formatterFor(options, host),
    async (read, service, fail) => {
      const configured = await configurations.of(read.file);
      if ('faults' in configured) {
        for (const { place, message } of configured.faults) failOnce(fail, place, message);
        return null;
      }
      const { settings } = configured.configuration;
      const article = await sources.informed(read.file, read.article, settings.sources);
      const all = service.check(article, configured.configuration);
      const before =
        repository && options.onlyNew ? await foundBefore(read, configured.configuration, { repository, service, host, sources }) : [];
      const findings = withoutFrozen(article, all, before);
      failed ||= findings.some(({ severity }) => grave(severity));
      frozen.set(read.file, freeze(article, findings));
      return { ...read, article, findings, fixes: (finding) => service.fixes(article, finding) };
    },
  );
  if (problems.length > 0) return COULD_NOT_RUN;
  if (options.writeBaseline !== undefined) return tellOfBaseline(options.writeBaseline, frozen, host);
  return failed ? FOUND : CLEAN;
}

/** What was found in an article as it stood at the revision, frozen, so that it is found again wherever it has moved. */
async function foundBefore(
  { file, article }: ReadFile,
  configuration: Configuration,
  {
    repository,
    service,
    host,
    sources,
  }: { readonly repository: Repository; readonly service: Service; readonly host: Host; readonly sources: Sources },
): Promise<readonly BaselineEntry[]> {
  const bytes = await repository.before(path.resolve(host.folder, file));
  const decoded = bytes && decode(bytes);
  if (!decoded || 'problem' in decoded) return [];
  const before = await sources.informed(file, service.analyse(decoded.text, { format: article.format }), configuration.settings.sources);
  return freeze(before, service.check(before, configuration));
}

/** A configuration that is wrong is wrong for every article, and is told of once. */
export function once(): (fail: Fail, file: string, message: string) => void {
  const told = new Set<string>();
  return (fail, file, message) => {
    const key = `${file}\n${message}`;
    if (!told.has(key)) fail(file, message);
    told.add(key);
  };
}

async function tellOfBaseline(file: string, frozen: ReadonlyMap<string, readonly BaselineEntry[]>, host: Host): Promise<number> {
  const written = await writeBaseline(file, host.folder, frozen);
  if ('problem' in written) {
    host.tell(`onrecord: ${harmless(file)}: ${written.problem}`);
    return COULD_NOT_RUN;
  }
  const { findings, files } = written;
  host.tell(
    `onrecord: ${harmless(file)} now freezes ${findings} finding${findings === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}.`,
  );
  return CLEAN;
}

const SILENT: Formatter<CheckedFile> = { begin: () => '', file: () => '', end: () => '' };

function formatterFor({ format, version }: CheckOptions, { colour, columns }: Host): Formatter<CheckedFile> {
  switch (format) {
    case 'text':
      return checkText({ colour, columns });
    case 'json':
      return checkJson();
    case 'jsonl':
      return checkJsonl();
    case 'sarif':
      return checkSarif(version);
    case 'github':
      return checkGithub();
  }
}
