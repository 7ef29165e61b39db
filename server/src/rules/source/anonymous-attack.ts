import type { Article } from '../../article';
import { overlaps, type Span } from '../../text/span';
import { isKeptBack } from '../kept-back';
import { within } from '../mentioned';
import type { Finding, Rule, RuleFacts } from '../rule';
import { sourcesOf } from '../sources';

const facts: RuleFacts = {
  code: 'source/anonymous-attack',
  title: 'Somebody without a name attacks somebody with one',
  why: 'Whoever is named has to live with the words, and whoever spoke them does not. Readers cannot see the grudge behind them, and the person attacked cannot answer it. Ask the source to say it openly, report the facts behind it, or leave it out.',
  sources: [
    {
      guide: 'Guardian editorial code',
      says: 'Do not let people attack others from behind anonymity, unless there are strong reasons to.',
      url: 'https://www.theguardian.com/info/2015/aug/05/the-guardians-editorial-code',
    },
    { guide: 'NPR', says: 'Don’t give unnamed sources room for attacks on people who are named.' },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry.\n\n“Brekke is a liar,” a council source said.\n',
      'Ferry to be sold\n\nAn official who asked not to be named said that Ida Brekke was utterly incompetent.\n',
      'Ferry to be sold\n\nThe mayor, Ida Brekke, wants to sell the ferry. “She is a bully and a coward,” said a source close to the talks.\n',
    ],
    good: [
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
const HE = /\b(?:he|she)(?=['’]s|\s)/gi;
/** The furthest that the words of an attack reach. */
const REACH = 120;

/** Reports what somebody whose name is kept back says of a person who has one, where it is plain abuse. */
export const sourceAnonymousAttack: Rule = {
  facts,
  check(article) {
    const people = peopleIn(article);
    const told = new Set<number>();
    return sourcesOf(article).flatMap((sourced): Finding[] => {
      if (!isKeptBack(sourced)) return [];
      for (const content of sourced.attribution.content) {
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
  fixes: () => [],
};

/** Where a content attacks a person: the person's name or pronoun and the words of abuse. */
function attackIn({ text }: Article, content: Span, people: readonly Span[]): Span | null {
  for (const [start, end] of [...within(people, content), ...pronounsIn(text, content, people)]) {
    const after = text.slice(end, Math.min(content[1], end + REACH));
    const abuse = ATTACKED.exec(after) ?? LIES.exec(after);
    if (abuse) return [start, end + abuse[0].length];
  }
  return null;
}

/** "He" and "she" in a content, where somebody with a name stands before it. */
function pronounsIn(text: string, [start, end]: Span, people: readonly Span[]): Span[] {
  if ((people[0]?.[0] ?? end) >= start) return [];
  return [...text.slice(start, end).matchAll(HE)].map(({ index, 0: word }) => [start + index, start + index + word.length]);
}

/** The places where the article names people, in order and apart. */
function peopleIn({ entities }: Article): Span[] {
  const spans = entities
    .flatMap(({ kind, anonymity, mentions }) => (kind === 'person' && anonymity === 'named' ? mentions : []))
    .sort((a, b) => a[0] - b[0]);
  return spans.filter((span, i) => i === 0 || span[0] >= (spans[i - 1]?.[1] ?? 0));
}
