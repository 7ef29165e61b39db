import type { Article } from '../../article';
import { ofBlock } from '../by-block';
import { nameSource } from '../fixes/name-source';
import { sayReason } from '../fixes/say-reason';
import type { Rule, RuleFacts } from '../rule';
import { unnamedPeople } from '../sources';

const facts: RuleFacts = {
  code: 'source/no-reason-for-anonymity',
  title: 'No word on why a source is not named',
  why: 'A reader who hears from somebody without a name wants to know why there is none: fear for a post, talks that are not over, a rule of the office. Say it once, where the source first speaks.',
  sources: [
    {
      guide: 'NPR Ethics Handbook',
      says: 'Describe unnamed sources as clearly as you can, and explain why they need to stay unnamed.',
      url: 'https://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
    },
    {
      guide: 'AP',
      says: 'Give the reason why a source asked not to be named, as closely as it can be given.',
      url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
    },
  ],
  severity: 'info',
  optional: true,
  examples: {
    bad: ['Ferry to be sold\n\nAn official with knowledge of the talks said that the ferry would be sold.\n'],
    good: [
      'Ferry to be sold\n\nAn official with knowledge of the talks, who was not authorised to speak about them, said that the ferry would be sold.\n',
      'Ferry to be sold\n\nIda Brekke said that the ferry would be sold.\n',
      'Ferry to be sold\n\nAn official with knowledge of the talks said that the ferry would be sold. He asked not to be named because the talks are not over.\n',
    ],
  },
};

const REASON =
  /\b(?:because|authori[sz]ed|fear(?:ed|s|ing)?|anonymity|anonymous(?:ly)?|not to be (?:named|identified|quoted)|declined to be|without being (?:named|identified)|for privacy|not (?:his|her|their) real name)\b/i;

/** Reports each unnamed source once, where it first speaks, if nothing in its paragraph or the next says why. */
export const sourceNoReasonForAnonymity: Rule = {
  facts,
  check(article) {
    const told = new Set<string>();
    return unnamedPeople(article).flatMap(({ span, entity, attribution }) => {
      if (!entity || told.has(entity.id)) return [];
      told.add(entity.id);
      if (attribution.via !== null || givesReason(article, attribution.block)) return [];
      const message = 'This source is not named, and the reader is not told why. Say why.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    });
  },
  fixes: (article, { span }) => [{ ...sayReason(article, span), preferred: true }, nameSource(article, span)],
};

const hasReason = ofBlock(({ text }) => REASON.test(text));

const givesReason = (article: Article, block: number): boolean =>
  hasReason(article, block) === true || hasReason(article, block + 1) === true;
