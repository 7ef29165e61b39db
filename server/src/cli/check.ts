import type { Severity } from '../rules/rule';
import { readEverything, type What } from './command';
import { checkGithub } from './formats/check-github';
import { checkJson } from './formats/check-json';
import { checkSarif } from './formats/check-sarif';
import { checkText } from './formats/check-text';
import type { CheckedFile, Formatter } from './formats/format';
import type { Host } from './host';

/** The formats of `onrecord check`. */
export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** From the mildest on; *never*: findings don't count. */
export const FAIL_ON = ['hint', 'info', 'warning', 'error', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Exit codes. */
export const CLEAN = 0;
export const FOUND = 1;
export const COULD_NOT_RUN = 2;

/** What `onrecord check` is asked to do. */
export interface CheckOptions extends What {
  readonly format: CheckFormat;
  readonly failOn: FailOn;
  readonly version: string;
}

/** Prints findings; returns the exit code: 2 if anything could not be read, else 1 if a finding is as grave as `failOn`, else 0. */
export async function runCheck(options: CheckOptions, host: Host): Promise<number> {
  let failed = false;
  const grave = (severity: Severity): boolean => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(options.failOn);
  const problems = await readEverything(options, host, formatterFor(options, host), (read, service): CheckedFile => {
    const findings = service.check(read.article);
    failed ||= findings.some(({ severity }) => grave(severity));
    return { ...read, findings, fixes: (finding) => service.fixes(read.article, finding) };
  });
  if (problems.length > 0) return COULD_NOT_RUN;
  return failed ? FOUND : CLEAN;
}

function formatterFor({ format, version }: CheckOptions, { colour, columns }: Host): Formatter<CheckedFile> {
  switch (format) {
    case 'text':
      return checkText({ colour, columns });
    case 'json':
      return checkJson();
    case 'sarif':
      return checkSarif(version);
    case 'github':
      return checkGithub();
  }
}
