import { type PlacedVerdict, verdictOn } from '../../annotations/verdicts';
import type { Article, BlockAnalysis } from '../../article';
import { cueVerb } from '../../attribution/cue-verbs';
import { isBackground, reportsPoll, reportsStudy, type Setting } from '../../claims/background';
import { CLAIM } from '../../claims/holders';
import { type Stake, type StakeKind, stakeOf } from '../../claims/stakes';
import type { Claim } from '../../claims/support';
import { TAG_NAMES } from '../../language/tags';
import { ownCopy } from '../../text/remembered';
import type { Sentence } from '../../text/sentences';
import { firstEndingAfter, overlaps, type Span, shift } from '../../text/span';
import { tokenText } from '../../text/tokens';
import { lookFor } from '../by-block';
import { attributeSentence } from '../fixes/attribute-sentence';
import type { Finding, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'claim/unsourced',
  title: 'A claim that nobody stands behind',
  why: 'A figure, a comparison or an accusation is somebody’s finding. A reader who is not told whose has to take the paper’s word for it, and so does the next paper. Where the article does not say who says so, name the source, point at the document, or leave the claim out.',
  sources: [
    {
      guide: 'AP',
      says: 'Attribute whatever could be disputed and was not seen, gathered or confirmed by the reporters themselves, in the same sentence.',
      url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
    },
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Source every statement in every story unless it is established, in the public domain, or was witnessed by the reporter.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Attribute claims, allegations and material facts that cannot be corroborated.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
  ],
  severity: 'warning',
  examples: {
    bad: [
      'Ferry to return in May\n\nThe ferry to Skarholm will sail again on 2 May, the harbour master, Ida Brekke, said on Monday.\n\nSkarholm has more shipwrecks than any other island in the north.\n',
      'Council meets on rents\n\nThe council will vote on rents next week, its clerk said.\n\nRents in the town have doubled since 2019, and landlords have misled tenants about repairs.\n',
      'New rink for Carrow\n\n“We open in June,” said the rink’s manager, Per Holm.\n\nMore children skate in Carrow than in any other town of its size.\n',
    ],
    good: [
      'Ferry to return in May\n\nThe ferry to Skarholm will sail again on 2 May, the harbour master, Ida Brekke, said on Monday.\n\nSkarholm has more shipwrecks than any other island in the north, according to the coastguard.\n',
      'Council meets on rents\n\nThe council will vote on rents next week. The meeting starts at seven and the public may attend.\n',
      'Rovers win again\n\nRovers beat Carrow 3-1 on Saturday with two goals from Ana Ruiz, her ninth and tenth of the season.\n',
      'A town of rinks\n\nThe rink’s manager, Per Holm, said that June was the month to aim for. More children skated in Carrow than in any other town, he added.\n',
    ],
  },
};

const ASKS: Record<StakeKind, string> = {
  comparison: 'compares',
  superlative: 'ranks something above all others',
  share: 'gives a share',
  trend: 'says how much something has changed',
  amount: 'gives an amount',
  accusation: 'accuses somebody',
  cause: 'says what caused something',
};

/** Reports claims without support that a reader would ask "says who?" about, and only those where nothing speaks for silence. */
export const claimUnsourced: Rule = {
  facts,
  check(article) {
    const lead = leadBlock(article);
    const about = { ofStudy: reportsStudy(article.text), ofPoll: reportsPoll(article.text) };
    const wanted = article.verdicts.filter(
      (asked) => asked.verdict === 'needs-source' && verdictOn(article.verdicts, asked.span) === asked,
    );
    const { blocks, found } = staked(article);
    const unsourced = blocks.flatMap((b, i) => {
      const start = article.blocks[b]?.span[0] ?? 0;
      if (b === lead) return [];
      return (found[i] ?? []).flatMap(({ at, stake, isKnown }): Finding[] => {
        const claim = claimAt(article, start + at);
        if (claim?.support !== 'none' || verdictOn(wanted, claim.span) || quotesSomebody(article, claim.span)) return [];
        return isKnown({ ...about, before: wordsBefore(article, b, start + at) }) ? [] : [finding(claim, stake)];
      });
    });
    return [...unsourced, ...wanted.map(asked)].sort((a, b) => a.span[0] - b.span[0]);
  },
  fixes(article, { span }) {
    const sentence = article.sentences.find((candidate) => overlaps(candidate.span, span))?.span;
    return sentence && !quotesSomebody(article, sentence) ? attributeSentence(article, sentence) : [];
  },
};

/** A name that came with an annotation may be anything. */
const LONGEST_NAME = 60;

/** A wish for a source needs no reasons. */
function asked({ span, by }: PlacedVerdict): Finding {
  const who = by?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || 'Somebody';
  const message = `${who} asks for a source here. Say who says so, or cite one.`;
  return { code: facts.code, severity: facts.severity, span, message, related: [] };
}

function finding({ span, checkworthiness }: Claim, { kind }: Stake): Finding {
  const message = `This sentence ${ASKS[kind]}, and nobody stands behind it. Say who says so, or cite a source.`;
  return { code: facts.code, severity: facts.severity, span, message, related: [], confidence: checkworthiness };
}

/** The fewest paragraphs of a whole article. */
const FEWEST_PARAGRAPHS = 4;

/** The first paragraph of a whole article, which says in short what the rest has to support; −1 in a text too short for that. */
function leadBlock({ blocks, attributions }: Article): number {
  const first = blocks.findIndex(({ kind }) => kind === 'paragraph');
  let paragraphs = 0;
  for (let b = first; b >= 0 && b < blocks.length && paragraphs < FEWEST_PARAGRAPHS; b++) if (blocks[b]?.kind === 'paragraph') paragraphs++;
  return paragraphs >= FEWEST_PARAGRAPHS && attributions.some(({ block }) => block > first) ? first : -1;
}

