import type { CheckedFile, Formatter } from './format';
import { JsonArray } from './format';

/** `check --format json`: one array of findings. Spans are UTF-16 offsets, lines and columns count from 1. */
export function checkJson(): Formatter<CheckedFile> {
  const array = new JsonArray();
  return {
    begin: () => '',
    file({ file, findings, fixes, lines }) {
      const records = findings.map((finding) => {
        const { start, end } = lines.rangeOf(finding.span);
        return {
          file,
          code: finding.code,
          severity: finding.severity,
          span: finding.span,
          line: start.line + 1,
          column: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
          message: finding.message,
          related: finding.related.map(({ span, message, place }) => ({
            span,
            message,
            ...(place && { file: place.name, line: place.start.line + 1 }),
          })),
          fixes: fixes(finding).map(({ title }) => title),
        };
      });
      return records.map((record) => array.add(record)).join('');
    },
    end: () => `${array.close()}\n`,
  };
}
