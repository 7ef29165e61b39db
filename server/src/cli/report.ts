import { basename } from 'node:path';
import { CLEAN, COULD_NOT_RUN } from './check';
import { readEverything, type What } from './command';
import { type ConfigurationChoice, Configurations } from './configuration';
import type { Formatter } from './formats/format';
import { reportHtml } from './formats/report-html';
import { reportJson } from './formats/report-json';
import { reportText } from './formats/report-text';
import type { ReportedFile } from './formats/reported';
import type { Host } from './host';

/** The formats of `onrecord report`. */
export const REPORT_FORMATS = ['text', 'json', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What `onrecord report` is asked to do. */
export interface ReportRequest extends What, ConfigurationChoice {
  readonly format: ReportFormat;
}

/** Prints who speaks in articles, and how much; returns the exit code: 2 if anything could not be read, else 0. */
export async function runReport(request: ReportRequest, host: Host): Promise<number> {
  const configurations = new Configurations(request, host);
  const problems = await readEverything(request, host, formatterFor(request, host), async (read, service, fail) => {
    const configured = await configurations.of(read.file);
    if ('faults' in configured) {
      for (const { place, message } of configured.faults) fail(place, message);
      return null;
    }
    const findings = service.check(read.article, configured.configuration);
    return { ...read, sources: service.sources(read.article, { findings }) };
  });
  return problems.length > 0 ? COULD_NOT_RUN : CLEAN;
}

function formatterFor({ format, paths }: ReportRequest, { folder, colour, columns }: Host): Formatter<ReportedFile> {
  switch (format) {
    case 'text':
      return reportText({ colour, columns });
    case 'json':
      return reportJson();
    case 'html': {
      const [only] = paths;
      return reportHtml(paths.length > 1 ? '' : basename(only === undefined || only === '.' ? folder : only));
    }
  }
}
