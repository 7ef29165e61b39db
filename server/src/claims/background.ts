import type { Span } from '../text/span';
import { isMeasured } from './measured';
import { goesOnCounting, isResult } from './polls';
import type { Stake, StakeKind } from './stakes';

/** Whoever counted stands in the sentence: "the highest rate noted by the team". Or nobody agrees, and it says so. */
const NAMES_WHO =
  /\b(?:noted|found|reported|recorded|estimated|measured|identified|cited|counted|calculated|published|released|compiled|reviewed) by\b|\b(?:debate[ds]?|consensus|disagree[ds]?)\b|\b(?:was|were|is|are) rated\b|\b(?:comments?|remarks?|statement|promise|line) about (?:the )?\d/i;
/** What a web page has left in the text. */
const NO_PROSE = /[{}<>|]|https?:/;
/** What a timekeeper reads off. */
const TIMED = /\bseconds? (?:faster|slower|quicker|ahead|behind)\b/i;
/** A rule of procedure says how much is needed, and stands in a book of rules. */
const REQUIRED =
  /\b(?:needs?|needed|requires?|required|qualif(?:y|ies)) (?:an? |the |at least |to )|\bmust (?:vote|agree|approve|consent)\b/i;
/** What a public list of fees or rates says. */
const LISTED = /\b(?:apply(?:ing)?|applications?|tickets?|admission|fees?|bitcoins?|exchange rate)\b/i;
/** The price of one thing. */
const EACH = /\b(?:apiece|each|a (?:day|night|week|month|piece)|per (?:person|head|night|day|month))\b/i;
const MILLIONS = /\b(?:[mb]illions?|bn)\b|\d(?:m|bn)\b/i;
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

/** What stands around a sentence. */
export interface Setting {
  /** The article reports a study; see `reportsStudy`. */
  readonly ofStudy: boolean;
  /** It is about a poll or a vote; see `reportsPoll`. */
  readonly ofPoll: boolean;
  /** The sentences right before it, of its paragraph or the one above. */
  readonly before: string;
}

const FIGURES: ReadonlySet<StakeKind> = new Set(['share', 'comparison', 'trend']);
/** Who may have what, by a law or a scheme. */
const ENTITLED = /\b(?:allows?|permits?|entitles?|bars?|limits?|exempts?) \S+/i;
/** What a government or a company sets, and announces. */
const POLICY =
  /\b(?:hedge funds?|mutual funds?|(?:in|of|for) the (?:(?:first|second|third|fourth|last) )?quarter(?! of)|cents?|bushel|currency|blue chip|year.on.year|from (?:the previous|a) year|a year (?:ago|earlier)|previous year|fiscal|retail sales|investment income|insurers?|reinsurance|contained|magnitude|mph|kph|km\/h|rainfall|unemployment rate|jobless rate|inflation|growth rate|shareholders|senate|congress|parliament|duty|duties|tariffs?|stakes?|levy|levies|discount|threshold|quotas?|take effect|interest rates?|tax rates?)\b/i;
/** "the majority of her time", "half of them": a part of something that nobody counts. */
const OF_ONE =
  /^(?:(?:first|second|last|latter|other) )?half of (?:the|this|that|last|next) (?:\p{L}+ )?(?:year|century|decade|month|week|season|game|match|show|speech|day|\d{4})|^(?:vast )?(?:majority|half|most|(?:two )?thirds?|quarters?)(?: \w+)? of (?:(?:her|his|their|its|my|our|the|that) (?:time|day|days|night|speech|life|lives|career|way|season|game|attention|blame|work)|them|it|us)\b/iu;
const JUDGED =
  /^\p{L}+(?: \p{L}+)? (?:part|thing|case|cases|reasons?|pressure|challenges?|questions?|problems?|concerns?|worr(?:y|ies)|threats?|fears?|hopes?|tests?|surprises?|moments?|controvers(?:y|ies)|lessons?|example|of all|obstacles?|argument|legacy|masterful)\b/iu;

