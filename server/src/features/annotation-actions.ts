import { type CodeAction, CodeActionKind, type Command, type Range } from 'vscode-languageserver-types';
import type { Placed } from '../annotations/annotation';
import { hasLapsed } from '../annotations/verdicts';
import type { Finding } from '../rules/rule';
import type { Span } from '../text/span';
import type { ActionRequest, ActionScene } from './code-actions';
import { touches, wants } from './code-actions';
import { shownBy } from './shown';

/** The kind of the actions that add something to words of an article. */
export const ANNOTATE = `${CodeActionKind.Refactor}.annotate`;

/** Commands of our own client, which ask for what is to be said; each takes an address and a range. */
const ASKS = {
  note: { command: 'onrecord.addNote', title: 'Add a note…' },
  question: { command: 'onrecord.askQuestion', title: 'Ask a question…' },
  verified: { command: 'onrecord.markVerified', title: 'Mark as verified with a note…' },
  disputed: { command: 'onrecord.markDisputed', title: 'Mark as disputed…' },
  'needs-source': { command: 'onrecord.markNeedsSource', title: 'Mark as in need of a source…' },
} as const;

/** The server's own commands, for clients that cannot ask; see docs/annotations.md. */
const MARK = 'onrecord.annotate';
const CONFIRM = 'onrecord.confirmAnnotation';

/**
 * The ways to say something of a stretch of the article: for each finding on a claim, that it has been verified; for a verdict that has lapsed, that it still
 * holds; and, where somebody asks, a note, a question, a verdict.
 */
export function annotationActions(scene: ActionScene, request: ActionRequest, placed: readonly Placed[], invoked: boolean): CodeAction[] {
  const { article, lines, document } = scene;
  const actions: CodeAction[] = [];
  if (wants(request.only, CodeActionKind.QuickFix)) {
    for (const one of placed) {
      if (one.span && touches(one.span, request.span) && hasLapsed(article.text, one)) {
        const argument = { uri: document.uri, id: one.annotation.id };
        const title = 'Confirm that this is still verified';
        actions.push({ title, kind: CodeActionKind.QuickFix, command: { title, command: CONFIRM, arguments: [argument] } });
      }
    }
    const claims = scene.findings.filter(({ code, span }) => code.startsWith('claim/') && touches(span, request.span));
    const shownOf = shownBy(request.diagnostics, lines);
    const diagnostics = [...new Set(claims.flatMap(shownOf))];
    for (const finding of onePerSpan(claims)) {
      const command = verifying(scene, finding.span);
      actions.push({ title: command.title, kind: CodeActionKind.QuickFix, diagnostics, command });
    }
  }
  const asked = request.only === undefined ? invoked : request.only.some((kind) => kind !== '' && wants([kind], ANNOTATE));
  if (asked) {
    const range = lines.rangeOf(request.span);
    for (const { command, title } of Object.values(ASKS)) {
      if (scene.abilities.commands.has(command))
        actions.push({ title, kind: ANNOTATE, command: asking(title, command, document.uri, range) });
    }
  }
  return actions;
}

function verifying({ abilities, document, lines }: ActionScene, span: Span): Command {
  const range = lines.rangeOf(span);
  const { command, title } = ASKS.verified;
  if (abilities.commands.has(command)) return asking(title, command, document.uri, range);
  return { title: 'Mark as verified', command: MARK, arguments: [{ uri: document.uri, range, kind: 'verified' }] };
}

const asking = (title: string, command: string, uri: string, range: Range): Command => ({ title, command, arguments: [uri, range] });

function onePerSpan(findings: readonly Finding[]): Iterable<Finding> {
  return new Map(findings.map((finding) => [finding.span.join(), finding])).values();
}
