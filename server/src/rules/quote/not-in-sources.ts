import { judgedQuotes } from '../judged-quotes';
import type { Finding, Rule, RuleFacts } from '../rule';

const COUNCIL = `MAYOR HALE: We have waited eleven years for a new pier. I will not ask this town to wait another winter.

DR. MARLOWE: The timber is rotten from the second bay outwards.
`;

const facts: RuleFacts = {
  code: 'quote/not-in-sources',
  title: 'A quote that no transcript has',
  why: 'Some newsrooms keep the transcript of every interview beside the story. There, a quote that none of them has is either from elsewhere, or misheard beyond recognition, or made up. Where not everything is recorded it says little, so it is off until somebody asks for it.',
  sources: [],
  severity: 'info',
  optional: true,
  examples: {
    bad: [
      {
        article: 'Pier to be closed\n\n“We will sell the benches to pay for the railings,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
    good: [
      {
        article:
          'Pier to be closed\n\n“We have waited eleven years for a new pier,” said the mayor, Tom Hale. He called it a “lifeline”.\n',
        sources: { 'council.txt': COUNCIL },
      },
      'Pier to be closed\n\n“We will sell the benches to pay for the railings,” said the mayor, Tom Hale.\n',
    ],
  },
};

/** Reports a quote that none of the documents beside the article has. */
export const quoteNotInSources: Rule = {
  facts,
  check: (article) =>
    article.evidence.documents === 0
      ? []
      : judgedQuotes(article)
          .filter(({ judgement }) => judgement === 'absent')
          .map(
            ({ speech }): Finding => ({
              code: facts.code,
              severity: facts.severity,
              span: speech.span,
              message: 'No transcript or document beside the article has this quote. Add the one that does, or check where it is from.',
              related: [],
            }),
          ),
  fixes: () => [],
};
