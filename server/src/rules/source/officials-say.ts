import type { Article } from '../../article';
import type { BlockKind } from '../../text/blocks';
import type { Span } from '../../text/span';
import { nameOneOf } from '../fixes/name-one-of';
import { stop } from '../fixes/snippet';
import { longestBefore } from '../mentioned';
import type { Rule, RuleFacts } from '../rule';
import { isSaid, namesSpeaker, sourcesWhere } from '../sources';

const facts: RuleFacts = {
  code: 'source/officials-say',
  title: 'Officials or experts whom nobody can place',
  why: '“Officials say” hides who speaks, of which office, and how many they are. Name one of them, or say which body they speak for.',
  sources: [
    {
      guide: 'NPR Ethics Handbook',
      says: 'It is not enough that “officials say” something: give the agency, the side, and how they know.',
      url: 'https://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nOfficials say that the ferry will be sold in May.\n',
      'Ferry to be sold\n\nThe ferry will be sold in May, experts said.\n',
    ],
    good: [
      'Ferry to be sold\n\nSome scientists believe that the bay was dry once, while others think that it was frozen.\n',
      'Ferry too old, say experts\n\nThe ferry will be sold in May, said Ida Brekke.\n',
      'Ferry to be sold\n\nOfficials at the harbour office say that the ferry will be sold in May.\n',
      'Ferry to be sold\n\nPort officials said that the ferry would be sold in May.\n',
      'Ferry to be sold\n\n“Officials say that it will be sold,” said Ida Brekke.\n',
    ],
  },
};

const BARE = /^(?:the |some |many |several )?(?:officials|experts|analysts|scientists|researchers|economists|doctors|diplomats|insiders)$/i;

/** A headline has no room for more. */
const TELLS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

const bareGroups = sourcesWhere((words) => BARE.test(words.trim()) && !/^the /i.test(words));

/** Reports groups that speak without a word about who they are, unless an earlier mention placed them. */
export const sourceOfficialsSay: Rule = {
  facts,
  check: (article) =>
    bareGroups(article).flatMap(({ span, words, entity, attribution }) => {
      if (
        !TELLS.has(article.blocks[attribution.block]?.kind ?? 'headline') ||
        !isSaid(article, attribution) ||
        namesSpeaker(article, attribution.block) ||
        isNamedBeside(article.text, span[1]) ||
        isSchool(article, span) ||
        (entity && longestBefore(entity.mentions, span[0]) > words.length + 4)
      )
        return [];
      const message = `“${words}” could be anybody. Name one of them, or say whom they speak for.`;
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes: (article, { span }) => [
    {
      title: 'Say whom they speak for',
      edits: [{ span: [span[1], span[1]], text: ` ${stop(1, 'of the ministry')}`, snippet: true }],
      preferred: true,
      safe: false,
    },
    nameOneOf(article, span),
  ],
};

/** "Some scientists believe …, while others …": schools of thought, which nobody speaks for. */
function isSchool({ text }: Article, [start, end]: Span): boolean {
  return (
    /^some\b/i.test(text.slice(start, end)) &&
    /^[^.!?]{0,300}\b(?:while|whereas|but|and) (?:some|others)\b/.test(text.slice(end, end + 320))
  );
}

/** "officials at the harbour office": the rest of the description, where the source's words leave it out. */
const isNamedBeside = (text: string, end: number): boolean =>
  /^\s+(?:at|of|in|from|with|for|who|on|close|familiar|briefed|involved)\b/.test(text.slice(end, end + 20));
