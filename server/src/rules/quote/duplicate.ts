import type { BlockAnalysis } from '../../article';
import type { BlockKind } from '../../text/blocks';
import { remembered } from '../../text/remembered';
import { firstEndingAfter, type Span } from '../../text/span';
import type { Finding, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/duplicate',
  title: 'The same quote twice',
  why: 'A quote that comes again in the running text is mostly a leftover of moving paragraphs about.',
  sources: [],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\n“They have sold this island for a song,” said Tom Hale.\n\nThe sale is due in May.\n\nHale leads the union. “They have sold this island for a song,” he said.\n',
    ],
    good: [
      '“They have sold this island for a song”\n\n“They have sold this island for a song,” said Tom Hale.\n',
      'Ferry to be sold\n\n“No comment,” said Tom Hale.\n\n“No comment,” said Ida Brekke.\n',
    ],
  },
};

const TOLD: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);
/** Shorter ones are said more than once. */
const FEWEST = 6;

/** For each quote of a block its words, as one, and how many they are. */
const keysIn = remembered(({ text, quotes }: BlockAnalysis) =>
  quotes.map(({ span }) => {
    const words =
      text
        .slice(...span)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return { key: words.join(' '), count: words.length };
  }),
);
const NO_WORDS = { key: '', count: 0 };

/** Reports each later standing of a quote in the running text. */
export const quoteDuplicate: Rule = {
  facts,
  check(article) {
    const { quotes, blocks } = article;
    const seen = new Map<string, Span>();
    return quotes.flatMap(({ span, block, kind }): Finding[] => {
      if (!TOLD.has(blocks[block]?.kind ?? 'headline') || kind === 'title' || kind === 'unclosed') return [];
      const inside = blocks[block];
      if (!inside) return [];
      const { key, count } = keysIn(inside.analysis)[firstEndingAfter(inside.analysis.quotes, span[0] - inside.span[0])] ?? NO_WORDS;
      // A paragraph that is nothing but the quote is one that was pulled out to be shown again.
      if (count < FEWEST || span[1] - span[0] >= inside.span[1] - inside.span[0] - 1) return [];
      const first = seen.get(key);
      if (!first) {
        seen.set(key, span);
        return [];
      }
      const related = [{ span: first, message: 'It stands here first.' }];
      return [
        {
          code: facts.code,
          severity: facts.severity,
          span,
          message: 'The article has this quote already. Take one of the two out.',
          related,
        },
      ];
    });
  },
  fixes: () => [],
};
