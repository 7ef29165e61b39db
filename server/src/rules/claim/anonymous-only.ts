import type { Article } from '../../article';
import type { Claim } from '../../claims/support';
import { isChecked } from '../checked';
import { citations } from '../fixes/cite';
import { nameSource } from '../fixes/name-source';
import { sayConfirmed } from '../fixes/say-confirmed';
import { isKeptBack } from '../kept-back';
import type { Rule, RuleFacts } from '../rule';
import { type Sourced, sourcedById } from '../sources';

const facts: RuleFacts = {
  code: 'claim/anonymous-only',
  title: 'A claim that only unnamed sources stand behind',
  why: 'What nobody will put a name to deserves a second look before it is printed: another source, a document, an answer from whoever it is about.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Unnamed sources are the weakest: two or more are better than one, and a story that rests on a single one needs approval.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
    {
      guide: 'NPR Ethics Handbook',
      says: 'Use what an unnamed source says only where it matters and cannot be had on the record, and look for others who know it.',
    },
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

/** Reports claims whose best support, in their own sentence, is somebody whose name is kept back, where nothing says that it was confirmed. */
export const claimAnonymousOnly: Rule = {
  facts,
  check: (article) =>
    article.claims.flatMap((claim) => {
      const source = keptBackBehind(article, claim);
      if (!source || isChecked(article, source.attribution.block)) return [];
      const message = 'Only unnamed sources stand behind this. Look for somebody who will be named, or for a document.';
      const { span, checkworthiness } = claim;
      return [{ code: facts.code, severity: facts.severity, span, message, related: [], confidence: checkworthiness }];
    }),
  fixes(article, { span }) {
    const claim = article.claims.find((candidate) => candidate.span[0] === span[0]);
    const source = claim && keptBackBehind(article, claim);
    if (!source) return [];
    return [sayConfirmed(span), nameSource(article, source.span), ...citations(article, span)];
  },
};

/** The unnamed source of a claim; undefined where anybody else has a part in it, or where it is only carried on from another sentence. */
function keptBackBehind(article: Article, { support, attributions, why }: Claim): Sourced | undefined {
  if (support !== 'anonymous' || !why.some(({ code }) => code === 'support.attribution')) return undefined;
  const behind = attributions.map((id) => sourcedById(article, id));
  return behind.every((sourced) => sourced !== null && isKeptBack(sourced)) ? (behind[0] ?? undefined) : undefined;
}
