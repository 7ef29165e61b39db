import type { Severity } from '../../rules/rule';
import type { CheckedFile, Formatter } from './format';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** `check --format github`: workflow commands, which GitHub shows as annotations beside the changed lines. */
export function checkGithub(): Formatter<CheckedFile> {
  return {
    begin: () => '',
    file: ({ file, findings, lines }) =>
      findings
        .map(({ code, severity, span, message }) => {
          const { start, end } = lines.rangeOf(span);
          const properties = [
            `file=${property(file)}`,
            `line=${start.line + 1}`,
            `endLine=${end.line + 1}`,
            // GitHub takes columns only where a finding stays on its line.
            ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
            `title=${property(code)}`,
          ];
          return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
        })
        .join(''),
    end: () => '',
  };
}

/** Escaped as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts). */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
