import type { Article, ArticleQuote, Attribution } from '../article';
import { totalLength } from '../text/span';
import { type Voices, voicesOf } from './voices';
import type { WordPlaces } from './word-places';

/** What an attribution has of the article's words. */
export interface Share {
  readonly attribution: Attribution;
  /** The attributions that carry it, the nearest first. */
  readonly carriers: readonly Attribution[];
  /** Which words are its own, in order and apart. */
  readonly at: readonly (readonly [from: number, to: number])[];
  readonly words: number;
  /** How many of them stand in quotation marks. */
  readonly quoted: number;
}

const NOBODY = -1;

/**
 * Shares the words of an article out among its attributions, in their order: each word goes to the one closest to it. Of a relay that is the one that
 * is carried, of an attribution inside another the inner one. O(n log n) in attributions, linear in the words that they hold.
 */
export function sharesOf(article: Article, places: WordPlaces, minimumConfidence: number): Share[] {
  const voices = voicesOf(article);
  const sure = article.attributions
    .filter(({ confidence }) => confidence >= minimumConfidence)
    .map((attribution, i) => ({ attribution, carriers: carriersOf(attribution, voices), i }));
  const owners = new Int32Array(places.count).fill(NOBODY);
  const outerFirst = [...sure].sort(
    (a, b) => a.carriers.length - b.carriers.length || totalLength(b.attribution.content) - totalLength(a.attribution.content),
  );
  for (const { attribution, carriers, i } of outerFirst) {
    // "The Clarion reported, citing two officials, that …": the words that name whom it cites are nobody's.
    if (carriers.length > 0)
      for (const span of [...(attribution.source ?? []), ...attribution.cue]) owners.fill(NOBODY, ...places.within(span));
    for (const span of attribution.content) owners.fill(i, ...places.within(span));
  }
  const quoted = new Uint8Array(places.count);
  for (const { span } of article.quotes.filter(isSpeech)) quoted.fill(1, ...places.within(span));
  const runs: [from: number, to: number][][] = sure.map(() => []);
  const inQuotes = sure.map(() => 0);
  for (let from = 0; from < owners.length; ) {
    const owner = owners[from] ?? NOBODY;
    let to = from;
    let marked = 0;
    for (; to < owners.length && owners[to] === owner; to++) marked += quoted[to] ?? 0;
    if (owner !== NOBODY) {
      runs[owner]?.push([from, to]);
      inQuotes[owner] = (inQuotes[owner] ?? 0) + marked;
    }
    from = to;
  }
  return sure.map(({ attribution, carriers, i }) => {
    const at = runs[i] ?? [];
    return { attribution, carriers, at, words: at.reduce((sum, [from, to]) => sum + to - from, 0), quoted: inQuotes[i] ?? 0 };
  });
}

/** Those who carry an attribution and are somebody else: "Iyer wrote in a note in which she estimated" is no relay. */
const carriersOf = (attribution: Attribution, voices: Voices): Attribution[] =>
  voices.carriers(attribution).filter(({ speaker }) => speaker === null || speaker !== attribution.speaker);

/** Whether somebody speaks in a quote: it is no title, and no words held at arm's length. */
export const isSpeech = ({ kind }: ArticleQuote): boolean => kind !== 'scare' && kind !== 'title';