/** "the worst part of all", "even the most optimistic Democrats", "the highest office he has held": a judgement, a figure of speech, or a life. */
const isImpression = (sentence: string, [start, end]: Span): boolean =>
  !(AMONG_ALL.test(sentence.slice(end)) || IN_PLACE.test(sentence.slice(end))) ||
  EPITHET.test(sentence) ||
  JUDGED.test(sentence.slice(start, start + 60)) ||
  /\b(?:even|one of) (?:the )?$/i.test(sentence.slice(Math.max(0, start - 12), start)) ||
  /^ of (?:these|those|them|all|his|her|their|the)\b/.test(sentence.slice(end, end + 12)) ||
  /\b(?:he|she|they) (?:has|have|had) (?:ever )?\p{L}+/u.test(sentence.slice(end, end + 40));

/** A trend with its size right behind it: "fell by a third", "rose more than 40 percent"; or one whose word is its size, "doubled". */
const SIZED =
  /^(?:doubled|tripled|trebled|quadrupled|halved|outnumbers?)\b|^\p{L}+(?: by)?(?: (?:about|nearly|almost|some|roughly|around|another|up to|at least|more than|less than|over|as much as|to|an estimated))? (?:[$£€]?\d|an? (?:third|quarter|fifth|tenth|half|estimated|record)|half|two.thirds|three.quarters|(?:thousands|hundreds|millions) of)|^\p{L}+ [^.;,]{0,50}?\b(?:by (?:about |nearly |almost |some |more than )?(?:\d|[$£€]\d|an? (?:third|quarter|fifth|tenth)|half|two.thirds)|from [^.;,]{1,40} to (?:[$£€]?\d|\p{Ll}+))/iu;
/** "A third of the branch libraries have shut". */
const SIZE_BEFORE =
  /\b(?:half|thirds?|quarters?|fifths?|tenths?|per ?cent|percent|%|majority|\d+ in \d+|one in \p{L}+) (?:of )?[^.;,]{2,80} (?:has|have) (?:\p{L}+ )?$/iu;
const PRICES = /\b(?:yen|the (?:euro|pound|dollar|yuan)|currency|currencies|a share|gallon|barrel)\b/i;

const WEATHER =
  /\b(?:storms?|thunderstorms?|flood(?:s|ing|waters)?|rains?|rainfall|downpours?|(?:earth)?quakes?|tsunami|hurricane|typhoon|fires?|blaze|lightning|winds?|tornado(?:es)?|crash|explosion|eruption|landslides?|drought|heatwave|snow)\b/i;

/** A plan, a defeat, a price on a board, or nothing that has a size. */
const isNoTrend = (sentence: string, [start]: Span): boolean =>
  !(SIZED.test(sentence.slice(start, start + 60)) || SIZE_BEFORE.test(sentence.slice(Math.max(0, start - 120), start))) ||
  /\b(?:to|will|would|can|could|must|not|likely) $/i.test(sentence.slice(Math.max(0, start - 8), start)) ||
  /^\p{L}+ (?:to )?[$£€]\d+\.\d\d\b/u.test(sentence.slice(start, start + 24)) ||
  PRICES.test(sentence);

