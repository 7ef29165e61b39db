import type { Article, ArticleQuote } from '../../article';
import { remembered, rememberedPair } from '../../text/remembered';
import { type Span, shift } from '../../text/span';
import { align } from '../align';
import { lookFor } from '../by-block';
import { byId, firstQuotes } from '../numbering';
import { type QuotedWord, type Row, type Utterance, utterancesIn } from '../quoted-words';
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

/** An utterance in its place. */
interface Placed {
  readonly utterance: Utterance;
  readonly block: number;
  /** Where that starts. */
  readonly offset: number;
}

/** A quote and the wording that it departs from. */
interface Altered {
  readonly span: Span;
  readonly quote: Placed;
  readonly original: readonly QuotedWord[];
  /** What holds the original. */
  readonly from: Placed;
  readonly isShown: boolean;
}

/** Reports a quote that differs in a few words from what the article quotes elsewhere: the headline's from the body's, a later from an earlier. */
export const quoteAltered: Rule = {
  facts,
  check: (article) =>
    alteredQuotes(article).map(({ span, original, from, isShown }): Finding => {
      const first = spanOf(original, from.offset);
      const wording = wordingOf(article, from, original);
      const other = wording.length > 80 ? `${wording.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…` : wording;
      return {
        code: facts.code,
        severity: facts.severity,
        span,
        message: `${isShown ? 'The story' : 'The article'} quotes this otherwise: “${other}”. Restore what was said, or do without the marks.`,
        related: [{ span: first, message: isShown ? 'The wording in the story' : 'The first wording' }],
      };
    }),
  fixes(article, { span }): Fix[] {
    const found = alteredQuotes(article).find((other) => other.span[0] === span[0] && other.span[1] === span[1]);
    if (!found) return [];
    const text = restored(article, found);
    if (text === null) return [];
    const { utterance, offset } = found.quote;
    const title = found.isShown ? 'Restore the wording of the story' : 'Restore the first wording';
    return [{ title, edits: [{ span: spanOf(utterance.words, offset), text }], preferred: true, safe: false }];
  },
};

/** Fewer words of a headline than this could be anybody's. */
const FEWEST_SHOWN = 3;
/** Of so few words one is told by what stands around it. */
const FEWEST_LIKE = 5;
/** Speakers repeat themselves: in the body it takes more words to tell a slip from a refrain. */
const FEWEST = 7;
/** The most words that may be others, as a share: of a headline's quote, and of one in the body. */
const SHOWN_CHANGES = 0.34;
const CHANGES = 0.25;

const quoting = lookFor(({ quotes }) => (quotes.length > 0 ? [quotes] : []));

