import type { Article, ArticleQuote } from '../../article';
import { wordsOf } from '../quoted-words';
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

function fragmentsOf(article: Article): Fragment[] {
  const { quotes, blocks, sentences } = article;
  let sentence = 0;
  return quotes.flatMap((quote): Fragment[] => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.span[1] ?? 0) <= quote.span[0]) sentence++;
    const { kind, attribution, block, open, span } = quote;
    if (attribution === null || open || (kind !== 'mixed' && kind !== 'scare') || span[1] - span[0] > 60) return [];
    if (blocks[block]?.kind !== 'paragraph') return [];
    const words = wordsOf(article, quote);
    if (words.length === 0 || words.length > SHORT) return [];
    return [{ quote, sentence, plain: words.length < SHORT && words.every(({ word }) => PLAIN.has(word)) }];
  });
}
