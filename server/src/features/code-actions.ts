import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import type { Article } from '../article';
import { fixesFor, ignoresFor, safeFixFor } from '../rules';
import { pathFrom } from '../rules/configuration/patterns';
import type { Edit, Finding, Fix } from '../rules/rule';
import { overlaps, type Span } from '../text/span';
import type { Abilities } from './abilities';
import { citations } from './cite-passage';
import { type DocumentVersion, workspaceEdit } from './fix-edit';
import { type ConfigurationPlace, ignoreEverywhere } from './ignore-everywhere';
import type { Lines } from './lines';
import { shownBy } from './shown';

/** The kind of the action that applies every safe fix. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.onrecord`;

/** The kinds of actions there are. */
export const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];

/** What a listed fix carries until it is chosen. */
export interface FixData {
  readonly uri: string;
  readonly version: number;
  readonly code: string;
  readonly span: readonly [start: number, end: number];
  /** The finding's words, by which it is found again once the article has moved on. */
  readonly words: string;
  readonly title: string;
}

/** What a client asks for. */
export interface ActionRequest {
  readonly span: Span;
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds it wants; undefined: whatever suits the place. */
  readonly only: readonly string[] | undefined;
  /** Where a rule can be switched off for good. */
  readonly place: ConfigurationPlace | null;
}

/** An article as actions see it. */
export interface ActionScene {
  readonly article: Article;
  readonly findings: readonly Finding[];
  readonly lines: Lines;
  readonly document: DocumentVersion;
  readonly abilities: Abilities;
}

/**
 * The actions for a stretch of the article: the fixes of each finding there, the likeliest first; then ways to leave each as it is; and, where
 * asked for, all safe fixes at once.
 */
export function codeActions(scene: ActionScene, { span, diagnostics, only, place }: ActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    const shownOf = shownBy(diagnostics, scene.lines);
    const found = scene.findings.filter((finding) => touches(finding.span, span)).map((finding) => ({ finding, shown: shownOf(finding) }));
    for (const { finding, shown } of found) {
      for (const fix of fixesFor(scene.article, finding)) actions.push(quickFix(scene, finding, fix, shown));
    }
    for (const { claim, fix } of citations(scene.article, (document) => pathBetween(scene.document.uri, document))) {
      if (!touches(claim.span, span)) continue;
      const shown = found.filter(({ finding }) => MENDED_BY_CITING.has(finding.code) && overlaps(finding.span, claim.span));
      const edit = workspaceEdit(fix.edits, scene.document, scene.lines, scene.abilities);
      actions.push({ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: shown.flatMap((one) => one.shown), edit });
    }
    for (const { finding, shown } of onePerRule(found)) {
      for (const fix of ignoresFor(scene.article, finding)) actions.push(quickFix(scene, finding, fix, shown));
      const everywhere = place && ignoreEverywhere(finding.code, place, shown, scene.abilities);
      if (everywhere) actions.push(everywhere);
    }
  }
  if (only !== undefined && wants(only, FIX_ALL)) {
    const action = fixAll(scene);
    if (action) actions.push(action);
  }
  return actions;
}

/**
 * Gives a chosen fix its edit. Where the article has changed since it was listed, the finding is looked for by its words; null where it is
 * gone, or stands there more than once, so that nothing is changed that the person did not see.
 */
export function resolveCodeAction(scene: ActionScene, action: CodeAction, data: FixData): CodeAction | null {
  const finding = findAgain(scene, data);
  const fix = finding && waysOut(scene.article, finding).find(({ title }) => title === data.title);
  return fix ? { ...action, edit: workspaceEdit(fix.edits, scene.document, scene.lines, scene.abilities) } : null;
}

/** Fixes first, then ways to leave things as they are. */
const waysOut = (article: Article, finding: Finding): readonly Fix[] => [...fixesFor(article, finding), ...ignoresFor(article, finding)];

function findAgain({ article, findings, document }: ActionScene, { version, code, span, words }: FixData): Finding | undefined {
  const alike = findings.filter((finding) => finding.code === code && article.text.slice(...finding.span) === words);
  const same = alike.find((finding) => finding.span[0] === span[0] && finding.span[1] === span[1]);
  if (same && version === document.version) return same;
  return alike.length === 1 ? alike[0] : undefined;
}

/** Whether `value` is what a listed fix carries: it has been through the client, and may be anything. */
export function isFixData(value: unknown): value is FixData {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, version, code, span, words, title } = value as Partial<Record<keyof FixData, unknown>>;
  return (
    [uri, code, words, title].every((word) => typeof word === 'string') &&
    typeof version === 'number' &&
    Array.isArray(span) &&
    span.length === 2 &&
    span.every(Number.isSafeInteger)
  );
}

function quickFix({ article, lines, document, abilities }: ActionScene, finding: Finding, fix: Fix, diagnostics: Diagnostic[]): CodeAction {
  const action: CodeAction = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics };
  if (fix.preferred) action.isPreferred = true;
  if (!abilities.lazyEdits) return { ...action, edit: workspaceEdit(fix.edits, document, lines, abilities) };
  const [start, end] = finding.span;
  const data: FixData = { ...document, code: finding.code, span: [start, end], words: article.text.slice(start, end), title: fix.title };
  return { ...action, data };
}

function fixAll({ article, findings, lines, document, abilities }: ActionScene): CodeAction | null {
  const chosen: Edit[] = [];
  /** How far the chosen ones reach: findings come in the order of the text, and what starts before that would be in their way. */
  let reach = -1;
  for (const finding of findings) {
    const fix = safeFixFor(article, finding);
    if (!fix || fix.edits.some(({ span }) => span[0] < reach)) continue;
    chosen.push(...fix.edits);
    // After an insertion no other one at the same place.
    for (const { span } of fix.edits) reach = Math.max(reach, span[1], span[0] + 1);
  }
  if (chosen.length === 0) return null;
  const edits = chosen.sort((a, b) => a.span[0] - b.span[0]);
  return {
    title: 'Apply every safe fix',
    kind: FIX_ALL,
    edit: workspaceEdit(edits, document, lines, { ...abilities, snippetEdits: false }),
  };
}

/** What ignores one finding ignores all of its rule at the same place. */
function onePerRule<T extends { readonly finding: Finding }>(found: readonly T[]): Iterable<T> {
  const first = new Map<string, T>();
  for (const one of found) if (!first.has(one.finding.code)) first.set(one.finding.code, one);
  return first.values();
}

/** Rules whose findings go once a claim has its source. */
const MENDED_BY_CITING: ReadonlySet<string> = new Set(['claim/unsourced', 'claim/unverified', 'claim/anonymous-only', 'claim/secondhand']);

/** The path of a document from an article, where both are files of one place. */
function pathBetween(article: string, document: string): string | undefined {
  try {
    return pathFrom(Utils.dirname(URI.parse(article)), URI.parse(document));
  } catch {
    return undefined;
  }
}

/** Whether the client wants actions of `kind`: kinds are paths, and one asked for holds all below it. */
export const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));

/** Whether a request for `asked` concerns `span`; an empty one, the cursor, also at the span's very ends. */
export const touches = (span: Span, asked: Span): boolean => overlaps(span, asked) || (span[0] <= asked[1] && asked[0] <= span[1]);
