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

/**
 * A finding as a client shows it. `uri` is the article's own, for the related places in it. Holds nothing that moves with every keystroke above it, such
 * as offsets: what stands on other lines stays the same, and need not be sent again.
 */
export function diagnostic(finding: Finding, uri: string, lines: Lines, able: Abilities): Diagnostic {
  const { rulePages } = able;
  const { code, span, severity, message, related } = finding;
  const shown: Diagnostic = { range: lines.rangeOf(span), severity: SEVERITIES[severity], code, source: SOURCE, message };
  if (UNNECESSARY.has(code)) shown.tags = [DiagnosticTag.Unnecessary];
  if (rulePages !== null) shown.codeDescription = { href: rulePage(rulePages, code) };
  if (related.length > 0) {
    shown.relatedInformation = related.map(({ span, message, place }) => ({
      location: place ? locationOf(place, able) : { uri, range: lines.rangeOf(span) },
      // A client shows a line, and a PDF has pages.
      message: place && place.page !== null ? `page ${place.page}: ${message}` : message,
    }));
  }
  return shown;
}

/** The address of a rule's page: `group/name` is `group/name.md` under `pages`. */
export const rulePage = (pages: string, code: string): string => `${pages}${code.split('/').map(encodeURIComponent).join('/')}.md`;
