import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
  LocationLink,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { Kind, Placed } from './annotations/annotation';
import { type AnalyseOptions, type Article, analyse } from './article';
import { type Abilities, PLAINEST } from './features/abilities';
import { ANNOTATE, annotationActions } from './features/annotation-actions';
import { annotationTarget } from './features/annotation-target';
import { codeActions, ACTION_KINDS as FIX_KINDS, isFixData, resolveCodeAction } from './features/code-actions';
import { codeLens, findLenses, isLensData, type Lens, type LensOptions, resolveCodeLens } from './features/code-lenses';
import { type CompletionOptions, completion, isCompletionData, resolveCompletion } from './features/completion/completion';
import { diagnostic } from './features/diagnostics';
import { documentLinks, type LinkOptions } from './features/document-links';
import type { DocumentVersion } from './features/fix-edit';
import { hover } from './features/hover';
import type { ConfigurationPlace } from './features/ignore-everywhere';
import { findHints, type Hint, type HintOptions, inlayHint, isHintData, resolveInlayHint } from './features/inlay-hints';
import { Lines } from './features/lines';
import { type Navigation, navigation } from './features/navigation';
import { quoteSource } from './features/quote-source';
import { isPastedWords, quotedPaste } from './features/quoted-paste';
import { semanticTokens } from './features/semantic-tokens';
import { sources } from './features/sources';
import type { Sources } from './report/sources';
import { check, fixesFor, ignoresFor } from './rules';
import { type Configuration, UNCONFIGURED } from './rules/checking';
import type { Finding, Fix } from './rules/rule';
import { remembered } from './text/remembered';

export type { AnalyseOptions, Article } from './article';
export type { Abilities } from './features/abilities';
export { PLAINEST } from './features/abilities';
export type { Lens, LensKind, LensKinds, LensOptions } from './features/code-lenses';
export { TRIGGERS } from './features/completion/completion';
export type { ConfigurationPlace } from './features/ignore-everywhere';
export type { Hint, HintKind, HintKinds, HintOptions } from './features/inlay-hints';
export type { Navigation } from './features/navigation';
export { LEGEND } from './features/semantic-tokens';
export type { Sources } from './report/sources';
export type { Configuration } from './rules/checking';
export type { Finding, Fix } from './rules/rule';

/** The kinds of actions there are. */
export const ACTION_KINDS: readonly string[] = [...FIX_KINDS, ANNOTATE];

/** How much is to be shown. */
export interface ShowOptions {
  /** Attributions less sure than this, 0…1, are neither coloured nor shown in hovers. */
  readonly minimumConfidence?: number;
  /** What is reported on the article, for its colours to agree; an unconfigured check's where it does not say. */
  readonly findings?: readonly Finding[];
  /** What people have added to it. */
  readonly annotations?: readonly Placed[];
}

/** How an article is to be coloured. */
export interface ColourOptions extends ShowOptions {
  /** The colours of an earlier version of the article, as they were given: those that are the same are taken over; the result is the same without. */
  readonly previous?: readonly number[] | undefined;
}

/** What a client knows of the place that it wants actions for. */
export interface ActionContext {
  readonly diagnostics: readonly Diagnostic[];
  readonly only?: readonly string[] | undefined;
  /** The findings that can be mended; those of an unconfigured check where it does not say. */
  readonly findings?: readonly Finding[];
  /** Where a rule can be switched off for good; null or missing where nowhere. */
  readonly place?: ConfigurationPlace | null;
  /** What people have added to the article. */
  readonly annotations?: readonly Placed[];
  /** The person asks for them, and does not only pass by. */
  readonly invoked?: boolean;
}

/**
 * Everything that On Record can say of an article, without a connection, files or a clock. Each function is a pure function of its arguments;
 * what is costly and asked for again (lines, findings) is kept for as long as the article itself is. Positions are in the encoding of the
 * abilities that the service was made with.
 */
