import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FaultyFile } from '../rules/configuration/load';
import type { ConfigurationProblem } from '../rules/configuration/problem';
import { overlaps, type Span } from '../text/span';
import type { Abilities } from './abilities';
import { SOURCE } from './diagnostics';
import { type DocumentVersion, workspaceEdit } from './fix-edit';
import { Lines } from './lines';

/** What an editor that reads JSON by our schema says itself, in its own words. */
const BY_SCHEMA: ReadonlySet<string> = new Set([
  'config/syntax',
  'config/unknown-key',
  'config/duplicate-key',
  'config/unknown-rule',
  'config/unknown-pack',
  'config/wrong-value',
]);

/**
 * What is wrong with a configuration file, as a client shows it. To one that has our schema (`hasSchema`) only what that can't tell, or what
 * there is a fix for.
 */
export function configurationDiagnostics({ text, problems }: FaultyFile, { encoding }: Abilities, hasSchema: boolean): Diagnostic[] {
  const lines = new Lines(text, encoding);
  return problems
    .filter(({ code, fixes }) => !hasSchema || fixes.length > 0 || !BY_SCHEMA.has(code))
    .map((problem) => diagnosticOf(problem, lines));
}

const diagnosticOf = ({ code, span, message }: ConfigurationProblem, lines: Lines): Diagnostic => ({
  range: lines.rangeOf(span),
  severity: DiagnosticSeverity.Error,
  code,
  source: SOURCE,
  message,
});

/** The ways to mend what is wrong with a configuration file at `asked`. */
export function configurationActions(
  { text, problems }: FaultyFile,
  document: DocumentVersion,
  asked: Span,
  abilities: Abilities,
): CodeAction[] {
  const lines = new Lines(text, abilities.encoding);
  return problems
    .filter(({ span }) => overlaps(span, asked) || (span[0] <= asked[1] && asked[0] <= span[1]))
    .flatMap((problem) =>
      problem.fixes.map(({ title, edits, preferred }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(problem, lines)],
        isPreferred: preferred,
        edit: workspaceEdit(edits, document, lines, abilities),
      })),
    );
}
