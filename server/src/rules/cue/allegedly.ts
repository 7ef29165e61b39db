import { contains } from '../../text/span';
import { sayWhoAtEnd } from '../fixes/say-who';
import { withoutAdverb } from '../fixes/without-adverb';
import type { Rule, RuleFacts } from '../rule';
import { inOwnWords, sentenceAt, sourcesOfBlock, wholeSentenceAt } from '../sources';

const facts: RuleFacts = {
  code: 'cue/allegedly',
  title: '“Allegedly”, and nobody who alleges',
  why: '“Allegedly” protects nobody in court and tells the reader only that the paper will not say it itself. Say who alleges it: the prosecution, the police, a complaint.',
  sources: [{ guide: 'AP', says: 'Say where an allegation comes from, and use “allegedly” only to make clear that nothing is proven.' }],
  severity: 'info',
  examples: {
    bad: ['Treasurer in court\n\nMarsh allegedly spent the money on a boat.\n'],
    good: [
      'Treasurer in court\n\nMarsh spent the money on a boat, the prosecution said.\n',
      'Treasurer in court\n\nThe prosecutor, Ada Lyle, said that Marsh had allegedly spent the money on a boat.\n',
    ],
  },
};

const hedges = inOwnWords(/\ballegedly\b/gi);

/** Reports "allegedly" in a sentence that names no source. */
export const cueAllegedly: Rule = {
  facts,
  check: (article) =>
    hedges(article).flatMap(({ span }) => {
      const sentence = wholeSentenceAt(article, span[0]);
      const sources = sentence ? sourcesOfBlock(article, sentence.block) : [];
      if (sources.some(({ attribution }) => attribution.content.some((part) => contains(part, span)))) return [];
      const message = 'Nobody is said to allege this. Say who does.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes(article, { span }) {
    const sentence = sentenceAt(article, span[0]);
    const hedge = sentence && withoutAdverb(article, span, sentence);
    return hedge ? sayWhoAtEnd(article, sentence, hedge) : [];
  },
};
