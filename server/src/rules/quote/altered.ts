import type { Article } from '../../article';
import { remembered } from '../../text/remembered';
import { type Span, shift } from '../../text/span';
import { align } from '../align';
import { byId, firstQuotes } from '../numbering';
import { isShownAgain, type QuotedWord, quotesOf, type Utterance, utteranceAt, utterancesOf } from '../quoted-words';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';
import { Originals } from './originals';

const facts: RuleFacts = {
  code: 'quote/altered',
  title: 'The same quote in different words',
  why: 'A quote promises what was said, word for word. Where a headline, a pull quote or a later paragraph gives the same words otherwise, at least one of them is not what was said. Restore the wording of the story, or paraphrase without marks.',
  sources: [
    { guide: 'AP', says: 'Never alter a quotation, not even to mend grammar or to make it fit.' },
    { guide: 'Reuters Handbook of Journalism', says: 'Quotes are sacred: do not change words in them, in the headline or below it.' },
  ],
  severity: 'warning',
  examples: {
    bad: [
      '“We stole it”: Ennor win with last kick\n\n“We nicked it, and I’ll take it,” said the manager, Steph Carlyon.\n',
      'Ferry to be sold\n\n> “They have sold the island for a song.”\n\n“They sold this island for a song,” said Tom Hale, who leads the islanders’ union.\n',
      'Pool to close\n\n“I learned to swim in that pool and so did my mother before me,” said Tina Marlowe, who is 81.\n\nThe council will vote in June. “I learned to dive in that pool and so did my mother before me,” Marlowe told it.\n',
      'Pool to close\n\n“I learned to swim in that pool and so did my mother before me,” said Tina Marlowe.\n\n“I learned to swim in this pool, and so did my mother”\n\nThe council meets in June.\n',
    ],
    good: [
      '“We nicked it”: Ennor win with last kick\n\n“We nicked it, and I’ll take it,” said the manager, Steph Carlyon.\n',
      '“Crumbs!” Ovens to stay on\n\n“We nicked it, and I’ll take it,” said the baker, Tina Marlowe.\n',
      '“It is time for a change”\n\n“It is cold,” said the manager, Steph Carlyon.\n',
      '‘We were cheated’: Carrow rage at late penalty\n\n‘We were cheated, and everybody saw it,’ said the Carrow manager, Paul Renwick.\n',
      'Pool to close\n\n“I learned to swim in that pool,” said Tina Marlowe, “and so did my mother before me.”\n\n“I learned to swim in that pool and so did my mother”\n\nThe council meets in June.\n',
      'Pool to close\n\n“We will fight this for our children,” said Tina Marlowe. “We will fight this for our parents.”\n\n“We will not fight anybody,” said the mayor, Tom Hale.\n',
    ],
  },
};

/** A quote and the wording that it departs from. */
interface Altered {
  readonly span: Span;
  readonly words: readonly QuotedWord[];
  /** Where the block of its words starts. */
  readonly offset: number;
  readonly original: readonly QuotedWord[];
  /** What holds the original. */
  readonly from: Utterance;
  readonly shown: boolean;
}

/** Reports a quote that differs in a few words from what the article quotes elsewhere: the headline's from the body's, a later from an earlier. */
export const quoteAltered: Rule = {
  facts,
  check: (article) =>
    alteredQuotes(article).map(({ span, original, from, shown }): Finding => {
      const first = spanOf(original, from.offset);
      const wording = wordingOf(article, from, original);
      const other = wording.length > 80 ? `${wording.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…` : wording;
      return {
        code: facts.code,
        severity: facts.severity,
        span,
        message: `${shown ? 'The story' : 'The article'} quotes this otherwise: “${other}”. Restore what was said, or do without the marks.`,
        related: [{ span: first, message: shown ? 'The wording in the story' : 'The first wording' }],
      };
    }),
  fixes(article, { span }): Fix[] {
    const found = alteredQuotes(article).find((other) => other.span[0] === span[0] && other.span[1] === span[1]);
    if (!found) return [];
    const text = restored(article, found);
    if (text === null) return [];
    const title = found.shown ? 'Restore the wording of the story' : 'Restore the first wording';
    return [{ title, edits: [{ span: spanOf(found.words, found.offset), text }], preferred: true, safe: false }];
  },
};

/** Fewer words of a headline than this could be anybody's. */
const FEWEST_SHOWN = 3;
/** Speakers repeat themselves: in the body it takes more words to tell a slip from a refrain. */
const FEWEST = 7;

const isLong = ({ words }: Utterance): boolean => words.length >= FEWEST;

