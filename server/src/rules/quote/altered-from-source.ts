import type { Article } from '../../article';
import type { Change } from '../../evidence/quote-search';
import type { Span } from '../../text/span';
import { type JudgedQuote, judgedQuotes, whereIs } from '../judged-quotes';
import type { Edit, Finding, Fix, Rule, RuleFacts } from '../rule';

const COUNCIL = `MAYOR HALE: We have waited eleven years for a new pier. I will not ask this town to wait another winter.

DR. MARLOWE: The timber is rotten from the second bay outwards. We counted 23 piles that a child could push over. I don't say that lightly.
`;

const facts: RuleFacts = {
  code: 'quote/altered-from-source',
  title: 'A quote in other words than its transcript',
  why: 'A quote promises what was said, word for word. A transcript beside the article has these words otherwise: a slip in typing, a note from memory, or a change that an editor meant well. Restore what was said, mark a change with brackets or an omission with “…”, or paraphrase without marks. Fillers, contractions, figures for words and other spellings are let pass.',
  sources: [
    { guide: 'AP', says: 'Never alter a quotation, not even to mend grammar or word usage.' },
    { guide: 'Reuters Handbook of Journalism', says: 'Quotes are sacred: do not change the words within them.' },
  ],
  severity: 'warning',
  examples: {
    bad: [
      {
        article: 'Pier to be closed\n\n“The wood is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“I will ask this town to wait another winter,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“We counted 32 piles,” said the surveyor, Tina Marlowe, “that a child could push over.”\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
    good: [
      {
        article:
          'Pier to be closed\n\n“[The timber] is rotten from the second bay outwards … I do not say that lightly,” said the surveyor, Tina Marlowe.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“We counted twenty-three piles that a child could push over,” said the surveyor, Tina Marlowe.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“We have waited long enough for this,” said the landlord of the Anchor, Dan Ruiz.\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
  },
};

/** Reports a quote that a document beside the article has in other words. */
export const quoteAlteredFromSource: Rule = {
  facts,
  check: (article) =>
    judgedQuotes(article).flatMap((judged): Finding[] => {
      const { judgement, evidence, speech } = judged;
      const [place] = evidence.places;
      if (judgement !== 'altered' || !place) return [];
      const source = place.speaker === null ? 'source' : 'transcript';
      return [
        {
          code: facts.code,
          severity: facts.severity,
          span: speech.span,
          message: `The ${source} ${told(judged)} (${whereIs(place)}). Restore its words, mark what you changed, or paraphrase.`,
          related: [{ span: place.span, message: place.words, place }],
          confidence: evidence.kept / Math.max(1, evidence.words),
        },
      ];
    }),
  fixes(article, { span }): Fix[] {
    const judged = judgedQuotes(article).find(({ judgement, speech }) => judgement === 'altered' && sameSpan(speech.span, span));
    if (!judged) return [];
    const edits = judged.evidence.changes.flatMap((change) => restored(article, judged, change) ?? []);
    if (edits.length < judged.evidence.changes.length) return [];
    const source = judged.evidence.places[0]?.speaker === null ? 'source' : 'transcript';
    return [{ title: `Restore the ${source}’s words`, edits, preferred: true, safe: false }];
  },
};

const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** The most changes that a message spells out. */
const MOST_TOLD = 3;

/** "has “timber” for “wood”, and leaves out “really”" */
function told({ evidence: { changes }, speech }: JudgedQuote): string {
  const parts = changes.slice(0, MOST_TOLD).map(({ part, span, words }) => {
    const quoted = (speech.sought.parts[part] ?? '')
      .slice(...span)
      .replace(/\s+/g, ' ')
      .trim();
    if (quoted === '') return `also has “${short(words)}”`;
    return words === '' ? `does not have “${short(quoted)}”` : `has “${short(words)}” for “${short(quoted)}”`;
  });
  if (changes.length > MOST_TOLD) parts.push('differs further');
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? 'differs');
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : words);

/** What puts the source's words in place of a change; null where marks in them would clash with the quote's own. */
function restored({ text }: Article, { speech: { words } }: JudgedQuote, { part, span, words: said }: Change): Edit | null {
  const inner = words[part];
  if (!inner || /[“”"«»‘[\]]/.test(said)) return null;
  const at: Span = [inner[0] + span[0], inner[0] + span[1]];
  const written = text.includes('’') ? said.replaceAll("'", '’') : said;
  if (at[0] === at[1]) {
    // Words that were left out come before the word that they were left out before, or after the last.
    const after = /[\p{L}\p{N}]/u.test(text.charAt(at[0]));
    return { span: at, text: after ? `${written} ` : ` ${written}` };
  }
  if (written !== '') return { span: at, text: at[0] === inner[0] && /\p{Lu}/u.test(text.charAt(at[0])) ? capital(written) : written };
  const end = /\s/.test(text.charAt(at[1])) && at[1] < inner[1] ? at[1] + 1 : at[1];
  const start = end === at[1] && /\s/.test(text.charAt(at[0] - 1)) ? at[0] - 1 : at[0];
  return { span: [start, end], text: '' };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
