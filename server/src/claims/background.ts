import type { Span } from '../text/span';
import type { Stake, StakeKind } from './stakes';

/** Whoever counted stands in the sentence: "the highest rate noted by the team". Or nobody agrees, and it says so. */
const NAMES_WHO =
  /\b(?:noted|found|reported|recorded|estimated|measured|identified|cited|counted|calculated|published|released|compiled|reviewed) by\b|\b(?:debate[ds]?|consensus|disagree[ds]?)\b/i;
/** What a timekeeper reads off. */
const TIMED = /\bseconds? (?:faster|slower|quicker|ahead|behind)\b/i;
/** A rule of procedure says how much is needed, and stands in a book of rules. */
const REQUIRED =
  /\b(?:needs?|needed|requires?|required|qualif(?:y|ies)) (?:an? |the |at least |to )|\bmust (?:vote|agree|approve|consent)\b/i;
/** What a public list of fees or rates says. */
const LISTED = /\b(?:apply(?:ing)?|applications?|tickets?|admission|fees?|bitcoins?|exchange rate)\b/i;
/** "One of several" tells how many of nothing. */
const MUCH =
  /\d|%|\b(?:per ?cent|half|halved|thirds?|quarters?|fifths?|tenths?|doubled|tripled|trebled|quadrupled|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|outnumber(?:s|ed)?|majority)\b/i;
const LONG_AGO = /\b(?:1[5-8]\d\d|19[0-8]\d)(?:s\b|\b)/;
/** What a study measured, where the article is about it. */
const MEASURED =
  /\b(?:rates?|patients|participants|volunteers|placebo|cohort|median|samples?|specimens?|mice|fossils?|planet(?:ary|s)?|stars?|models?|simulations?|adults|juveniles|males|females|atmosphere|atmospheric)\b/i;
const STUDY = /\b(?:stud(?:y|ies)|survey|research(?:ers)?|scientists?|astronomers|biologists|physicists|findings|paper|journal|trial)\b/i;

const DATED: ReadonlySet<StakeKind> = new Set(['trend', 'cause', 'amount', 'share']);
const FOUND_BY_STUDIES: ReadonlySet<StakeKind> = new Set(['comparison', 'superlative', 'trend', 'share', 'cause']);

/** How much of an article is read to learn what it is about: its headline and its first sentences, in units. */
const OPENING = 900;

/** Whether an article, by its opening, is the report of a study, whose results it goes on to tell without naming it each time. */
export const reportsStudy = (text: string): boolean => STUDY.test(text.slice(0, OPENING));

/**
 * Whether a sentence that stakes something is background that nobody would source: what everybody can look up, a rule, a name, something of long
 * ago, or what the study under discussion measured. `stake` is relative to `sentence`. Linear.
 */
export function isBackground(sentence: string, { kind, span }: Stake, ofStudy: boolean): boolean {
  if (NAMES_WHO.test(sentence) || TIMED.test(sentence)) return true;
  if (DATED.has(kind) && LONG_AGO.test(sentence)) return true;
  if (ofStudy && FOUND_BY_STUDIES.has(kind) && MEASURED.test(sentence)) return true;
  if (kind === 'amount' && LISTED.test(sentence)) return true;
  const after = sentence.slice(span[0], span[0] + 40);
  if (kind === 'superlative') return isInName(sentence, span) || isPlaceInGroup(sentence, span);
  if (kind === 'share') return REQUIRED.test(sentence) || /^majority of (?:about )?\d/i.test(after) || isPossessed(sentence, span);
  if (kind === 'trend') return !MUCH.test(sentence) || /^grew (?:out|up|into)\b/i.test(after);
  return kind === 'accusation' && /^(?:hid|hidden) (?!(?:the|an?|his|her|its|their|that|how|what|from|it|them)\b)/i.test(after);
}

/** "the Most Brilliant Order of the Sun" */
const isInName = (sentence: string, [start]: Span): boolean =>
  start > 4 && /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(sentence.slice(start, start + 40));

/** "his half of the prize" */
const isPossessed = (sentence: string, [start]: Span): boolean =>
  /\b(?:his|her|its|their)\s+$/i.test(sentence.slice(Math.max(0, start - 8), start));

/** "some of the largest", "the three best performers", "the oldest of the brothers": no first place, or a place in a small row that anybody can count. */
const isPlaceInGroup = (sentence: string, [start]: Span): boolean =>
  /\bsome of (?:the|its|their) $/i.test(sentence.slice(Math.max(0, start - 16), start)) ||
  /\b(?:two|three|four|five|six|ten|\d{1,3})\s+$/i.test(sentence.slice(Math.max(0, start - 8), start)) ||
  /^(?:oldest|youngest|eldest|tallest) (?:of|child|son|daughter|sibling|member)\b/i.test(sentence.slice(start, start + 40));
