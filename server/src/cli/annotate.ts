import { CLEAN, COULD_NOT_RUN } from './check';
import { readEverything, type What } from './command';
import { annotationHtml } from './formats/annotation-html';
import { annotationJson, annotationJsonl } from './formats/annotation-json';
import { annotationText } from './formats/annotation-text';
import type { Formatter, ReadFile } from './formats/format';
import { webAnnotation } from './formats/web-annotation';
import type { Host } from './host';

/** The formats of `onrecord annotate`. */
export const ANNOTATE_FORMATS = ['text', 'json', 'jsonl', 'html', 'webannotation'] as const;
export type AnnotateFormat = (typeof ANNOTATE_FORMATS)[number];

/** What `onrecord annotate` is asked to do. */
export interface AnnotateOptions extends What {
  readonly format: AnnotateFormat;
  readonly version: string;
}

/** Prints what was understood; returns the exit code: 2 if anything could not be read, else 0. */
export async function runAnnotate(options: AnnotateOptions, host: Host): Promise<number> {
  const problems = await readEverything(options, host, formatterFor(options, host), (read) => read);
  return problems.length > 0 ? COULD_NOT_RUN : CLEAN;
}

function formatterFor({ format, version }: AnnotateOptions, { colour, columns }: Host): Formatter<ReadFile> {
  switch (format) {
    case 'text':
      return annotationText({ colour, columns });
    case 'json':
      return annotationJson();
    case 'jsonl':
      return annotationJsonl();
    case 'html':
      return annotationHtml();
    case 'webannotation':
      return webAnnotation(version);
  }
}
