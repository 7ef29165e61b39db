import type { BlockKind } from '../../text/blocks';
import { remembered } from '../../text/remembered';
import { spanLength } from '../../text/span';
import { lookFor } from '../by-block';
import { firstQuotes } from '../numbering';
import type { Rule, RuleFacts } from '../rule';

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

/**
 * For each quote of a block its words, as one; empty where it says little, and where it is all of its paragraph: that one was pulled out to be shown again.
 */
const wordsIn = lookFor(({ kind, text, quotes }): readonly string[] => {
  if (!TOLD.has(kind)) return [];
  const said = quotes.map(({ span, kind }) => {
    if (kind === 'title' || kind === 'unclosed' || spanLength(span) >= text.length - 1) return '';
    const words =
      text
        .slice(...span)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length < FEWEST ? '' : words.join(' ');
  });
  return said.some((words) => words !== '') ? said : [];
});

/** A quote: the place of its block's among the lists, and its number there. */
interface Standing {
  readonly list: number;
  readonly q: number;
}

/** The quotes that stand more than once, with all their places in order. */
const repeated = remembered((lists: readonly (readonly string[])[]): readonly (readonly Standing[])[] => {
  const places = new Map<string, Standing[]>();
  for (const [list, said] of lists.entries()) {
    for (const [q, words] of said.entries()) {
      if (words === '') continue;
      const known = places.get(words);
      if (known) known.push({ list, q });
      else places.set(words, [{ list, q }]);
    }
  }
  return [...places.values()].filter(({ length }) => length > 1);
});

/** Reports each later standing of a quote in the running text. */
export const quoteDuplicate: Rule = {
  facts,
  check(article) {
    const { blocks, found } = wordsIn(article);
    const firstOf = firstQuotes(article);
    const later = repeated(found).flatMap((places) => {
      const quotes = places.map(({ list, q }) => article.quotes[(firstOf[blocks[list] ?? 0] ?? 0) + q]);
      const [first, ...others] = quotes.flatMap((quote) => (quote && quote.kind !== 'unclosed' ? [quote.span] : []));
      return first ? others.map((span) => ({ span, first })) : [];
    });
    return later
      .sort((a, b) => a.span[0] - b.span[0])
      .map(({ span, first }) => ({
        code: facts.code,
        severity: facts.severity,
        span,
        message: 'The article has this quote already. Take one of the two out.',
        related: [{ span: first, message: 'It stands here first.' }],
      }));
  },
  fixes: () => [],
};