export interface Service {
  /**
   * Reads an article; with `previous`, only its changed blocks. Never throws; linear in the length of `text`. `known`: the lines of the text, where
   * somebody has them already.
   */
  analyse(text: string, options?: AnalyseOptions, known?: Lines): Article;
  /** What the rules report under a configuration, in the order of the text. */
  check(article: Article, configuration?: Configuration): readonly Finding[];
  /** The ways to mend a finding of this very article, the likeliest first. */
  fixes(article: Article, finding: Finding): readonly Fix[];
  /** The ways to keep a finding of this very article quiet by a comment in it. */
  ignores(article: Article, finding: Finding): readonly Fix[];
  /** The lines of the article's text. */
  lines(article: Article): Lines;
  /** What stands at a position: speaker, cue, chain, sureness, support; null where there is nothing to say. */
  hover(article: Article, position: Position, options?: ShowOptions): Hover | null;
  /** The colours of the article, or of a range of it: the protocol's numbers, by `LEGEND`. */
  semanticTokens(article: Article, range?: Range, options?: ColourOptions): number[];
  /** Where the quote at a position stands in the documents beside the article. */
  quoteSource(article: Article, position: Position): LocationLink[];
  /** Who speaks, how much and through whom, and who stands behind the claims: what the Sources view and the report show. */
  sources(article: Article, options?: ShowOptions): Sources;
  /** The findings as a client shows them; `findings` where not all are to be shown. */
  diagnostics(article: Article, uri: string, findings?: readonly Finding[]): Diagnostic[];
  /** What can be done about a range; edits are left for `resolveCodeAction` where the client lets them. */
  codeActions(article: Article, document: DocumentVersion, range: Range, context: ActionContext): CodeAction[];
  /** The words that somebody means who annotates a range; null where there are none. */
  annotationTarget(article: Article, range: Range, kind: Kind): Range | null;
  /** Gives an action its edit against this very article; null where what it would mend is no longer there. */
  resolveCodeAction(article: Article, document: DocumentVersion, action: CodeAction, findings?: readonly Finding[]): CodeAction | null;
  /** The names to show between the words of an article, all of them; see `inlayHints`. */
  hints(article: Article, options: HintOptions): readonly Hint[];
  /** Those of `hints` that lie in a range, as a client shows them. */
  inlayHints(article: Article, uri: string, hints: readonly Hint[], range: Range): InlayHint[];
  /** Gives an inlay hint its tooltip. */
  resolveInlayHint(article: Article, hints: readonly Hint[], hint: InlayHint): InlayHint;
  /** The lines that sum up an article, all of them; see `codeLenses`. */
  lenses(article: Article, options: LensOptions): readonly Lens[];
  /** Where `lenses` stand, as a client lists them. */
  codeLenses(article: Article, uri: string, lenses: readonly Lens[]): CodeLens[];
  /** Gives a listed lens what it says. */
  resolveCodeLens(article: Article, lenses: readonly Lens[], lens: CodeLens): CodeLens;
  /** What can be put at a position: names after their first letters, verbs after a quote, sources in a link; null in nearly all places. */
  completion(article: Article, uri: string, position: Position, options?: Partial<CompletionOptions>): CompletionList | null;
  /** Gives a completion the card of its speaker. */
  resolveCompletion(article: Article, item: CompletionItem): CompletionItem;
  /** Ways through an article: definitions, references, renaming, outline, relays. */
  readonly navigation: Navigation;
  /** Addresses, files of the open folders, and footnotes. */
  documentLinks(article: Article, options: LinkOptions): DocumentLink[];
  /** The snippet that puts words from elsewhere (`PastedWords`, if they are that) into an article as a quote; null where none can be put there. */
  quotedPaste(article: Article, uri: string, position: Position, words: unknown): string | null;
}

