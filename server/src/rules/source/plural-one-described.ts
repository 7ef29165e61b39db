import type { Article } from '../../article';
import type { Span } from '../../text/span';
import { lookFor } from '../by-block';
import type { Edit, Finding, Rule, RuleFacts } from '../rule';
import { type Sourced, sourcesWhere, unnamedPeople } from '../sources';

const facts: RuleFacts = {
  code: 'source/plural-one-described',
  title: '“Sources”, and the article knows of one',
  why: 'A plural tells the reader that the news was confirmed by more than one. Where the article then describes a single source, either the plural is wrong, which is a matter of honesty, or the others have been forgotten. Write “a source”, or say how many there are and how each knows.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Never cite sources in the plural when there is only one.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold, sources say\n\nThe ferry will be sold in May, a source with direct knowledge of the talks said.\n',
      'Ferry to be sold\n\nSources said that the ferry would be sold in May.\n\nA source with direct knowledge of the talks said that the price was four million crowns.\n',
    ],
    good: [
      'Ferry to be sold, sources say\n\nThe ferry will be sold in May, two sources with direct knowledge of the talks said.\n',
      'Ferry to be sold\n\nSources said that the ferry would be sold in May.\n\nA source at the harbour board put the price at four million crowns. Another source, at the bank, said it was three.\n',
      'Ferry to be sold\n\nA source with direct knowledge of the talks said that the ferry would be sold.\n',
      'Ferry to be sold\n\nSources at the harbour board said that the ferry would be sold. One source with direct knowledge of the talks said it would go in May.\n',
    ],
  },
};

const MANY = /^(?:the |some )?(?:anonymous |unnamed )?sources$/i;
const ONE = /^(?:an?|one|the) (?:[\p{L}-]+ ){0,3}(?:source|person|official|insider)\b/iu;
/** One of whom nothing is said but that there is one. */
const UNDESCRIBED = /^(?:an?|one|the) (?:anonymous |unnamed )?(?:source|person|official|insider)$/i;
const SEVERAL =
  /\b(?:sources|people|officials|insiders|persons|executives|diplomats|advis[eo]rs|aides)\b|\b(?:another|second|third|other|others|one of|both|each|separate)\b/i;

const pluralSources = sourcesWhere((words) => MANY.test(words.trim()));

/** Reports the first bare “sources” of an article whose other unnamed sources are one, and described. */
export const sourcePluralOneDescribed: Rule = {
  facts,
  check(article) {
    const plural = inHeadline(article) ?? pluralSources(article)[0]?.span;
    if (!plural) return [];
    const unnamed = unnamedPeople(article).filter(({ words }) => !MANY.test(words.trim()));
    const one = onlyOne(unnamed);
    if (!one) return [];
    const message = '“Sources”, and the article describes one only. Write “a source”, or say who the others are.';
    const finding: Finding = {
      code: facts.code,
      severity: facts.severity,
      span: plural,
      message,
      related: [{ span: one.span, message: 'The one it describes' }],
    };
    return [finding];
  },
  fixes(article, { span }) {
    const words = article.text.slice(...span);
    const edits: Edit[] = [{ span, text: /^\p{Lu}/u.test(words) ? 'A source' : 'a source' }];
    const say = /^ say\b/.exec(article.text.slice(span[1], span[1] + 5));
    if (say) edits.push({ span: [span[1] + say[0].length, span[1] + say[0].length], text: 's' });
    return [{ title: 'Write “a source”', edits, preferred: true, safe: false }];
  },
};

const HEADLINE = /(?:^|[,:–—-] {0,3})(sources)(?= (?:say|said|tell|told|claim)\b| {0,3}$)/im;

/** Where “sources” ends in a headline. */
const pluralHeadlines = lookFor(({ kind, text }) => {
  const match = kind === 'headline' ? HEADLINE.exec(text) : null;
  return match ? [match.index + match[0].length] : [];
});

/** “Sources” as a headline has it, which is too clipped to be read as a sentence. */
function inHeadline(article: Article): Span | null {
  const { blocks, found } = pluralHeadlines(article);
  const [[end] = []] = found;
  const start = article.blocks[blocks[0] ?? 0]?.span[0] ?? 0;
  return end === undefined ? null : [start + end - 'sources'.length, start + end];
}

/** The one described source among `unnamed`, where all of them are the same. */
function onlyOne(unnamed: readonly Sourced[]): Sourced | undefined {
  if (unnamed.some(({ words }) => SEVERAL.test(words)) || new Set(unnamed.map(({ entity }) => entity?.id)).size !== 1) return undefined;
  return unnamed.find(({ words }) => ONE.test(words) && !UNDESCRIBED.test(words.trim()));
}