/** The claim of the sentence that starts at a place. */
function claimAt({ claims }: Article, place: number): Claim | undefined {
  const claim = claims[firstEndingAfter(claims, place)];
  return claim?.span[0] === place ? claim : undefined;
}

/** A sentence that stakes something, by itself. */
interface Staked {
  /** Where it starts; relative to the block. */
  readonly at: number;
  readonly stake: Stake;
  /** Whether it is background that nobody would source, given what stands around it. */
  readonly isKnown: (setting: Setting) => boolean;
}

/** The sentences that state something which can be checked, and stake something. */
const staked = lookFor((block): readonly Staked[] =>
  block.sentences.flatMap((sentence, s) => {
    const stake = (block.worth[s]?.score ?? 0) >= CLAIM ? readStake(block, sentence) : null;
    if (!stake) return [];
    const own = { ...stake, span: shift(stake.span, -sentence.span[0]) };
    return [{ at: sentence.span[0], stake, isKnown: backgroundOf(block.text.slice(...sentence.span), own) }];
  }),
);

/** Judges whether a sentence is background; what was judged last is remembered, for most stays as it was. */
function backgroundOf(sentence: string, stake: Stake): (setting: Setting) => boolean {
  let last: (Setting & { readonly isKnown: boolean }) | undefined;
  return (setting) => {
    const { ofStudy, ofPoll, before } = setting;
    if (last?.before !== before || last.ofStudy !== ofStudy || last.ofPoll !== ofPoll)
      last = { ofStudy, ofPoll, before: ownCopy(before), isKnown: isBackground(sentence, stake, setting) };
    return last.isKnown;
  };
}

function readStake({ text: all, tokens, tags }: BlockAnalysis, sentence: Sentence): Stake | null {
  const text = all.slice(...sentence.span);
  if (text.endsWith(':')) return null;
  for (let i = sentence.tokens[0]; i < sentence.tokens[1]; i++) {
    const word = tokenText(tokens, i).toLowerCase();
    if ((HEDGES.has(word) && (word !== 'may' || tokenText(tokens, i) === word)) || (OWN_VOICE.has(word) && tokenText(tokens, i) !== 'US'))
      return null;
    // A verb of saying or showing: whatever it is, the sentence names somebody, and only the analysis missed it.
    const tag = TAG_NAMES[tags[i] ?? 0];
    const uses = tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' ? cueVerb(word)?.uses : undefined;
    if (uses && (uses.has('last') || uses.has('that'))) return null;
  }
  if (SOURCED.test(text) || OPENINGS.test(text) || SPORT_OR_MARKET.test(text)) return null;
  return stakeOf(tokens, tags, sentence);
}

/** As far back as a reader keeps in mind what a figure is a figure of, in units. */
const IN_MIND = 450;

/** The end of what stands before a sentence, which starts at `start`, in its paragraph and the one above. */
function wordsBefore({ text, blocks }: Article, block: number, start: number): string {
  const above = blocks[block - 1];
  const from = above && above.kind !== 'headline' ? above.span[0] : (blocks[block]?.span[0] ?? start);
  return text.slice(Math.max(from, start - IN_MIND), start);
}

/** Whether any of a sentence stands between quotation marks as somebody's words. */
function quotesSomebody({ quotes }: Article, [start, end]: Span): boolean {
  for (let q = firstEndingAfter(quotes, start); q < quotes.length; q++) {
    const quote = quotes[q];
    if (!quote || quote.span[0] >= end) return false;
    if (quote.kind !== 'scare' && quote.kind !== 'title') return true;
  }
  return false;
}

/** Other rules deal with these. */
const HEDGES = new Set(
  'allegedly reportedly believed thought apparently seemingly may might could perhaps possibly supposedly purportedly rumoured rumored if would should'.split(
    ' ',
  ),
);
/** The writer, or whoever is interviewed. */
const OWN_VOICE = new Set("i we me us my our ours mine myself ourselves you your i’m i'm".split(' '));
/** A source that the analysis failed to see is a source all the same. */
const SOURCED = /\b(?:according to|in the words of|citing|quoting)\b/i;
/** What a document under discussion says, which the opening names. */
const OPENINGS =
  /^(?:Under|In|As|According|Per|By)\s+(?:(?:the|an?|its|his|her|their|that|this)\s+)(?:\S+\s+){0,3}(?:agreement|deal|plan|plans|bill|law|act|report|study|survey|letter|statement|terms|proposal|proposals|rules|scheme|contract|treaty|speech|interview|lawsuit|complaint|filing|indictment|ruling|judgment|judgement|measure|legislation|budget|poll|census)\b/i;
/** What anybody can look up on a scoreboard or in a register: results, prices and rates. */
const SPORT_OR_MARKET =
  /\b\d{1,3}\s?[-–]\s?\d{1,3}\b|\b(?:shares?|stocks?|futures|index|yields?|crude|barrel|ounce|trading|basis points?|benchmark|polls?|pollsters?|respondents|voters|margin of error|percentage points|turnout|votes|seats|fiscal|GDP|gross domestic product|year-on-year|first-quarter|second-quarter|third-quarter|fourth-quarter|Nasdaq|Dow|FTSE|Nikkei|goals?|innings|wickets?|touchdowns?|points?|seeds?|quarter-?finals?|semi-?finals?)\b/;
