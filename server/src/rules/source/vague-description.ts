import { nameSource } from '../fixes/name-source';
import { sayReason } from '../fixes/say-reason';
import { stop } from '../fixes/snippet';
import type { Rule, RuleFacts } from '../rule';
import { sentenceAt, sourcesWhere } from '../sources';

const facts: RuleFacts = {
  code: 'source/vague-description',
  title: 'A source described so that it could be anybody',
  why: '“A person close to the leadership” sounds like knowledge and commits nobody: a driver is close, and so is a rival. Say what the source had to do with the matter, or why the reader may not know.',
  sources: [
    {
      guide: 'Guardian editorial code',
      says: 'Use unnamed sources sparingly, and describe them so that readers can judge how reliable they are.',
      url: 'https://www.theguardian.com/info/2015/aug/05/the-guardians-editorial-code',
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
      'Ferry to be sold\n\nA person close to the leadership said that the ferry would be sold.\n',
      'Ferry to be sold\n\nThe ferry will be sold in May, a club insider said.\n',
    ],
    good: [
      'Ferry to be sold\n\nA person close to the leadership who sat in on the talks said that the ferry would be sold.\n',
      'Ferry to be sold\n\nA member of the harbour board who voted for the sale said that the ferry would go in May.\n',
      'Ferry to be sold\n\nA person close to the leadership, who asked not to be named because the talks are secret, said that the ferry would be sold.\n',
    ],
  },
};

const VAGUE = /\b(?:close to|in the know|well[- ]placed|well[- ]connected)\b|\binsiders?$|^an? (?:\w+ )?(?:insider|pal|friend)\b/i;
const REASON =
  /\b(?:because|not authori[sz]ed|fear|condition of anonymity|not to be (?:named|identified|quoted)|declined to be|anonymity)\b/i;

/** Words that tell how a source knows. */
const KNOWS =
  /\b(?:knowledge of|briefed (?:on|by)|involved in|present at|part in|privy to|who (?:was|were|had|has|sat|saw|heard|attended|took|worked|works|read|helped|voted)\b)/i;

const vagueSources = sourcesWhere((words) => VAGUE.test(words) && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(words));

/** Reports descriptions that say nothing of how a source knows, unless the sentence gives a reason. */
export const sourceVagueDescription: Rule = {
  facts,
  check: (article) =>
    vagueSources(article).flatMap(({ span, entity }) => {
      const sentence = sentenceAt(article, span[0]);
      if (entity?.anonymity === 'named') return [];
      if (sentence && REASON.test(article.text.slice(sentence[0], sentence[1]))) return [];
      if (KNOWS.test(article.text.slice(span[0], Math.min(span[1] + 60, sentence?.[1] ?? span[1])))) return [];
      const message = 'This could be anybody. Say what the source had to do with the matter.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes: (article, { span }) => [
    {
      title: 'Say how the source knows',
      edits: [{ span: [span[1], span[1]], text: ` ${stop(1, 'with direct knowledge of the matter')}`, snippet: true }],
      preferred: true,
      safe: false,
    },
    sayReason(article, span),
    nameSource(article, span),
  ],
};
