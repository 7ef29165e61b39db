import type { Rule, RuleFacts } from '../rule';
import { isUnnamedPerson, sourcesOf } from '../sources';

const facts: RuleFacts = {
  code: 'claim/anonymous-only',
  title: 'A claim that only unnamed sources stand behind',
  why: 'What nobody will put a name to deserves a second look before it is printed: another source, a document, an answer from whoever it is about.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'A story that rests on unnamed sources alone wants at least two of them, and approval.',
    },
    { guide: 'NPR', says: 'Unnamed sources are a last resort; look for corroboration.' },
  ],
  severity: 'info',
  optional: true,
  examples: {
    bad: ['Rents in Carrow\n\nThe council met on Tuesday.\n\nRents in Carrow have doubled since 2019, a source said.\n'],
    good: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nRents in Carrow have doubled since 2019, the town clerk, Ida Brekke, said.\n',
    ],
  },
};

/** Reports claims whose best support is unnamed. */
export const claimAnonymousOnly: Rule = {
  facts,
  check(article) {
    const unnamed = new Set(
      sourcesOf(article)
        .filter(isUnnamedPerson)
        .map(({ attribution }) => attribution.id),
    );
    return article.claims.flatMap(({ support, span, checkworthiness, attributions }) => {
      if (support !== 'anonymous' || !attributions.some((id) => unnamed.has(id))) return [];
      const message = 'Only unnamed sources stand behind this. Look for somebody who will be named, or for a document.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [], confidence: checkworthiness }];
    });
  },
  fixes: () => [],
};