const alteredQuotes = remembered((article: Article): readonly Altered[] => {
  const { told, shown } = utterancesBy(article);
  const speakerOf = ({ first }: Utterance): string | null =>
    byId(article.attributions, article.quotes[first]?.attribution)?.speaker ?? null;
  const found: Altered[] = [];
  const known = new Originals(told, isLong, shown);
  for (const [at, utterance] of told.entries()) {
    const original = isLong(utterance) ? known.nearest(utterance) : undefined;
    if (original && original.block !== utterance.block) {
      const [one, other] = [speakerOf(original), speakerOf(utterance)];
      const match = one === null || other === null || one === other ? matchOf(utterance, original, 0.25) : null;
      if (match) found.push({ ...placeOf(article, utterance), original: match, from: original, shown: false });
    }
    known.add(at);
  }
  for (const utterance of shown) {
    const original = utterance.words.length >= 5 ? known.nearest(utterance) : undefined;
    const match = original && matchOf(utterance, original, 0.34);
    const likeness = match && original ? { original: match, from: original } : known.opening(article, utterance);
    if (likeness) found.push({ ...placeOf(article, utterance), ...likeness, shown: true });
  }
  const cut = (span: Span): boolean => /…|\.\.\.|\[/.test(article.text.slice(span[0], span[1]));
  return found
    .filter(({ words, offset, original, from }) => !cut(spanOf(words, offset)) && !cut(spanOf(original, from.offset)))
    .sort((a, b) => a.span[0] - b.span[0]);
});

/** What the article tells, and what it shows again. */
function utterancesBy(article: Article): { told: readonly Utterance[]; shown: readonly Utterance[] } {
  const told: Utterance[] = [];
  const shown: Utterance[] = [];
  const firstOf = firstQuotes(article);
  for (const utterance of utterancesOf(article)) {
    const { first, count, block } = utterance;
    const quote = article.quotes[first];
    if (!quote || quote.kind === 'title' || quote.kind === 'unclosed') continue;
    if (!isShownAgain(article, quote)) told.push(utterance);
    // A headline splices what it quotes; each piece has to be what was said.
    else
      for (let q = first; q < first + count; q++) {
        const piece = utteranceAt(article, q, 1, q - (firstOf[block] ?? 0));
        if (piece.words.length >= FEWEST_SHOWN) shown.push(piece);
      }
  }
  return { told, shown };
}

const placeOf = (article: Article, utterance: Utterance): Pick<Altered, 'span' | 'words' | 'offset'> => ({
  span: hullOf(article, utterance),
  words: utterance.words,
  offset: utterance.offset,
});

/** The words of `original` that `quote` means to give, where it changes some and no more than `share` of its own; the ends agree. */
function matchOf({ words }: Utterance, { words: whole }: Utterance, share: number): readonly QuotedWord[] | null {
  const part = words.map(({ word }) => word);
  const row = whole.map(({ word }) => word);
  const { first, last, changes } = align(part, row);
  if (changes === 0 || changes > Math.floor(part.length * share)) return null;
  return row[first] === part[0] && row[last - 1] === part.at(-1) ? whole.slice(first, last) : null;
}

const hullOf = ({ quotes }: Article, { first, count }: Utterance): Span => [
  quotes[first]?.span[0] ?? 0,
  quotes[first + count - 1]?.span[1] ?? 0,
];

const spanOf = (words: readonly QuotedWord[], offset: number): Span => shift([words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0], offset);

/** The words as the article has them, without an attribution that stands between them. */
function wordingOf(article: Article, utterance: Utterance, words: readonly QuotedWord[]): string {
  const { text } = article;
  const [start, end] = spanOf(words, utterance.offset);
  return quotesOf(article, utterance)
    .map(({ span, mark }) => text.slice(Math.max(start, span[0] + mark.length), Math.max(start, Math.min(end, span[1] - 1))).trim())
    .filter((piece) => piece !== '')
    .join(' ');
}

/** What the quote would read; null where marks within it would clash with its own. */
function restored(article: Article, { words, offset, original, from }: Altered): string | null {
  const quoted = article.text.slice(...spanOf(words, offset));
  const wording = wordingOf(article, from, original);
  if (wording === '' || /[“”"«»‘]/.test(wording + quoted)) return null;
  const [first] = original;
  const [own] = words;
  const length = first ? first.span[1] - first.span[0] : 0;
  // The first words agree but perhaps in their capitals, which are for the place where the quote stands.
  return own && first && own.word === first.word && length === own.span[1] - own.span[0]
    ? article.text.slice(...shift(own.span, offset)) + wording.slice(length)
    : wording;
}
