import { type Formatter, JsonArray } from './format';
import type { ReportedFile } from './reported';

/** `report --format json`: an array with the sources of each article, as `onrecord/sources` gives them (docs/sources.md), and its file. */
export function reportJson(): Formatter<ReportedFile> {
  const array = new JsonArray();
  return {
    begin: () => '',
    file: ({ file, sources }) => array.add({ file, ...sources }),
    end: () => `${array.close()}\n`,
  };
}
