import { nameSource } from '../fixes/name-source';
import { stop } from '../fixes/snippet';
import type { Rule, RuleFacts } from '../rule';
import { sourcesWhere } from '../sources';

const facts: RuleFacts = {
  code: 'source/anonymous-bare',
  title: 'A source of whom the reader learns nothing',
  why: 'Readers can weigh what an unnamed source says only if they learn how the source knows. “A source” alone could be anybody. Say as much as the promise to the source allows: the post, the part in the matter, the access.',
  sources: [
    {
      guide: 'AP',
      says: '“A source” alone is not enough: describe as closely as you can how the person knows, and say why there is no name.',
      url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
    },
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Describe unnamed sources as exactly as they allow.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry will be sold in May, a source said.\n',
      'Ferry to be sold\n\nSources told the Clarion that the ferry would be sold in May.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe ferry will be sold in May, a source with direct knowledge of the talks said.\n',
      'Ferry to be sold\n\nThe ferry will be sold in May, said Ida Brekke, the harbour master.\n',
    ],
  },
};

const BARE =
  /^(?:an?|one|the|two|three|four|five|several|some|another|multiple|many|\d{1,2})?\s*(?:anonymous |unnamed |unidentified )?(?:sources?|insiders?)$/i;

const bareSources = sourcesWhere((words) => BARE.test(words.trim()));

/** Reports the first attribution to each source that has no description at all. */
export const sourceAnonymousBare: Rule = {
  facts,
  check(article) {
    const told = new Set<string>();
    return bareSources(article).flatMap(({ span, entity }) => {
      if (entity && (told.has(entity.id) || entity.anonymity === 'described')) return [];
      if (entity) told.add(entity.id);
      const message = 'The reader learns nothing of this source. Say how it knows, and why there is no name.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    });
  },
  fixes: (article, { span }) => [
    {
      title: 'Say how the source knows',
      edits: [{ span: [span[1], span[1]], text: ` ${stop(1, 'with direct knowledge of the matter')}`, snippet: true }],
      preferred: true,
      safe: false,
    },
    nameSource(article, span),
  ],
};
