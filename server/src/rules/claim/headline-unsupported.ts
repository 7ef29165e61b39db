import type { Article, BlockAnalysis } from '../../article';
import { cueVerb } from '../../attribution/cue-verbs';
import { Echoes } from '../../claims/echoes';
import { keywordsOf } from '../../claims/keywords';
import { agree, type Quantity, quantitiesOf } from '../../text/quantities';
import { type Span, shift } from '../../text/span';
import { tokenText } from '../../text/tokens';
import { lookFor, ofBlock } from '../by-block';
import { figuresTold } from '../figures';
import { stop } from '../fixes/snippet';
import type { Finding, Related, Rule, RuleFacts } from '../rule';
import { sourcedById } from '../sources';

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

const headlines = lookFor(({ kind }) => (kind === 'headline' ? [kind] : []));

/** Reports headlines that state flatly what only unnamed sources stand behind, and figures of headlines that the article does not have. */
export const claimHeadlineUnsupported: Rule = {
  facts,
  check(article) {
    return headlines(article).blocks.flatMap((b) => [...flatly(article, b), ...missingFigures(article, b)]);
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
function flatly(article: Article, b: number): Finding[] {
  const { text, claims, blocks } = article;
  const headline = blocks[b];
  if (!headline || isFlat(article, b) !== true) return [];
  const words = headline.analysis.text;
  const weak = claims.flatMap(({ support, attributions, span }) =>
    support === 'anonymous' && attributions.every((id) => isUnnamedVoice(article, id)) ? [span] : [],
  );
  const same = new Echoes(text, weak).of(words, SAME);
  const found = weak[same];
  if (!found || isEchoed(article, words, new Set(weak.map(([start]) => start)))) return [];
  const message = 'The headline states as a fact what only unnamed sources say below. Say in it that somebody says so.';
  return [finding(headline.span, message, [{ span: found, message: 'Only unnamed sources stand behind this.' }])];
}

/** Whether a headline states something by itself, and leaves it to nobody. */
const isFlat = ofBlock(
  (block) =>
    !LEFT_TO_OTHERS.test(block.text) && block.attributions.length === 0 && keywordsOf(block.text).size >= FEWEST && !saysWho(block),
);

/** Words by which a source is kept back. */
const KEPT_BACK =
  /\b(?:sources?|insiders?|anonym\w{0,4}|unnamed|pals?|friends? of)\b|\b(?:close to|familiar with|briefed on|knowledge of|declined to be|(?:asked|wished) not to be|condition of)\b/i;

/** Whether an attribution is to a source whom the article keeps back; those who merely speak for an office are known well enough. */
function isUnnamedVoice(article: Article, id: string): boolean {
  const { words, span, entity } = sourcedById(article, id) ?? {};
  if (words === undefined || !span) return false;
  return entity?.kind === 'anonymous'
    ? KEPT_BACK.test(article.text.slice(span[0], span[1] + 60))
    : entity === undefined && KEPT_BACK.test(words);
}

/** What each sentence of the running text is about. */
const aboutEach = lookFor(({ kind, sentences }, text) =>
  kind === 'paragraph' || kind === 'list-item' ? sentences.map(({ span }) => ({ span, about: keywordsOf(text.slice(...span)) })) : [],
);

/** Whether a sentence that does not start at any of `except` says much the same as the words of a headline. */
function isEchoed(article: Article, words: string, except: ReadonlySet<number>): boolean {
  const wanted = [...keywordsOf(words)];
  const { blocks, found } = aboutEach(article);
  const told = blocks.flatMap((b, i) => {
    const start = article.blocks[b]?.span[0] ?? 0;
    const related = (found[i] ?? []).filter(({ span, about }) => !except.has(start + span[0]) && wanted.some((word) => about.has(word)));
    return related.map(({ span }) => shift(span, start));
  });
  return new Echoes(article.text, told).of(words, SAME) >= 0;
}

/** Whether a verb of saying stands in a headline: "Mayor pocketed fees, warns auditor". */
function saysWho({ tokens }: BlockAnalysis): boolean {
  for (let i = 0; i < tokens.length; i++) if (cueVerb(tokenText(tokens, i).toLowerCase())?.uses.has('last')) return true;
  return false;
}

/** The figures of a headline that the article has to have. */
const telling = ofBlock(({ text }) =>
  quantitiesOf(text).filter(({ value, unit, span }) => value >= SMALLEST && unit !== '' && text.charAt(span[1]) !== '-'),
);

/** Whether an article has too few paragraphs to tell by. */
function isBrief({ blocks }: Article): boolean {
  let paragraphs = 0;
  for (const { kind } of blocks) if ((kind === 'paragraph' || kind === 'list-item') && ++paragraphs === FEWEST_PARAGRAPHS) return false;
  return true;
}

/** Figures of a headline that no figure of the article can be. */
function missingFigures(article: Article, b: number): Finding[] {
  const shown = telling(article, b) ?? [];
  if (shown.length === 0 || isBrief(article)) return [];
  const figures = figuresTold(article).found;
  return shown.flatMap((quantity) => {
    if (figures.some((figuresOfBlock) => figuresOfBlock.some((figure) => mayBe(quantity, figure)))) return [];
    const place: Span = shift(quantity.span, article.blocks[b]?.span[0] ?? 0);
    return [finding(place, `The article has no figure like ${article.text.slice(...place)}. Give it below, or leave it out.`, [])];
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
