import type { Article, Attribution } from '../../article';
import type { Entity } from '../../attribution/speakers';
import { remembered } from '../../text/remembered';
import type { Span } from '../../text/span';
import { lastBefore, within } from '../mentioned';
import { byId, firstAttributions } from '../numbering';
import type { Fix, Rule, RuleFacts } from '../rule';
import { sentenceAt, sourcesWhere } from '../sources';

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
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, dismissed fears that he had let the owner, Mr Jack Orme, off lightly. “She is too old,” he said.\n',
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the owner, Mr Jack Orme, on Tuesday. “She is too old,” Hale said.\n',
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the harbour master, Mrs Ida Brekke, on Tuesday. “She is too old,” he said.\n',
      'Ferry to be sold\n\n“She is too old,” said the mayor, Mr Tom Hale. “She leaks,” he said.\n',
    ],
  },
};

/** How little may lie between the two likeliest, and how likely the second must be. */
const CLOSE = 0.2;
const LIKELY = 0.3;

/** Reports pronouns that name a speaker after a sentence in which two people stand side by side: “A and B …”, or both say something. */
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

const pronouns = sourcesWhere((words) => /^(?:he|she)$/i.test(words), isDoubtful);

function isDoubtful({ candidates: [first, second], kind }: Attribution): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    kind !== 'indirect' &&
    second.confidence >= LIKELY &&
    first.confidence - second.confidence <= CLOSE
  );
}

const doubts = remembered((article: Article): readonly Doubt[] => {
  const { entities } = article;
  return pronouns(article).flatMap(({ attribution, span, words }): Doubt[] => {
    const [first, second] = attribution.candidates;
    const [one, other] = [byId(entities, first?.speaker), byId(entities, second?.speaker)];
    if (!isPerson(one) || !isPerson(other) || one.gender !== other.gender) return [];
    return areSideBySide(article, attribution, one, other) ? [{ span, word: words, either: [one, other] }] : [];
  });
});

const isPerson = (entity: Entity | undefined): entity is Entity =>
  entity !== undefined && entity.kind === 'person' && entity.anonymity === 'named' && /^\p{Lu}/u.test(entity.name);

/** Whether the sentence before speaks of both alike: joined by “and”, or each saying something. Where only one does, readers take the pronoun for that one. */
function areSideBySide(article: Article, doubtful: Attribution, one: Entity, other: Entity): boolean {
  const { text, attributions } = article;
  const start = Math.min(doubtful.content[0]?.[0] ?? 0, doubtful.source?.[0]?.[0] ?? 0);
  let end = start;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const before = sentenceAt(article, end - 1);
  if (!before || before[1] > start) return false;
  const [ones, others] = [within(one.mentions, before), within(other.mentions, before)];
  const joined = (a: Span, b: Span): boolean => /^,? and $/.test(text.slice(a[1], Math.min(b[0], a[1] + 8)));
  if (ones.some((a) => others.some((b) => joined(a, b) || joined(b, a)))) return true;
  const from = firstAttributions(article);
  const near = attributions.slice(from[Math.max(0, doubtful.block - 1)], from[doubtful.block + 1]);
  const speaks = ({ id }: Entity): boolean =>
    near.some(({ speaker, source }) => {
      const at = source?.[0]?.[0] ?? -1;
      return speaker === id && at >= before[0] && at < before[1];
    });
  return speaks(one) && speaks(other);
}

const surnameOf = ({ name }: Entity): string => name.split(/\s+/).at(-1) ?? name;
