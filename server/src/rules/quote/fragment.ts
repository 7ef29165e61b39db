import type { Article, ArticleQuote } from '../../article';
import { firstEndingAfter, spanLength } from '../../text/span';
import { rowsIn, wordsOf } from '../quoted-words';
import { quotesWhere } from '../quotes-where';
import type { Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/fragment',
  title: 'A quote of hardly a word',
  why: 'Marks around a word that anybody would use hold it at arm’s length, as if it were odd or untrue. Keep them for words that only this speaker would choose; quote the sentence in full, or paraphrase.',
  sources: [
    { guide: 'AP', says: 'Avoid fragmentary quotes: quote whole sentences, or paraphrase where a few plain words would stand in marks.' },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, said she was “very surprised” by the sale.\n',
      'Ferry to be sold\n\nThe ferry would be “sold” in “May” to a “firm in the south”, Ida Brekke said.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, called the sale “daylight robbery”.\n',
      'Ferry to be sold\n\n“I am very surprised,” the harbour master, Ida Brekke, said. “We all are.”\n',
      'Ferry to be sold\n\nIda Brekke said the sale was “a disgrace” that the islanders would “never forgive”.\n',
    ],
  },
};

/** Words that nobody needs to quote. */
const PLAIN = new Set(
  (
    'very really quite so extremely deeply and a an the of by to not was is be been happy pleased delighted thrilled glad sad sorry surprised shocked ' +
    'disappointed concerned worried confident hopeful optimistic proud grateful excited ready good bad great important serious difficult hard easy ' +
    'possible necessary likely unlikely big small new old well better best tired upset angry clear sure aware early late soon'
  ).split(' '),
);
/** Fragments of a sentence that are too many, and their longest in words. */
const TOO_MANY = 3;
const SHORT = 4;
/** In UTF-16 units, with its marks. */
const LONGEST = 60;

/** Reports attributed fragments of plain words, and the third and later fragment of one sentence. */
export const quoteFragment: Rule = {
  facts,
  check(article) {
    const fragments = fragmentsOf(article);
    const crowd = new Map<number, number>();
    for (const { sentence } of fragments) crowd.set(sentence, (crowd.get(sentence) ?? 0) + 1);
    return fragments.flatMap(({ quote, sentence, plain }) => {
      const many = (crowd.get(sentence) ?? 0) >= TOO_MANY;
      if (!plain && !many) return [];
      const message = many
        ? 'This sentence is all fragments. Quote one in full, or paraphrase.'
        : 'These words need no marks. Quote the sentence in full, or paraphrase.';
      return [{ code: facts.code, severity: facts.severity, span: quote.span, message, related: [] }];
    });
  },
  fixes(article, { span }): Fix[] {
    const found = fragmentsOf(article).find(({ quote }) => quote.span[0] === span[0]);
    if (!found?.plain) return [];
    const { mark } = found.quote;
    const edits = [
      { span: [span[0], span[0] + mark.length] as const, text: '' },
      { span: [span[1] - mark.length, span[1]] as const, text: '' },
    ];
    return [{ title: 'Do without the marks', edits, preferred: true, safe: false }];
  },
};

interface Fragment {
  readonly quote: ArticleQuote;
  readonly sentence: number;
  /** Of words that anybody would use. */
  readonly plain: boolean;
}

/** Quotes of a few words that a sentence takes in. */
const short = quotesWhere(({ kind, open, span }, block, _, q) => {
  if (open || (kind !== 'mixed' && kind !== 'scare') || spanLength(span) > LONGEST || block.kind !== 'paragraph') return false;
  const words = rowsIn(block)(q, 1).words.length;
  return words > 0 && words <= SHORT;
});

function fragmentsOf(article: Article): Fragment[] {
  const { quotes, sentences } = article;
  return short(article).flatMap((q): Fragment[] => {
    const quote = quotes[q];
    if (!quote || quote.attribution === null) return [];
    const words = wordsOf(article, quote);
    const sentence = Math.min(firstEndingAfter(sentences, quote.span[0]), sentences.length - 1);
    return [{ quote, sentence, plain: words.length < SHORT && words.every(({ word }) => PLAIN.has(word)) }];
  });
}
