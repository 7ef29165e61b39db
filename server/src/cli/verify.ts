import { CLEAN, COULD_NOT_RUN, FAIL_ON, type FailOn, FOUND, once } from './check';
import { readEverything, type What } from './command';
import { type ConfigurationChoice, Configurations } from './configuration';
import type { Formatter } from './formats/format';
import { verifyHtml } from './formats/verify-html';
import { verifyJson } from './formats/verify-json';
import { verifyText } from './formats/verify-text';
import type { Host } from './host';
import { Sources } from './sources';
import { harmless } from './terminal';
import { type VerifiedFile, verifiedIn } from './verified';

/** The formats of `onrecord verify`. */
export const VERIFY_FORMATS = ['text', 'json', 'html'] as const;
export type VerifyFormat = (typeof VERIFY_FORMATS)[number];

/** The rules that hold articles against the documents beside them. */
const ON_SOURCES: ReadonlySet<string> = new Set([
  'quote/altered-from-source',
  'quote/wrong-speaker',
  'quote/stitched',
  'quote/not-in-sources',
  'claim/differs-from-source',
]);

/** What `onrecord verify` is asked to do. */
export interface VerifyOptions extends What, Pick<ConfigurationChoice, 'config'> {
  readonly format: VerifyFormat;
  readonly failOn: FailOn;
  /** Folders to look in, not those that the configuration names. */
  readonly sources: readonly string[];
}

/**
 * Prints for every quote and claim what was found where; returns the exit code: 2 if anything could not be read, else 1 if a finding of the rules on
 * sources is as grave as `failOn`, else 0.
 */
export async function runVerify(options: VerifyOptions, host: Host): Promise<number> {
  const configurations = new Configurations({ ...options, baseline: false }, host);
  const missing = await configurations.missing();
  for (const file of missing) host.tell(`onrecord: ${harmless(file)}: no such file. Check the path.`);
  if (missing.length > 0) return COULD_NOT_RUN;
  const sources = new Sources(host, options.sources);
  const failOnce = once();
  let failed = false;
  const problems = await readEverything(
    options,
    host,
    formatterFor(options, host),
    async (read, service, fail): Promise<VerifiedFile | null> => {
      const configured = await configurations.of(read.file);
      if ('faults' in configured) {
        for (const { place, message } of configured.faults) failOnce(fail, place, message);
        return null;
      }
      const { configuration } = configured;
      if (!configuration.settings.checked) return null;
      const article = await sources.informed(read.file, read.article, configuration.settings.sources);
      const findings = service.check(article, configuration).filter(({ code }) => ON_SOURCES.has(code));
      failed ||= findings.some(({ severity }) => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(options.failOn));
      return { ...read, article, lines: service.lines(article), items: verifiedIn(article) };
    },
  );
  if (problems.length > 0) return COULD_NOT_RUN;
  return failed ? FOUND : CLEAN;
}

function formatterFor({ format }: VerifyOptions, { colour, columns }: Host): Formatter<VerifiedFile> {
  switch (format) {
    case 'text':
      return verifyText({ colour, columns });
    case 'json':
      return verifyJson();
    case 'html':
      return verifyHtml();
  }
}
