import type { Article } from '../../article';
import { remembered } from '../../text/remembered';
import { type Span, shift } from '../../text/span';
import { align } from '../align';
import { blocksOfAttributions, isShownAgain, type QuotedWord, type Utterance, utterancesOf, wordsOf } from '../quoted-words';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';

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
/** How many places of two words in a row are remembered; commoner ones tell nothing. */
const PLACES = 16;

const alteredQuotes = remembered((article: Article): readonly Altered[] => {
  const speakers = new Map(article.attributions.map(({ id, speaker }) => [id, speaker]));
  const blockOf = blocksOfAttributions(article);
  const told: Utterance[] = [];
  const shown: Utterance[] = [];
  const found: Altered[] = [];
  const speakerOf = ({ quotes: [quote] }: Utterance): string | null => speakers.get(quote?.attribution ?? '') ?? null;
  for (const utterance of utterancesOf(article)) {
    const [quote] = utterance.quotes;
    if (!quote || quote.kind === 'title' || quote.kind === 'unclosed') continue;
    if (isShownAgain(article, quote, blockOf)) {
      // A headline splices what it quotes; each piece has to be what was said.
      for (const piece of utterance.quotes) shown.push({ quotes: [piece], words: wordsOf(article, piece), offset: utterance.offset });
    } else told.push(utterance);
  }
  const known = new Originals(told, shown);
  for (const [at, utterance] of told.entries()) {
    const original = utterance.words.length < FEWEST ? undefined : known.nearest(utterance);
    if (original && original.quotes[0]?.block !== utterance.quotes[0]?.block) {
      const [one, other] = [speakerOf(original), speakerOf(utterance)];
      const match = one === null || other === null || one === other ? matchOf(utterance, original, 0.25) : null;
      if (match) found.push({ ...placeOf(utterance), original: match, from: original, shown: false });
    }
    known.add(at);
  }
  for (const utterance of shown) {
    if (utterance.words.length < FEWEST_SHOWN) continue;
    const original = known.nearest(utterance);
    const match = original && utterance.words.length >= 5 ? matchOf(utterance, original, 0.34) : null;
    const likeness = match && original ? { original: match, from: original } : known.opening(article, utterance);
    if (likeness) found.push({ ...placeOf(utterance), ...likeness, shown: true });
  }
  const cut = (span: Span): boolean => /…|\.\.\.|\[/.test(article.text.slice(span[0], span[1]));
  return found
    .filter(({ words, offset, original, from }) => !cut(spanOf(words, offset)) && !cut(spanOf(original, from.offset)))
    .sort((a, b) => a.span[0] - b.span[0]);
});

const placeOf = (utterance: Utterance): Pick<Altered, 'span' | 'words' | 'offset'> => ({
  span: hullOf(utterance),
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

/** The quotes that others may be repeating, found by two words in a row. */
class Originals {
  /** Places in `told`. */
  readonly #byPair = new Map<string, number[]>();
  readonly #byFirst = new Map<string, Utterance[]>();
  /** By its hash how often each pair stands in all utterances, up to two: most stand once, and need not be looked for. */
  readonly #counts = new Uint8Array(1 << HASH_BITS);
  /** For the utterance at hand how many pairs each other one shares with it, by that one's place in `told`. */
  readonly #shared: Uint16Array;

  /** Whatever will be added or looked for. */
  constructor(
    private readonly told: readonly Utterance[],
    shown: readonly Utterance[],
  ) {
    for (const { words } of [...told, ...shown])
      for (const hash of pairsOf(words).hashes) if ((this.#counts[hash] ?? 0) < 2) this.#counts[hash] = (this.#counts[hash] ?? 0) + 1;
    this.#shared = new Uint16Array(told.length);
  }

  /** The pairs of an utterance that may stand elsewhere. */
  #common({ words }: Utterance): readonly string[] {
    const { pairs, hashes } = pairsOf(words);
    return pairs.filter((_, i) => (this.#counts[hashes[i] ?? 0] ?? 0) > 1);
  }

  /** Adds the utterance at a place of `told`. */
  add(at: number): void {
    const utterance = this.told[at];
    if (!utterance) return;
    for (const pair of this.#common(utterance)) note(this.#byPair, pair, at);
    const first = utterance.words[0]?.word;
    if (first !== undefined) note(this.#byFirst, first, utterance);
  }

  /** The one that shares most pairs of words, if these are two fifths of them; of several the one met first. */
  nearest(utterance: Utterance): Utterance | undefined {
    const common = this.#common(utterance);
    const least = (utterance.words.length - 1) * 0.4 - 0.5;
    if (common.length <= least) return undefined;
    const met: number[] = [];
    for (const pair of common) {
      for (const at of this.#byPair.get(pair) ?? []) {
        if (this.#shared[at] === 0) met.push(at);
        this.#shared[at] = (this.#shared[at] ?? 0) + 1;
      }
    }
    let best: Utterance | undefined;
    let most = least;
    for (const at of met) {
      const count = this.#shared[at] ?? 0;
      this.#shared[at] = 0;
      if (count <= most) continue;
      best = this.told[at];
      most = count;
    }
    return best;
  }

  /** "We stole it" of a quote that opens with "We nicked it,": a short clause of which one telling word is another. Nothing where it stands anywhere as it is. */
  opening({ text }: Article, utterance: Utterance): Pick<Altered, 'original' | 'from'> | null {
    const { words } = utterance;
    if (words.length > 4) return null;
    const exact = this.#byFirst
      .get(words[0]?.word ?? '')
      ?.some(({ words: other }) => words.every(({ word }, i) => other[i]?.word === word));
    if (exact || this.#holds(words)) return null;
    for (const from of this.#byFirst.get(words[0]?.word ?? '') ?? []) {
      const start = from.words.slice(0, words.length);
      const changed = start.filter(({ word }, i) => word !== words[i]?.word);
      const end = start.at(-1)?.span[1] ?? 0;
      const same = start.length === words.length && changed.length === 1 && start.at(-1)?.word === words.at(-1)?.word;
      const telling =
        changed.every(({ word }) => word.length > 3) && words.every(({ word }, i) => word === start[i]?.word || word.length > 3);
      if (same && telling && /^[,.;:!?”’"']/.test(text.slice(from.offset + end, from.offset + end + 1))) return { original: start, from };
    }
    return null;
  }

  #holds(words: readonly QuotedWord[]): boolean {
    const [a, b] = words;
    const row = words.map(({ word }) => word);
    const holders = this.#byPair.get(`${a?.word} ${b?.word}`) ?? [];
    return holders.some(
      (at) =>
        align(
          row,
          (this.told[at]?.words ?? []).map(({ word }) => word),
        ).changes === 0,
    );
  }
}

/** Bits of a pair's hash. */
const HASH_BITS = 20;

/** Each two words in a row, and a hash of them. */
const pairsOf = remembered((words: readonly QuotedWord[]) => {
  const pairs = words.slice(1).map(({ word }, i) => `${words[i]?.word} ${word}`);
  return { pairs, hashes: Uint32Array.from(pairs, hashOf) };
});

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> HASH_BITS)) & ((1 << HASH_BITS) - 1);
}

function note<T>(index: Map<string, T[]>, key: string, place: T): void {
  const places = index.get(key);
  if (!places) index.set(key, [place]);
  else if (places.length < PLACES && places.at(-1) !== place) places.push(place);
}

const hullOf = ({ quotes }: Utterance): Span => [quotes[0]?.span[0] ?? 0, quotes.at(-1)?.span[1] ?? 0];

const spanOf = (words: readonly QuotedWord[], offset: number): Span => shift([words[0]?.span[0] ?? 0, words.at(-1)?.span[1] ?? 0], offset);

/** The words as the article has them, without an attribution that stands between them. */
function wordingOf({ text }: Article, { quotes, offset }: Utterance, words: readonly QuotedWord[]): string {
  const [start, end] = spanOf(words, offset);
  return quotes
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
