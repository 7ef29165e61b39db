import type { Article, Attribution } from '../../article';
import type { Entity } from '../../attribution/speakers';
import { hull, type Span } from '../../text/span';
import { lastBefore } from '../mentioned';
import type { Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/ambiguous-speaker',
  title: 'A “he” or “she” who could be either of two',
  why: 'Where two people of the same sex have just been named, “he said” leaves the reader to guess whose words these are. A surname costs one word and settles it.',
  sources: [
    { guide: 'Reuters Handbook of Journalism', says: 'Leave no doubt about who is speaking; repeat the name rather than risk it.' },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the owner, Mr Jack Orme, on Tuesday. Mr Hale and Mr Orme shook hands on the quay. “She is too old,” he said.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the owner, Mr Jack Orme, on Tuesday. “She is too old,” Hale said.\n',
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the harbour master, Mrs Ida Brekke, on Tuesday. “She is too old,” he said.\n',
      'Ferry to be sold\n\n“She is too old,” said the mayor, Mr Tom Hale. “She leaks,” he said.\n',
    ],
  },
};

/** How little may lie between the two likeliest, and how likely the second must be. */
const CLOSE = 0.2;
const LIKELY = 0.3;

/** Reports pronouns that name a speaker and could be either of two people whom the article has just named. */
export const quoteAmbiguousSpeaker: Rule = {
  facts,
  check: (article) =>
    doubts(article).map(({ span, word, either: [one, other] }) => ({
      code: facts.code,
      severity: facts.severity,
      span,
      message: `“${word}” could be ${one.name} or ${other.name}. Name the speaker.`,
      related: [one, other].flatMap(({ name, mentions }) => {
        const at = lastBefore(mentions, span[0]);
        return at ? [{ span: at, message: name }] : [];
      }),
    })),
  fixes(article, { span }): Fix[] {
    const found = doubts(article).find((doubt) => doubt.span[0] === span[0]);
    return (found?.either ?? []).map((entity) => ({
      title: `Name ${entity.name}`,
      edits: [{ span, text: surnameOf(entity) }],
      preferred: false,
      safe: false,
    }));
  },
};

interface Doubt {
  readonly span: Span;
  readonly word: string;
  readonly either: readonly [Entity, Entity];
}

function doubts(article: Article): Doubt[] {
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  return article.attributions.flatMap((attribution): Doubt[] => {
    const [first, second] = attribution.candidates;
    if (!attribution.source || !first || !second || attribution.kind === 'indirect') return [];
    if (second.confidence < LIKELY || first.confidence - second.confidence > CLOSE) return [];
    const span = hull(attribution.source);
    const word = article.text.slice(span[0], span[1]);
    const [one, other] = [entities.get(first.speaker), entities.get(second.speaker)];
    if (!/^(?:he|she)$/i.test(word) || !isPerson(one) || !isPerson(other) || one.gender !== other.gender) return [];
    return isNear(article, attribution, one) && isNear(article, attribution, other) ? [{ span, word, either: [one, other] }] : [];
  });
}

const isPerson = (entity: Entity | undefined): entity is Entity =>
  entity !== undefined && entity.kind === 'person' && entity.anonymity === 'named' && /^\p{Lu}/u.test(entity.name);

/** Whether somebody is named before the pronoun, in its paragraph or the one before. */
function isNear({ blocks }: Article, { block, source }: Attribution, { mentions }: Entity): boolean {
  const from = blocks[block - 1]?.span[0] ?? blocks[block]?.span[0] ?? 0;
  const last = lastBefore(mentions, source?.[0]?.[0] ?? 0);
  return last !== undefined && last[0] >= from;
}

const surnameOf = ({ name }: Entity): string => name.split(/\s+/).at(-1) ?? name;