const alteredQuotes = remembered((article: Article): readonly Altered[] => {
  const { told, shown } = utterancesBy(article);
  const known = originalsOf(told.rows, shown.rows);
  const found: Altered[] = [];
  const isCut = (span: Span): boolean => /…|\.\.\.|\[/.test(article.text.slice(span[0], span[1]));
  const report = (quote: Placed, original: readonly QuotedWord[], from: Placed, isShown: boolean): void => {
    if (isCut(spanOf(quote.utterance.words, quote.offset)) || isCut(spanOf(original, from.offset))) return;
    found.push({ span: hullOf(article, quote), quote, original, from, isShown });
  };
  for (let at = 0; at < told.rows.length; at++) {
    const nearest = known.before[at] ?? -1;
    if (nearest < 0 || told.blocks[nearest] === told.blocks[at]) continue;
    const [quote, from] = [told.at(at), told.at(nearest)];
    if (!quote || !from || !mayBeOnes(speakerOf(article, from), speakerOf(article, quote))) continue;
    const match = matchOf(quote.utterance, from.utterance, CHANGES);
    if (match) report(quote, match, from, false);
  }
  for (const [at, row] of shown.rows.entries()) {
    const isLong = row.words.length >= FEWEST_LIKE;
    const isClause = (other: number, words: number): boolean => endsClause(article, told.at(other), words);
    const from = told.at(isLong ? known.nearest(row, mostChanges(row, SHOWN_CHANGES)) : known.opening(row, isClause));
    const quote = shown.at(at);
    if (!quote || !from) continue;
    const match = isLong ? matchOf(quote.utterance, from.utterance, SHOWN_CHANGES) : from.utterance.words.slice(0, row.words.length);
    if (match) report(quote, match, from, true);
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
});

/** What was found of the words that begin with a row's, last. */
const latest = new WeakMap<Int32Array, Originals>();

/** Holds utterances against each other; those of the version before are held already, where an edit changed none of their words. */
function originalsOf(told: readonly Row[], shown: readonly Row[]): Originals {
  const key = told[0]?.hashes;
  const last = key && latest.get(key);
  if (last?.isOf(told, shown)) return last;
  const made = new Originals(told, shown, (row) => (row.words.length < FEWEST ? -1 : mostChanges(row, CHANGES)));
  if (key) latest.set(key, made);
  return made;
}

/** Utterances of an article, in order; their words and their blocks each in a list. */
class Utterances {
  readonly rows: Utterance[] = [];
  readonly blocks: number[] = [];

  constructor(private readonly article: Article) {}

  add(utterance: Utterance, block: number): void {
    this.rows.push(utterance);
    this.blocks.push(block);
  }

  at(index: number): Placed | undefined {
    const [utterance, block = -1] = [this.rows[index], this.blocks[index]];
    return utterance && { utterance, block, offset: this.article.blocks[block]?.span[0] ?? 0 };
  }
}

/** What the article tells, and what it shows again. */
function utterancesBy(article: Article): { told: Utterances; shown: Utterances } {
  const [told, shown] = [new Utterances(article), new Utterances(article)];
  for (const block of quoting(article).blocks) {
    const linked = article.blocks[block]?.linked;
    for (const utterance of linked ? utterancesIn(linked) : []) {
      if (!utterance.isShown || article.attributions.length === 0) told.add(utterance, block);
      else if (utterance.words.length >= FEWEST_SHOWN) shown.add(utterance, block);
    }
  }
  return { told, shown };
}

const speakerOf = (article: Article, placed: Placed): string | null =>
  byId(article.attributions, quotesOf(article, placed)[0]?.attribution)?.speaker ?? null;

/** Whether two speakers may be one; nobody knows of one who is not named. */
const mayBeOnes = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

const mostChanges = ({ words }: Row, share: number): number => Math.floor(words.length * share);

/** Whether a mark stands after the first words of a quote. */
function endsClause({ text }: Article, placed: Placed | undefined, words: number): boolean {
  const end = (placed?.offset ?? 0) + (placed?.utterance.words[words - 1]?.span[1] ?? 0);
  return /^[,.;:!?”’"']/.test(text.slice(end, end + 1));
}

/** How the words of one row lie in those of another. */
const aligned = rememberedPair((quote: Row, original: Row) =>
  align(
    quote.words.map(({ word }) => word),
    original.words.map(({ word }) => word),
  ),
);

/** The words of `original` that a quote means to give, where it changes some and no more than `share` of its own; the ends agree. */
function matchOf(quote: Row, original: Row, share: number): readonly QuotedWord[] | null {
  const { first, last, changes } = aligned(quote, original);
  if (changes === 0 || changes > mostChanges(quote, share)) return null;
  const ends = original.words[first]?.word === quote.words[0]?.word && original.words[last - 1]?.word === quote.words.at(-1)?.word;
  return ends ? original.words.slice(first, last) : null;
}

/** The quotes of an utterance. */
function quotesOf(article: Article, { utterance: { first, count }, block }: Placed): readonly ArticleQuote[] {
  const start = (firstQuotes(article)[block] ?? 0) + first;
  return article.quotes.slice(start, start + count);
}

function hullOf(article: Article, placed: Placed): Span {
  const quotes = quotesOf(article, placed);
  return [quotes[0]?.span[0] ?? 0, quotes.at(-1)?.span[1] ?? 0];
}

const spanOf = (words: readonly QuotedWord[], offset: number): Span => shift([words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0], offset);

/** The words as the article has them, without an attribution that stands between them. */
function wordingOf(article: Article, placed: Placed, words: readonly QuotedWord[]): string {
  const { text } = article;
  const [start, end] = spanOf(words, placed.offset);
  return quotesOf(article, placed)
    .map(({ span, mark }) => text.slice(Math.max(start, span[0] + mark.length), Math.max(start, Math.min(end, span[1] - 1))).trim())
    .filter((piece) => piece !== '')
    .join(' ');
}

/** What the quote would read; null where marks within it would clash with its own. */
function restored(article: Article, { quote, original, from }: Altered): string | null {
  const { offset } = quote;
  const { words } = quote.utterance;
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