/** A service for a client of these abilities; what is not named is what the protocol grants every client. */
export function createService(abilities: Partial<Abilities> = {}): Service {
  const able: Abilities = { ...PLAINEST, ...abilities };
  const given = new WeakMap<Article, Lines>();
  const lines = remembered((article: Article) => given.get(article) ?? new Lines(article.text, able.encoding));
  const checked = remembered((_: Article) => new Map<Configuration, readonly Finding[]>());
  const findingsOf = (article: Article, configuration: Configuration = UNCONFIGURED): readonly Finding[] => {
    const known = checked(article);
    const found = known.get(configuration) ?? check(article, configuration);
    known.set(configuration, found);
    return found;
  };
  const scene = (article: Article, document: DocumentVersion, findings: readonly Finding[] = findingsOf(article)) => ({
    article,
    findings,
    lines: lines(article),
    document,
    abilities: able,
  });
  return {
    analyse(text, options, known) {
      const article = analyse(text, options);
      if (known) given.set(article, known);
      return article;
    },
    check: findingsOf,
    fixes: fixesFor,
    ignores: ignoresFor,
    lines,
    hover: (article, position, { minimumConfidence = 0, annotations = [] } = {}) =>
      hover(article, lines(article).offsetAt(position), lines(article), {
        markup: able.markup,
        minimumConfidence,
        annotations,
        reader: able,
      }),
    semanticTokens: (article, range, { minimumConfidence = 0, findings = findingsOf(article), previous } = {}) =>
      semanticTokens(article, lines(article), { minimumConfidence, findings, previous }, range && lines(article).spanOf(range)),
    quoteSource: (article, position) => quoteSource(article, lines(article).offsetAt(position), lines(article), able),
    sources: (article, { minimumConfidence = 0, findings = findingsOf(article) } = {}) =>
      sources(article, lines(article), { minimumConfidence, findings }),
    diagnostics: (article, uri, shown = findingsOf(article)) => shown.map((finding) => diagnostic(finding, uri, lines(article), able)),
    codeActions(article, document, range, { diagnostics, only, findings, place = null, annotations = [], invoked = false }) {
      const request = { span: lines(article).spanOf(range), diagnostics, only, place };
      const at = scene(article, document, findings);
      return [...codeActions(at, request), ...annotationActions(at, request, annotations, invoked)];
    },
    annotationTarget(article, range, kind) {
      const target = annotationTarget(article, lines(article).spanOf(range), kind);
      return target && lines(article).rangeOf(target);
    },
    resolveCodeAction: (article, document, action, findings) =>
      isFixData(action.data) ? resolveCodeAction(scene(article, document, findings), action, action.data) : action,
    hints: findHints,
    inlayHints(article, uri, hints, range) {
      const [start, end] = lines(article).spanOf(range);
      return hints.filter(({ span }) => start <= span[0] && span[0] <= end).map((hint) => inlayHint(hint, uri, lines(article), able));
    },
    resolveInlayHint: (article, hints, hint) =>
      isHintData(hint.data) ? resolveInlayHint(hints, hint, hint.data, lines(article), able) : hint,
    lenses: findLenses,
    codeLenses: (article, uri, lenses) => lenses.map((lens) => codeLens(lens, uri, lines(article))),
    resolveCodeLens: (article, lenses, lens) =>
      isLensData(lens.data) ? resolveCodeLens(lenses, lens, lens.data, lines(article), able) : lens,
    completion: (article, uri, position, { sourceFiles = [] } = {}) =>
      completion(article, uri, lines(article).offsetAt(position), lines(article), able, { sourceFiles }),
    documentLinks: (article, options) => documentLinks(article, lines(article), options),
    quotedPaste: (article, uri, position, words) =>
      isPastedWords(words) ? quotedPaste(article, uri, lines(article).offsetAt(position), words) : null,
    resolveCompletion: (article, item) => (isCompletionData(item.data) ? resolveCompletion(article, item, item.data, able) : item),
    navigation: navigation(lines, able),
  };
}
