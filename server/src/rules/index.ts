import type { Article } from '../article';
import { type Configuration, checkBy, UNCONFIGURED } from './checking';
import { claimAnonymousOnly } from './claim/anonymous-only';
import { claimDiffersFromSource } from './claim/differs-from-source';
import { claimDisputed } from './claim/disputed';
import { claimHeadlineUnsupported } from './claim/headline-unsupported';
import { claimNumberMismatch } from './claim/number-mismatch';
import { claimSecondhand } from './claim/secondhand';
import { claimUnsourced } from './claim/unsourced';
import { claimUnverified } from './claim/unverified';
import { claimWeasel } from './claim/weasel';
import { cueAllegedly } from './cue/allegedly';
import { cueLoadedVerb } from './cue/loaded-verb';
import { keepsQuotes } from './fixes/keeps-quotes';
import { keepsTags } from './fixes/keeps-tags';
import { quoteAltered } from './quote/altered';
import { quoteAlteredFromSource } from './quote/altered-from-source';
import { quoteAmbiguousSpeaker } from './quote/ambiguous-speaker';
import { quoteDialectSpelling } from './quote/dialect-spelling';
import { quoteDuplicate } from './quote/duplicate';
import { quoteFragment } from './quote/fragment';
import { quoteLateAttribution } from './quote/late-attribution';
import { quoteNotInSources } from './quote/not-in-sources';
import { quoteRunTogether } from './quote/run-together';
import { quoteStitched } from './quote/stitched';
import { quoteUnattributed } from './quote/unattributed';
import { quoteUnclosed } from './quote/unclosed';
import { quoteWrongSpeaker } from './quote/wrong-speaker';
import type { Finding, Fix, Rule, RuleFacts } from './rule';
import { sourceAnonymousAttack } from './source/anonymous-attack';
import { sourceAnonymousBare } from './source/anonymous-bare';
import { sourceAnonymousOpinion } from './source/anonymous-opinion';
import { sourceFirstQuoteAnonymous } from './source/first-quote-anonymous';
import { sourceIncompleteFirstReference } from './source/incomplete-first-reference';
import { sourceInconsistentName } from './source/inconsistent-name';
import { sourceNoCommentContradiction } from './source/no-comment-contradiction';
import { sourceNoReasonForAnonymity } from './source/no-reason-for-anonymity';
import { sourceNoReplyDetails } from './source/no-reply-details';
import { sourceOfficialsSay } from './source/officials-say';
import { sourcePluralOneDescribed } from './source/plural-one-described';
import { sourceSeriousAllegationSingleUnnamed } from './source/serious-allegation-single-unnamed';
import { sourceSingleSource } from './source/single-source';
import { sourceUnnamedOutlet } from './source/unnamed-outlet';
import { sourceVagueDescription } from './source/vague-description';
import { ignoreFixes } from './suppression/ignore';
import { suppressionRules } from './suppression/rules';
import { timeRelativeDate } from './time/relative-date';

/** The rules on what the article says. */
const ON_THE_ARTICLE: readonly Rule[] = [
  claimAnonymousOnly,
  claimDiffersFromSource,
  claimDisputed,
  claimHeadlineUnsupported,
  claimNumberMismatch,
  claimSecondhand,
  claimUnsourced,
  claimUnverified,
  claimWeasel,
  cueAllegedly,
  cueLoadedVerb,
  quoteAltered,
  quoteAlteredFromSource,
  quoteAmbiguousSpeaker,
  quoteDialectSpelling,
  quoteDuplicate,
  quoteFragment,
  quoteLateAttribution,
  quoteNotInSources,
  quoteRunTogether,
  quoteStitched,
  quoteUnattributed,
  quoteUnclosed,
  quoteWrongSpeaker,
  sourceAnonymousAttack,
  sourceAnonymousBare,
  sourceAnonymousOpinion,
  sourceFirstQuoteAnonymous,
  sourceIncompleteFirstReference,
  sourceInconsistentName,
  sourceNoCommentContradiction,
  sourceNoReasonForAnonymity,
  sourceNoReplyDetails,
  sourceOfficialsSay,
  sourcePluralOneDescribed,
  sourceSeriousAllegationSingleUnnamed,
  sourceSingleSource,
  sourceUnnamedOutlet,
  sourceVagueDescription,
  timeRelativeDate,
];

/** Every rule, in the order of their codes. */
export const RULES: readonly Rule[] = [...ON_THE_ARTICLE, ...suppressionRules(ON_THE_ARTICLE.map(({ facts }) => facts.code))];

/** The facts of all rules. */
export const FACTS: readonly RuleFacts[] = RULES.map(({ facts }) => facts);

/** The codes of all rules. */
export const CODES: readonly string[] = FACTS.map(({ code }) => code);

/** What the rules report on an article, in the order of the text. */
export const check = (article: Article, configuration: Configuration = UNCONFIGURED): Finding[] => checkBy(RULES, article, configuration);

/**
 * The ways to mend a finding of this very article, the likeliest first; none for a code that no rule has, and none that would change a word
 * between quotation marks unless it restores what was said.
 */
export function fixesFor(article: Article, finding: Finding): readonly Fix[] {
  const fixes = RULES.find((rule) => rule.facts.code === finding.code)?.fixes(article, finding) ?? [];
  return fixes.filter((fix) => keepsQuotes(article, finding.code, fix)).flatMap((fix) => keepsTags(article, fix) ?? []);
}

const SAFE: ReadonlySet<string> = new Set(RULES.filter(({ mendsSafely }) => mendsSafely).map(({ facts }) => facts.code));

/** The fix of a finding that may be applied unseen, if there is one. */
export const safeFixFor = (article: Article, finding: Finding): Fix | undefined =>
  SAFE.has(finding.code) ? fixesFor(article, finding).find(({ safe }) => safe) : undefined;

/** The ways to keep a finding of this very article quiet by a comment in it, for when it is right as it is. */
export const ignoresFor = (article: Article, finding: Finding): readonly Fix[] =>
  ignoreFixes(article, finding).flatMap((fix) => keepsTags(article, fix) ?? []);
