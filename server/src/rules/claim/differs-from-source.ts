import type { Article } from '../../article';
import type { Difference, Passage } from '../../evidence/claim-search';
import { overlaps, type Span } from '../../text/span';
import { whereIs } from '../judged-quotes';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';
import { claimsToLookUp } from '../sought';

const SURVEY =
  '<h1>Survey of the pier</h1><p>The survey found 23 rotten piles in the second and third bays of the pier. Repairs to the deck would cost $4.2 million.</p>';

const facts: RuleFacts = {
  code: 'claim/differs-from-source',
  title: 'A number that its source has otherwise',
  why: 'The report beside the article says the same with another number. Figures are the easiest thing to get wrong and the first that readers write in about. Numbers that are merely rounded, or of something else, are let pass.',
  sources: [{ guide: 'Reuters Handbook of Journalism', says: 'Accuracy comes first, before speed.' }],
  severity: 'warning',
  examples: {
    bad: [
      {
        article: 'Pier to be closed\n\nThe survey found 32 rotten piles in the second and third bays of the pier.\n',
        sources: { 'survey.html': SURVEY },
      },
    ],
    good: [
      {
        article:
          'Pier to be closed\n\nThe survey found 23 rotten piles in the second and third bays of the pier. Repairs to the deck would cost more than $4 million.\n',
        sources: { 'survey.html': SURVEY },
      },
      {
        article: 'Library to be closed\n\nThe survey found 32 damp books in the second and third rooms of the library.\n',
        sources: { 'survey.html': SURVEY },
      },
    ],
  },
};

/** Reports a number that the only passage on the same thing has otherwise. */
export const claimDiffersFromSource: Rule = {
  facts,
  check: (article) =>
    differencesIn(article).map(
      ({ span, difference, passage: { place, score } }): Finding => ({
        code: facts.code,
        severity: facts.severity,
        span,
        message: `The source has “${difference.words}” (${whereIs(place)}): “${short(place.words)}” Check the number.`,
        related: [{ span: place.span, message: place.words, place }],
        confidence: score,
      }),
    ),
  fixes: (article, { span }): Fix[] =>
    differencesIn(article)
      .filter((found) => found.span[0] === span[0] && found.span[1] === span[1])
      .map(({ difference }) => ({
        title: `Write “${difference.words}”, as the source has it`,
        edits: [{ span, text: difference.words }],
        preferred: true,
        safe: false,
      })),
};

interface Found {
  readonly span: Span;
  readonly difference: Difference;
  readonly passage: Passage;
}

/** Numbers outside quotation marks; within them, the words themselves are compared. */
const differencesIn = (article: Article): Found[] =>
  (article.evidence.claims.size === 0 ? [] : claimsToLookUp(article)).flatMap(({ claim, text }) => {
    const [passage] = article.evidence.claims.get(text)?.passages ?? [];
    if (passage?.bearing !== 'differs') return [];
    return passage.differences.flatMap((difference): Found[] => {
      const span: Span = [claim.span[0] + difference.span[0], claim.span[0] + difference.span[1]];
      return article.quotes.some((quote) => overlaps(quote.span, span)) ? [] : [{ span, difference, passage }];
    });
  });

const short = (words: string): string => (words.length > 140 ? `${words.slice(0, 139).replace(/[\uD800-\uDBFF]$/, '')}…` : words);
