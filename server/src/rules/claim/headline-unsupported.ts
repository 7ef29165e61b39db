import type { Article, ArticleBlock } from '../../article';
import { cueVerb } from '../../attribution/cue-verbs';
import { Echoes, keywordsOf } from '../../claims/echoes';
import { agree, type Quantity, quantitiesOf } from '../../text/quantities';
import { type Span, shift } from '../../text/span';
import { tokenText } from '../../text/tokens';
import { stop } from '../fixes/snippet';
import type { Finding, Related, Rule, RuleFacts } from '../rule';
import { sourcesOf } from '../sources';

const facts: RuleFacts = {
  code: 'claim/headline-unsupported',
  title: 'A headline that says more than its article',
  why: 'Many readers see nothing but the headline. What the article passes on from somebody, the headline must not state as a fact; and what it names, the article has to have.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Do not mislead: what is announced must be borne out by what follows.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'A headline is as accurate and as well sourced as its story, and says so where a claim is somebody’s.',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Mayor pocketed harbour fees\n\nThe council met on Tuesday.\n\nThe mayor pocketed the harbour fees for years, a source said.\n',
      'Carrow rents have doubled since 2019\n\nRents in Carrow have doubled since 2019, a person close to the council said.\n',
      'Storm leaves 1,400 homes in the dark\n\nThe storm has cut the power of homes along the coast, the grid’s operator said.\n\nIts crews are out.\n\nThe wind will ease on Tuesday.\n',
    ],
    good: [
      'Mayor pocketed harbour fees, source says\n\nThe council met on Tuesday.\n\nThe mayor pocketed the harbour fees for years, a source said.\n',
      'Mayor “pocketed” harbour fees\n\nThe council met on Tuesday.\n\nThe mayor pocketed the harbour fees for years, a source said.\n',
      'Carrow rents have doubled since 2019\n\nRents in Carrow have doubled since 2019, the town clerk, Ida Brekke, said.\n',
      'Storm leaves 1,400 homes in the dark\n\nThe storm has cut off fourteen hundred homes, the grid’s operator said.\n\nIts crews are out.\n\nThe wind will ease on Tuesday.\n',
      'Council meets on rents\n\nThe council met on Tuesday. Rents have doubled since 2019, a source said.\n',
    ],
  },
};

/** How much of what a headline says has to come up in a sentence to be taken for the same. */
const SAME = 0.6;
/** A headline of fewer words to compare says too little. */
const FEWEST = 3;
/** Marks and words by which a headline leaves a thing to somebody else, or open. */
const LEFT_TO_OTHERS =
  /[“”"‘«?]|(?:^|\s)['’]|\b(?:alleg\w{0,5}|accus\w{0,4}|claim\w{0,3}|reported(?:ly)?|reports?|sources?|may|might|could|said|says|suspected|denies|denied)\b/i;
/** An article of fewer paragraphs is still being written, or a brief. */
const FEWEST_PARAGRAPHS = 3;
/** Smaller figures are counted together from the text, or stand in set phrases. */
const SMALLEST = 10;

/** Reports headlines that state flatly what only unnamed sources stand behind, and figures of headlines that the article does not have. */
export const claimHeadlineUnsupported: Rule = {
  facts,
  check(article) {
    const headlines = article.blocks.filter(({ kind }) => kind === 'headline');
    return headlines.flatMap((headline) => [...flatly(article, headline), ...missingFigures(article, headline)]);
  },
  fixes(article, { span, related }) {
    const isWhole = article.blocks.some(({ kind, span: [start, end] }) => kind === 'headline' && start === span[0] && end === span[1]);
    if (!isWhole || related.length === 0) return [];
    const text = `, ${stop(1, 'source')} says`;
    return [
      {
        title: 'Say in the headline who says so',
        edits: [{ span: [span[1], span[1]], text, snippet: true }],
        preferred: true,
        safe: false,
      },
    ];
  },
};

/** A headline in the paper's own voice, of which the article has nothing but what unnamed sources say. */
function flatly(article: Article, { span, analysis }: ArticleBlock): Finding[] {
  const { text, sentences, claims, blocks } = article;
  const words = analysis.text;
  if (LEFT_TO_OTHERS.test(words) || analysis.attributions.length > 0 || keywordsOf(words).size < FEWEST || saysWho(analysis)) return [];
  const unnamed = unnamedVoices(article);
  const anonymous = new Set(
    claims.flatMap((claim) => (claim.support === 'anonymous' && claim.attributions.every((id) => unnamed.has(id)) ? [claim.span[0]] : [])),
  );
  if (anonymous.size === 0) return [];
  const told = sentences.filter(({ block }) => blocks[block]?.kind === 'paragraph' || blocks[block]?.kind === 'list-item');
  const weak = told.filter((sentence) => anonymous.has(sentence.span[0])).map(({ span }) => span);
  const rest = told.filter((sentence) => !anonymous.has(sentence.span[0])).map(({ span }) => span);
  const same = new Echoes(text, weak).of(words, SAME);
  const found = weak[same];
  if (!found || new Echoes(text, rest).of(words, SAME) >= 0) return [];
  const message = 'The headline states as a fact what only unnamed sources say below. Say in it that somebody says so.';
  return [finding(span, message, [{ span: found, message: 'Only unnamed sources stand behind this.' }])];
}

/** Words by which a source is kept back. */
const KEPT_BACK =
  /\b(?:sources?|insiders?|anonym\w{0,4}|unnamed|pals?|friends? of)\b|\b(?:close to|familiar with|briefed on|knowledge of|declined to be|(?:asked|wished) not to be|condition of)\b/i;

/** The attributions whose sources the article keeps back; those who merely speak for an office are known well enough. */
function unnamedVoices(article: Article): ReadonlySet<string> {
  return new Set(
    sourcesOf(article).flatMap(({ attribution, words, span, entity }) => {
      const described = entity?.kind === 'anonymous' && KEPT_BACK.test(article.text.slice(span[0], span[1] + 60));
      return described || (entity === undefined && KEPT_BACK.test(words)) ? [attribution.id] : [];
    }),
  );
}

/** Whether a verb of saying stands in a headline: "Mayor pocketed fees, warns auditor". */
function saysWho({ tokens }: ArticleBlock['analysis']): boolean {
  for (let i = 0; i < tokens.length; i++) if (cueVerb(tokenText(tokens, i).toLowerCase())?.uses.has('last')) return true;
  return false;
}

/** Figures of a headline that no figure of the article can be. */
function missingFigures({ blocks, text }: Article, { span, analysis }: ArticleBlock): Finding[] {
  const shown = quantitiesOf(analysis.text).filter(
    ({ value, unit, span }) => value >= SMALLEST && unit !== '' && analysis.text.charAt(span[1]) !== '-',
  );
  const told = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item');
  if (shown.length === 0 || told.length < FEWEST_PARAGRAPHS) return [];
  const figures = told.flatMap(({ analysis }) => quantitiesOf(analysis.text));
  return shown.flatMap((quantity) => {
    if (figures.some((figure) => mayBe(quantity, figure))) return [];
    const place: Span = shift(quantity.span, span[0]);
    return [finding(place, `The article has no figure like ${text.slice(...place)}. Give it below, or leave it out.`, [])];
  });
}

/** Whether a figure may be another, or stands for the same kind of thing, which is another rule’s matter. */
const mayBe = (a: Quantity, b: Quantity): boolean => a.unit === b.unit || agree(a, b);

const finding = (span: Span, message: string, related: readonly Related[]): Finding => ({
  code: facts.code,
  severity: facts.severity,
  span,
  message,
  related,
});
