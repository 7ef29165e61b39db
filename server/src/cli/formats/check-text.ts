import type { Finding, Severity } from '../../rules/rule';
import { excerpt } from '../excerpt';
import { harmless, type Paint, paint, wrap } from '../terminal';
import { pointTo } from './beside';
import type { CheckedFile, Formatter, ReadFile } from './format';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
/** Messages are not broken into narrower lines than this, in columns. */
const NARROWEST = 40;
const COLOURS = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' } as const satisfies Record<Severity, keyof Paint>;

/** `check --format text`: each finding with its line and a pointer under the words that it means. */
export function checkText(options: { readonly colour: boolean; readonly columns: number }): Formatter<CheckedFile> {
  const style = paint(options.colour);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  let files = 0;
  return {
    begin: () => '',
    file(checked) {
      files++;
      if (checked.findings.length === 0) return '';
      for (const { severity } of checked.findings) counts[severity]++;
      const parts = checked.findings.map((finding) => describe(checked, finding, style, options.columns));
      return `${style.bold(harmless(checked.file))}\n\n${parts.join('\n')}\n`;
    },
    end() {
      const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
      const read = `${files} ${files === 1 ? 'article' : 'articles'}`;
      if (total === 0) return files === 0 ? '' : `${style.green('✓')} No findings in ${read}.\n`;
      const by = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
        style[COLOURS[severity]](count(counts[severity], severity)),
      );
      return `${total === 1 ? '1 finding' : `${total} findings`} in ${read}: ${by.join(', ')}.\n`;
    },
  };
}

const count = (n: number, severity: Severity): string => `${n} ${n === 1 || severity === 'info' ? severity : `${severity}s`}`;

function describe({ file, lines, article }: ReadFile, finding: Finding, style: Paint, columns: number): string {
  const { start, end } = lines.rangeOf(finding.span);
  const place = `${harmless(file)}:${start.line + 1}:${start.character + 1}`;
  const [lineStart, lineEnd] = lines.lineSpan(start.line);
  const margin = String(start.line + 1);
  const to = end.line === start.line ? end.character : lineEnd - lineStart;
  const shown = excerpt(article.text.slice(lineStart, lineEnd), [start.character, to], columns - margin.length - 5);
  const colour = style[COLOURS[finding.severity]];
  return [
    `  ${place}  ${colour(finding.severity)}  ${style.dim(finding.code)}`,
    ...wrap(harmless(finding.message), Math.max(NARROWEST, columns - 2)).map((line) => `  ${line}`),
    `  ${style.dim(`${margin} │`)} ${shown.text}`,
    `  ${style.dim(`${' '.repeat(margin.length)} │`)} ${colour(shown.pointer)}`,
    ...finding.related.map(({ span, message, place }) => {
      const at = lines.positionAt(span[0]);
      const where = place ? pointTo(place) : `${file}:${at.line + 1}:${at.character + 1}`;
      return `  ${style.dim(harmless(where))}  ${harmless(message)}`;
    }),
    '',
  ].join('\n');
}
