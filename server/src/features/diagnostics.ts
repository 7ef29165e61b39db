import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/rule';
import type { Abilities } from './abilities';
import { locationOf } from './document-places';
import type { Lines } from './lines';

/** Who a client says the diagnostics are from. */
export const SOURCE = 'On Record';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules that find what might as well not be there: editors fade it. */
const UNNECESSARY: ReadonlySet<string> = new Set(['suppression/unused']);

/** What a diagnostic carries so that its fixes find it again: the finding's code and span. */
export interface DiagnosticData {
  readonly code: string;
  readonly span: readonly [start: number, end: number];
}

/** A finding as a client shows it. `uri` is the article's own, for the related places in it. */
export function diagnostic(finding: Finding, uri: string, lines: Lines, { rulePages }: Abilities): Diagnostic {
  const { code, span, severity, message, related } = finding;
  const data: DiagnosticData = { code, span: [span[0], span[1]] };
  const shown: Diagnostic = { range: lines.rangeOf(span), severity: SEVERITIES[severity], code, source: SOURCE, message, data };
  if (UNNECESSARY.has(code)) shown.tags = [DiagnosticTag.Unnecessary];
  if (rulePages !== null) shown.codeDescription = { href: rulePage(rulePages, code) };
  if (related.length > 0) {
    shown.relatedInformation = related.map(({ span, message, place }) => ({
      location: place ? locationOf(place, lines.encoding) : { uri, range: lines.rangeOf(span) },
      message,
    }));
  }
  return shown;
}

/** The address of a rule's page: `group/name` is `group/name.md` under `pages`. */
export const rulePage = (pages: string, code: string): string => `${pages}${code.split('/').map(encodeURIComponent).join('/')}.md`;
