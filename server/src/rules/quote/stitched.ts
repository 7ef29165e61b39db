import { judgedQuotes, whereIs } from '../judged-quotes';
import type { Finding, Rule, RuleFacts } from '../rule';

const COUNCIL = `MAYOR HALE: We have waited eleven years for a new pier. I will not ask this town to wait another winter.

DR. MARLOWE: The timber is rotten from the second bay outwards. We counted 23 piles that a child could push over.

MAYOR HALE: I grew up under that pier, like everybody here. Nobody wants to see it go. But if we must close it, we close it before the storms come and not after.
`;

const facts: RuleFacts = {
  code: 'quote/stitched',
  title: 'A quote put together from two places',
  why: 'Two things that were said at different moments, joined within one pair of marks, make a third that nobody said. Close the quote after the first and open another, or show with “…” that something was left out, where the same person went on.',
  sources: [
    { guide: 'AP', says: 'Show with an ellipsis that words were left out of a quote, and leave none out that change what was meant.' },
  ],
  severity: 'warning',
  examples: {
    bad: [
      {
        article:
          'Pier to be closed\n\n“I will not ask this town to wait another winter and nobody wants to see it go,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article:
          'Pier to be closed\n\n“Nobody wants to see it go … We have waited eleven years for a new pier,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
    good: [
      {
        article: 'Pier to be closed\n\n“I grew up under that pier … we close it before the storms come,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article:
          'Pier to be closed\n\n“I will not ask this town to wait another winter,” said the mayor, Tom Hale. “Nobody wants to see it go.”\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
  },
};

/** Reports a quote whose pieces stand apart in the documents beside the article. */
export const quoteStitched: Rule = {
  facts,
  check: (article) =>
    judgedQuotes(article).flatMap(({ judgement, evidence: { places }, speech }): Finding[] => {
      const [first, second] = places;
      if (judgement !== 'stitched' || !first || !second) return [];
      return [
        {
          code: facts.code,
          severity: facts.severity,
          span: speech.span,
          message: `This was not said in one go: its pieces stand apart (${whereIs(first)}, and ${whereIs(second)}). Quote each by itself.`,
          related: places.map((place) => ({ span: place.span, message: place.words, place })),
        },
      ];
    }),
  fixes: () => [],
};
