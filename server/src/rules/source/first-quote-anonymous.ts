import type { Attribution } from '../../article';
import { hull } from '../../text/span';
import { nameSource } from '../fixes/name-source';
import { byId } from '../numbering';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'source/first-quote-anonymous',
  title: 'A story whose first quote is from nobody with a name',
  why: 'The first voice sets the tone of a story and lends it its weight. Where that voice has no name, readers are asked for trust before they have a reason for it. Open with somebody who stands by the words.',
  sources: [
    { guide: 'Washington Post (Deborah Howell, its ombudsman, 2006)', says: 'Never let an unnamed source be the first quote of a story.' },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\n“She leaks like a basket,” said an official who asked not to be named.\n\n“She is too old,” said the harbour master, Ida Brekke.\n',
      'Ferry to be sold\n\n“She leaks like a basket,” a source told the Clarion.\n',
    ],
    good: [
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke.\n\n“She leaks like a basket,” said an official who asked not to be named.\n',
    ],
  },
};

/** What people are called whose names are kept back; others without a name are passers-by, offices and the like. */
const KEPT_BACK =
  /^(?:(?:an?|one|another|two|three|several|some)\s+(?:[\p{L}’'-]+ ){0,5}(?:sources?|officials?|insiders?|aides?|diplomats?|ministers?|advis[eo]rs?|lawmakers?|executives?|employees?|staffers?|persons?|people|colleagues?|friends?)|(?:[\p{Ll}-]+ ){0,2}(?:sources|officials|insiders|aides|diplomats|people))\b/iu;

/** Reports the source of an article's first quote if it is unnamed. Groups, offices and passers-by are no secret and not reported. */
export const sourceFirstQuoteAnonymous: Rule = {
  facts,
  check({ text, quotes, attributions, blocks, entities }) {
    const quote = quotes.find(({ kind, block }) => (kind === 'direct' || kind === 'mixed') && blocks[block]?.kind === 'paragraph');
    const attribution: Attribution | undefined = byId(attributions, quote?.attribution);
    if (!attribution?.source || attribution.block !== quote?.block) return [];
    const entity = byId(entities, attribution.speaker);
    if (entity?.kind !== 'anonymous' || (entity.anonymity !== 'bare' && entity.anonymity !== 'described')) return [];
    const span = hull(attribution.source);
    const words = text.slice(span[0], span[1]);
    if (!KEPT_BACK.test(words) || /\b(?:named|called) \p{Lu}/u.test(words)) return [];
    const message = 'The first voice of the story has no name. Open with somebody who has.';
    return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
  },
  fixes: (article, { span }) => [nameSource(article, span)],
};
