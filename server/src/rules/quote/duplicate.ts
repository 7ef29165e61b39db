import type { BlockKind } from '../../text/blocks';
import { type Span, spanLength } from '../../text/span';
import { lookFor } from '../by-block';
import { firstQuotes } from '../numbering';
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

/** A quote of a block, by its number, and its words as one. */
interface Said {
  readonly q: number;
  readonly words: string;
}

/** The quotes of a block that say something. A paragraph that is nothing but the quote is one that was pulled out to be shown again. */
const saidIn = lookFor(({ kind, text, quotes }): readonly Said[] =>
  TOLD.has(kind)
    ? quotes.flatMap(({ span, kind }, q) => {
        if (kind === 'title' || kind === 'unclosed' || spanLength(span) >= text.length - 1) return [];
        const words =
          text
            .slice(...span)
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? [];
        return words.length < FEWEST ? [] : [{ q, words: words.join(' ') }];
      })
    : [],
);

/** Reports each later standing of a quote in the running text. */
export const quoteDuplicate: Rule = {
  facts,
  check(article) {
    const { blocks, found } = saidIn(article);
    const firstOf = firstQuotes(article);
    const seen = new Map<string, Span>();
    return blocks.flatMap((b, i) =>
      (found[i] ?? []).flatMap(({ q, words }): Finding[] => {
        const quote = article.quotes[(firstOf[b] ?? 0) + q];
        if (!quote || quote.kind === 'unclosed') return [];
        const first = seen.get(words);
        if (!first) {
          seen.set(words, quote.span);
          return [];
        }
        return [
          {
            code: facts.code,
            severity: facts.severity,
            span: quote.span,
            message: 'The article has this quote already. Take one of the two out.',
            related: [{ span: first, message: 'It stands here first.' }],
          },
        ];
      }),
    );
  },
  fixes: () => [],
};
