import type { CheckedFile, Formatter } from './format';
import { JsonArray } from './format';

/** The findings in a file as records. Spans are UTF-16 offsets, lines and columns count from 1. */
function recordsOf({ file, findings, fixes, lines }: CheckedFile) {
  return findings.map((finding) => {
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
        ...(place && { file: place.name, ...(place.page === null ? { line: place.start.line + 1 } : { page: place.page }) }),
      })),
      fixes: fixes(finding).map(({ title }) => title),
    };
  });
}

/** `check --format json`: one array of findings. */
export function checkJson(): Formatter<CheckedFile> {
  const array = new JsonArray();
  return {
    begin: () => '',
    file: (checked) =>
      recordsOf(checked)
        .map((record) => array.add(record))
        .join(''),
    end: () => `${array.close()}\n`,
  };
}

/** `check --format jsonl`: a finding a line. */
export const checkJsonl = (): Formatter<CheckedFile> => ({
  begin: () => '',
  file: (checked) =>
    recordsOf(checked)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  end: () => '',
});
