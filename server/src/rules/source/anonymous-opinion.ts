import { nameSource } from '../fixes/name-source';
import { keptBackOrMany } from '../kept-back';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'source/anonymous-opinion',
  title: 'An opinion from somebody without a name',
  why: 'Readers put up with a missing name where they could not learn a fact otherwise. An opinion is worth as much as whoever holds it, so without a name it is worth nothing, and it costs its holder nothing. Give the facts behind it, or find somebody who says it openly.',
  sources: [
    {
      guide: 'AP',
      says: 'Use what an unnamed source gives only if it is information, and neither opinion nor guesswork.',
      url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
    },
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'In a conflict, use unnamed sources of one side for facts and not for opinions.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
    { guide: 'NPR Ethics Handbook', says: 'Do not let unnamed sources give their opinions of others.' },
  ],
  severity: 'info',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\nOfficials said the port was a mess.\n',
      'Ferry to be sold\n\n“The whole sale is a shambles,” an official who asked not to be named said.\n',
      'Ferry to be sold\n\nA source close to the talks said that the price was ridiculous.\n',
    ],
    good: [
      'Ferry to be sold\n\nCritics said that the sale was a mess.\n',
      'Ferry to be sold\n\nAn official who asked not to be named said that the sale would be put off until May.\n',
      'Ferry to be sold\n\n“The whole sale is a shambles,” said the harbour master, Ida Brekke.\n',
      'Ferry to be sold\n\n“It was terrible,” a witness said.\n',
    ],
  },
};

/** Words that judge, and hardly ever do anything else. */
const JUDGES =
  /\b(?:shambl(?:es|olic)|disgrace(?:ful)?|shameful|appalling|terrible|awful|dreadful|horrendous|atrocious|pathetic|ridiculous|ludicrous|absurd|laughable|farc(?:e|ical)|fiasco|outrageous|scandalous|disastrous|hopeless|useless|incompeten(?:t|ce)|idiot(?:s|ic)?|stupid(?:ity)?|clueless|insane|madness|lunacy|nonsense|rubbish|toxic|brilliant|fantastic|wonderful|superb|magnificent|outstanding|inspir(?:ed|ing|ational)|a joke|a mess|a nightmare|cowardly|spineless|embarrassing|an embarrassment|unforgivable|inexcusable)\b/i;

/** Reports the judging word in what somebody says whose name is kept back. */
export const sourceAnonymousOpinion: Rule = {
  facts,
  check(article) {
    const told = new Set<number>();
    return keptBackOrMany(article).flatMap((sourced) => {
      for (const [start, end] of sourced.attribution.content) {
        const match = JUDGES.exec(article.text.slice(start, end));
        if (!match || told.has(start + match.index)) continue;
        const at = start + match.index;
        told.add(at);
        const message = 'An opinion without a name. Give the facts behind it, or find somebody who says it openly.';
        const related = [{ span: sourced.span, message: 'Who says so' }];
        return [{ code: facts.code, severity: facts.severity, span: [at, at + match[0].length] as const, message, related }];
      }
      return [];
    });
  },
  fixes: (article, { related }) => related.map(({ span }) => nameSource(article, span)),
};