/** Where a first place is one among all: "in the country", "of any state", "ever". */
const AMONG_ALL =
  /\b(?:(?:in|of|on|across|anywhere in) (?:the |all |its |his |her |their |\p{Lu}\p{L}+[’']s )?(?:\p{L}+ ){0,2}(?:world|country|nation|region|state|county|province|district|city|town|village|borough|parish|valley|area|bay|peninsula|capital|republic|kingdom|territory|industry|sector|island|islands|continent|planet|union|bloc|coast|hemisphere|north|south|east|west|history|kind|europe|africa|asia|britain|america|england|scotland|wales|ireland|germany|france|russia|china|india)|(?:source|cause|employer|exporter|importer|producer|consumer|user|buyer|polluter)s? of|of (?:any|all)|than any|ever|on record)\b/iu;
const IN_PLACE = /\bin \p{Lu}\p{L}+/u;
/** An epithet that everybody knows by heart, or somebody else's list. */
const EPITHET = /\b(?:known as|called|ranks?|ranked|rankings?|lists?|crown\p{L}*) \b/iu;

/** How much of an article is read to learn what it is about: its headline and its first sentences, in units. */
const OPENING = 900;

/** Whether an article, by its opening, is the report of a study, whose results it goes on to tell without naming it each time. */
export const reportsStudy = (text: string): boolean => STUDY.test(text.slice(0, OPENING));

/** Whether it is, by its opening, about a poll or a vote. */
export const reportsPoll = (text: string): boolean => isResult(text.slice(0, OPENING), '');

/**
 * Whether a sentence that stakes something is background that nobody would source: what everybody can look up, a rule, a name, something of long
 * ago, a matter of impression, or what the study, the poll or the count under discussion came to. `stake` is relative to `sentence`. Linear.
 */
export function isBackground(sentence: string, stake: Stake, { ofStudy, ofPoll, before }: Setting): boolean {
  const { kind, span } = stake;
  if (NAMES_WHO.test(sentence) || TIMED.test(sentence) || NO_PROSE.test(sentence)) return true;
  if (DATED.has(kind) && LONG_AGO.test(sentence)) return true;
  if (ofStudy && FOUND_BY_STUDIES.has(kind) && MEASURED.test(sentence)) return true;
  if (kind === 'amount' && (LISTED.test(sentence) || (EACH.test(sentence) && !MILLIONS.test(sentence)))) return true;
  const after = sentence.slice(span[0], span[0] + 40);
  if (kind === 'share' && ofPoll) return true;
  if (FIGURES.has(kind) && (isResult(sentence, before) || goesOnCounting(sentence, before))) return true;
  if (kind === 'comparison') return !isMeasured(sentence, stake) || REQUIRED.test(sentence) || ENTITLED.test(sentence);
  if (kind === 'superlative') return isInName(sentence, span) || isPlaceInGroup(sentence, span) || isImpression(sentence, span);
  if (kind === 'share' && /^[\d,.]{3,} in /.test(after)) return true;
  if (kind === 'share')
    return (
      REQUIRED.test(sentence) ||
      POLICY.test(sentence) ||
      OF_ONE.test(after) ||
      /^majority of (?:about )?\d/i.test(after) ||
      isPossessed(sentence, span)
    );
  if (kind === 'trend') return !MUCH.test(sentence) || isNoTrend(sentence, span);
  // What a storm or a crash did is the news itself.
  if (kind === 'cause') return WEATHER.test(sentence) || !MUCH.test(sentence);
  if (kind === 'amount') return /\b(?:earns?|earned)\b/i.test(after) && !/\b(?:median|average|[mb]illion|bn)\b/i.test(sentence);
  return (
    kind === 'accusation' &&
    (FIGURE_OF_SPEECH.test(sentence.slice(Math.max(0, span[0] - 14), span[0] + 60)) ||
      /^(?:hid|hidden) (?!(?:the|an?|his|her|its|their|that|how|what|from|it|them)\b)/i.test(after))
  );
}

/** "stole the show", "forged an alliance", "pocketed six states", "does not mean that they were stolen". */
const FIGURE_OF_SPEECH =
  /\b(?:sto(?:le|len|e) (?:the |\p{L}+[’']s |a )?(?:show|thunder|spotlight|scene|headlines|limelight|victory|win|march)|forged (?:an? |the |new |close |strong )*(?:\p{L}+ )?(?:alliances?|bonds?|ties|links?|friendships?|partnerships?|paths?|careers?|reconciliation|compromise|deal|relationships?|consensus|agreement|coalition)|pocketed (?:\p{L}+|\d+) (?:of|delegates|contests|wins)|(?:not|never|n[’']t|been|felt|being) (?:been |be )?(?:misled|stolen|cheated|lied|abused|exploited))\b/iu;

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
