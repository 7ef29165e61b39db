import type { Article, ArticleQuote } from '../../article';
import type { Mention } from '../../attribution/mentions';
import type { BlockKind } from '../../text/blocks';
import { remembered } from '../../text/remembered';
import type { Span } from '../../text/span';
import { lookFor } from '../by-block';
import { attributeQuote } from '../fixes/attribute-quote';
import { firstQuotes } from '../numbering';
import { quotesWhere } from '../quotes-where';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/unattributed',
  title: 'A quote that nobody is said to have said',
  why: 'Words in quotation marks are somebody’s own. A reader who is not told whose will guess, often wrongly, and cannot weigh them. Name the speaker beside the quote.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Make clear who is speaking, as early in a quote as you can.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
    {
      guide: 'AP',
      says: 'Give the attribution just before or just after what it stands for.',
      url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
    },
  ],
  severity: 'warning',
  examples: {
    bad: [
      'Pool to close\n\nThe pool in Pell Street will close in March, the council said.\n\nThe decision has angered the town’s swimmers.\n\n“I learned to swim in that pool and so did my mother before me.”\n\nThe council will vote again in June.\n',
      'Pool to close\n\nThe pool in Pell Street will close in March. “We were never asked about any of it.” The council meets in June.\n',
      "Pool to close\n\nThe pool in Pell Street will close in March.\n\n'It was the only warm place in this town, and now it is gone.'\n\nThe council meets in June.\n",
    ],
    good: [
      'Pool to close\n\nThe pool in Pell Street has a new sign that reads: “Closed for good from the end of March.” It was put up on Monday.\n',
      'Pool to close\n\n“I learned to swim in that pool,” said Tina Marlowe, who is 81. “So did my mother.”\n\nThe council will vote again in June.\n',
      'Pool to close\n\nTina Marlowe, who is 81, is angry: “I learned to swim in that pool.”\n',
      'A ‘warm bank’ in Pell Street\n\nThe pool has been a “warm bank” since January. It was made famous by the film “Cold Water”.\n',
      'A swimmer remembers\n\nWhen did you first swim here?\n\n“I was four, and it was raining.”\n\nAnd will you miss it?\n\n“I shall miss the cold most of all.”\n\nPeople say that you once swam to Skarholm.\n\n“It was a bet. I won it, too.”\n',
      'Pool to close\n\nTina Marlowe shook her head. “I learned to swim in that pool.” She is 81 and lives next door.\n',
      'Lunch with Tina Marlowe\n\nWhy did you never leave the pool?\n\n“Because nobody else would have opened it at six.”\n',
    ],
  },
};

/** Blocks in which a quote without its speaker is a fault; a headline or a caption has no room for one. */
const TELLS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

/** The fewest words that make an utterance. */
const FEWEST = 4;

/** Whole utterances in their own marks that nobody is said to have said. */
const utterances = quotesWhere(
  ({ span, kind, open, continues }, block, text) =>
    kind === 'direct' && !open && !continues && TELLS.has(block.kind) && text.slice(span[0] + 1, span[1] - 1).split(/\s+/).length >= FEWEST,
  ({ attribution }) => attribution === null,
);

/** Reports whole utterances that neither a cue nor their surroundings give a speaker. */
export const quoteUnattributed: Rule = {
  facts,
  check: (article) =>
    utterances(article).flatMap((q) => {
      const quote = article.quotes[q];
      if (!quote || !isAlone(article, quote, q)) return [];
      const message = 'Nobody is said to have said this. Name the speaker.';
      return [{ code: facts.code, severity: facts.severity, span: quote.span, message, related: [] }];
    }),
  fixes: (article, { span }) => attributeQuote(article, span),
};

function isAlone(article: Article, quote: ArticleQuote, q: number): boolean {
  if (isWritten(article.text, quote.span)) return false;
  return !hasSpeakerNearby(article, quote) && !isOneOfSeveral(article, q) && !isInterview(article);
}

const THINGS = 'sign|poster|banner|placard|sticker|slogan|plaque|notice|badge|headline|graffiti';
/** What a quote is read from: "a sign that read “…”", "the following announcement: “…”". */
const READ_FROM = new RegExp(
  `\\b(?:${THINGS}|announcement|statement|decision|ruling|judge?ment|summary|verdict|report|message|post|tweet|letter|note|email|inscription)s?\\b[^.!?“”"]{0,60}(?::|\\bread(?:s|ing)?(?: in part)?[:,]?|\\bsay(?:s|ing),?)\\s*$`,
  'i',
);
const ON_A_THING = new RegExp(`^\\s+(?:${THINGS})s?\\b`, 'i');

/** Whether a quote is what something in view or in writing says, which stands beside it. */
const isWritten = (text: string, [start, end]: Span): boolean =>
  READ_FROM.test(text.slice(Math.max(0, start - 120), start)) || ON_A_THING.test(text.slice(end, end + 20));

/** Whether somebody is named close enough for a reader to take the quote for theirs. */
function hasSpeakerNearby(article: Article, { span, block }: ArticleQuote): boolean {
  const found = article.blocks[block];
  if (!found) return false;
  const { analysis } = found;
  const [start, end] = [span[0] - found.span[0], span[1] - found.span[0]];
  // "Tina Marlowe shook her head. “…”", "“…” – Tina Marlowe": a person of its own paragraph, outside all quotes.
  const named = mentionsNear(analysis.mentions, start - NEARBY, end + NEARBY).some(
    ({ span: at, form, kind, quoted, doubtful }) =>
      !quoted &&
      !doubtful &&
      !(at[0] >= start && at[1] <= end) &&
      (form === 'pronoun' ? kind === 'person' : form === 'name' || form === 'unnamed' || form === 'role') &&
      kind !== 'organization' &&
      kind !== 'document',
  );
  if (named) return true;
  // A lead-in above it ("Her answer was short:"), or an interview's question.
  const before = article.blocks[block - 1];
  return start === 0 && before !== undefined && /[:—–?]\s*$/.test(before.analysis.text);
}

/** As far as a reader looks for whoever speaks, in UTF-16 units: two or three sentences. */
const NEARBY = 400;

/** The mentions that start in a stretch of their block; they come in order of their starts. */
function mentionsNear(mentions: readonly Mention[], from: number, to: number): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span[0] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && (mentions[end]?.span[0] ?? to) < to) end++;
  return mentions.slice(low, end);
}

/** Whether it stands in a row of quotes, as comments and reactions do, which one line introduces or signs. */
function isOneOfSeveral({ quotes, blocks }: Article, q: number): boolean {
  const alone = (other: number): boolean => {
    const quote = quotes[other];
    const block = quote && blocks[quote.block];
    return quote !== undefined && block !== undefined && quote.span[1] - quote.span[0] >= block.span[1] - block.span[0] - 1;
  };
  return alone(q) && alone(q - 1) && alone(q + 1);
}

const questions = lookFor(({ text }) => (text.endsWith('?') ? [text] : []));

/** Whether the article is an interview: at least two of its questions are paragraphs of their own, each with a quote for an answer. */
const isInterview = remembered((article: Article): boolean => {
  const first = firstQuotes(article);
  const isAnswer = (b: number): boolean => {
    const quote = article.quotes[first[b] ?? 0];
    return quote?.block === b && quote.span[0] === article.blocks[b]?.span[0];
  };
  return questions(article).blocks.filter((b) => isAnswer(b + 1)).length > 1;
});
