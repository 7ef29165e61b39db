import type { Article, ArticleQuote } from '../../article';
import { closeQuote } from '../fixes/close-quote';
import { quotesWhere } from '../quotes-where';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/unclosed',
  title: 'A quote that never closes',
  why: 'Where a closing mark is missing, everything that follows reads as if somebody had said it. Close the quote where the speech ends. A speech of several paragraphs opens each of them and closes only the last.',
  sources: [
    { guide: 'AP', says: 'A quotation over several paragraphs opens each paragraph with marks and closes only the last.' },
    {
      guide: 'Guardian and Observer style guide',
      says: 'Close every quotation that is opened; in a long one, open each paragraph and close the last.',
    },
  ],
  severity: 'error',
  examples: {
    bad: [
      'Pool to close\n\n“I learned to swim in that pool, said Tina Marlowe, who is 81.\n\nThe council will vote again in June.\n',
      'Pool to close\n\nTina Marlowe said: "I learned to swim in that pool.\n\nThe council will vote again in June.\n',
      'Pool to close\n\nThe council said: ‘We have no choice but to close the pool.\n\nIt meets in June.\n',
    ],
    good: [
      'Pool to close\n\n“I learned to swim in that pool,” said Tina Marlowe, who is 81.\n',
      'Pool to close\n\n“I learned to swim in that pool,” said Tina Marlowe. “My mother did too.\n\n“Now they want to fill it with concrete.”\n',
      'The boat was 22\' 6" long\n\nThe boat, 22\' 6" long, is the swimmers’ own, and it is the ’80s that they miss.\n',
    ],
  },
};

const opened = quotesWhere(({ kind, open }) => kind === 'unclosed' || open);

/** Reports quotes whose closing mark is missing and that no later paragraph takes up. */
export const quoteUnclosed: Rule = {
  facts,
  check: (article) =>
    opened(article).flatMap((q) => {
      const quote = article.quotes[q];
      if (!quote || !isUnclosed(article, quote, q)) return [];
      const message = 'This quote is never closed. Close it where the speech ends.';
      return [{ code: facts.code, severity: facts.severity, span: quote.span, message, related: [] }];
    }),
  fixes: (article, { span }) => closeQuote(article, span),
};

/** A quote that its block leaves open is taken up by the next quote, if that goes on with it. */
const isUnclosed = ({ quotes }: Article, { kind, open }: ArticleQuote, q: number): boolean =>
  kind === 'unclosed' || (open && quotes[q + 1]?.continues !== true);
