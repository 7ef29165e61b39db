import type { Article } from '../../article';
import { overlaps, type Span } from '../../text/span';
import { nameSource } from '../fixes/name-source';
import { keptBackSources } from '../kept-back';
import { within } from '../mentioned';
import { isClear, type NamedPeople, peopleNear } from '../named-near';
import type { Finding, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'source/anonymous-attack',
  title: 'Somebody without a name attacks somebody with one',
  why: 'Whoever is named has to live with the words, and whoever spoke them does not. Readers cannot see the grudge behind them, and the person attacked cannot answer it. Ask the source to say it openly, report the facts behind it, or leave it out.',
  sources: [
    {
      guide: 'Guardian editorial code',
      says: 'Do not let people attack others from behind anonymity, except where the reasons are strong.',
      url: 'https://www.theguardian.com/info/2015/aug/05/the-guardians-editorial-code',
    },
    {
      guide: 'NPR Ethics Handbook',
      says: 'Do not let unnamed sources attack or praise others, nor judge their character, with rare exceptions such as whistleblowers.',
    },
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Whoever wants to attack a person or an institution has to do so on the record.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry. A council source called Brekke a bully.\n',
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry. An aide who asked not to be named described her as a coward.\n',
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry.\n\n“Brekke is a liar,” a council source said.\n',
      'Ferry to be sold\n\nAn official who asked not to be named said that Ida Brekke was utterly incompetent.\n',
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry. “She is a bully and a coward,” said a source close to the talks.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe mayor, Ida Brekke, met the owner, Ada Orme, on Tuesday.\n\n“She is a liar,” a council source said.\n',
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry. A council source said that the owner was rich, and that he was a bully.\n',
      'Ferry to be sold\n\n“Brekke is a liar,” said the deputy mayor, Tom Hale.\n',
      'Ferry to be sold\n\nA council source said that Ida Brekke was in Velmark.\n',
      'Ferry to be sold\n\nA council source said that Ida Brekke was not a liar.\n',
      'Ferry to be sold\n\nA council source said that the ferry was useless, and that Ida Brekke would sell it.\n',
    ],
  },
};

const ADVERBS =
  'utterly|totally|completely|simply|just|very|so|too|really|such|always|often|also|still|clearly|plainly|deeply|hopelessly|pretty|quite|basically';
const QUALITIES =
  'incompetent|useless|hopeless|corrupt|dishonest|cowardly|spineless|lazy|stupid|clueless|arrogant|vain|cruel|vicious|vindictive|unhinged|deranged|paranoid|pathetic|two-faced|untrustworthy|disloyal|racist|sexist|abusive|toxic|deluded|delusional|gutless|ruthless|manipulative|greedy|dangerous|unfit|out of (?:his|her|their) depth';
const NOUNS =
  'liar|bully|cheat|crook|coward|fool|idiot|moron|fraud|hypocrite|traitor|thug|snake|monster|tyrant|dictator|clown|buffoon|charlatan|disgrace|embarrassment|liability|control freak|disaster|joke|nightmare|racist|sexist|narcissist|psychopath|sociopath';
/** What follows the person who is attacked, right behind the name. Every repetition is bounded. */
const ATTACKED = new RegExp(
  `^(?:(?:’s|'s)|\\s+(?:is|was|has been|had been|has become|had become|as|to be|being|remains))?(?:\\s+(?:${ADVERBS})){0,3}\\s+(?:(?:an?|the|such an?)\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:${NOUNS})|(?:${QUALITIES}))\\b`,
  'iu',
);
const LIES = /^\s+(?:has |had |always |often |just |simply |repeatedly ){0,2}(?:lied|lies|cheated|cheats|bullied|bullies|bullied)\b/i;
/** A word of either, or the beginning of one: most contents have none. */
const ABUSE = new RegExp(`\\b(?:${NOUNS}|${QUALITIES}|lie[ds]|cheat|bull(?:y|ies|ied))`, 'iu');
const PRONOUN = /\b(?:he|she|him|her)(?=['’]s|\s)/gi;
/** The furthest that the words of an attack reach. */
const REACH = 120;

/** Reports what somebody whose name is kept back says of a person who has one, where it is plain abuse. */
export const sourceAnonymousAttack: Rule = {
  facts,
  check(article) {
    const abusive = keptBackSources(article).flatMap((sourced) => {
      const contents = sourced.attribution.content.filter((content) => ABUSE.test(article.text.slice(...content)));
      return contents.length > 0 ? [{ sourced, contents }] : [];
    });
    if (abusive.length === 0) return [];
    const people = peopleNear(
      article,
      abusive.flatMap(({ contents }) => contents),
    );
    const told = new Set<number>();
    return abusive.flatMap(({ sourced, contents }): Finding[] => {
      for (const content of contents) {
        const attack = attackIn(article, content, people);
        if (!attack || told.has(attack[0]) || overlaps(attack, sourced.span)) continue;
        told.add(attack[0]);
        const message = 'An unnamed source attacks somebody who is named. Get it said openly, give the facts behind it, or leave it out.';
        const related = [{ span: sourced.span, message: 'Who says so' }];
        return [{ code: facts.code, severity: facts.severity, span: attack, message, related }];
      }
      return [];
    });
  },
  fixes: (article, { related }) => related.map(({ span }) => nameSource(article, span)),
};

/** Where a content attacks a person: the person's name or pronoun and the words of abuse. */
function attackIn(article: Article, content: Span, people: NamedPeople): Span | null {
  const { text } = article;
  const abuseAfter = (end: number): string | undefined => {
    const after = text.slice(end, Math.min(content[1], end + REACH));
    return (ATTACKED.exec(after) ?? LIES.exec(after))?.[0];
  };
  for (const [start, end] of within(people.spans, content)) {
    const abuse = abuseAfter(end);
    if (abuse !== undefined) return [start, end + abuse.length];
  }
  for (const { index, 0: word } of text.slice(...content).matchAll(PRONOUN)) {
    const start = content[0] + index;
    const abuse = abuseAfter(start + word.length);
    const gender = /^h(?:e|im)$/i.test(word) ? 'male' : 'female';
    if (abuse !== undefined && isClear(article, start, gender, people)) return [start, start + word.length + abuse.length];
  }
  return null;
}
