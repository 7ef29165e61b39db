import { isWord } from '../text/characters';
import { isTrailingHalf, offsetOfPoint, pointsBefore } from '../text/code-points';
import { overlaps, type Span } from '../text/span';
import { approximateCandidates } from './approximate';

/** How an annotation points at its words: by the words and those around them, and by their place. */
export interface Selectors {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where the words stood when this was written, in code points from the start of the text; null where nobody says. */
  readonly start: number | null;
}

/** How much text goes along on either side of words that stand in the text once; in UTF-16 units. */
const CONTEXT = 32;
/** The same, of words that stand in it more than once: at least, and at most; and beyond what another place shares. */
const CONTEXT_OF_REPEATED = 40;
const MOST_CONTEXT = 256;
const BEYOND = 32;
/** So much has to be the same of what no other place shares. */
const TELLS = 4;
/** Other places with the same words that are looked at. */
const MOST_PLACES = 500;

/**
 * The selectors of a span. Words that stand in the text more than once, or all but so, take more of their surroundings along, as far as needed to tell
 * them apart; so that a long context also says, later, that the words alone are not enough, and how much around them is. Linear in the text.
 */
export function selectorsFor(text: string, span: Span): Selectors {
  const [start, end] = span;
  const exact = text.slice(start, end);
  const others = othersLike(text, span);
  const least = others.length > 0 ? CONTEXT_OF_REPEATED : CONTEXT;
  const before = Math.max(least, ...others.map(([at]) => sharedBefore(text, start, at) + BEYOND));
  const after = Math.max(least, ...others.map(([, at]) => sharedAfter(text, end, at) + BEYOND));
  const from = wholeCharacter(text, start - reachOf(before, start));
  const to = wholeCharacter(text, end + reachOf(after, text.length - end));
  return { exact, prefix: text.slice(from, start), suffix: text.slice(end, to), start: pointsBefore(text, start) };
}

/** How much context there can be of as much as is wanted. One that the text cuts short is short enough to be known as such. */
function reachOf(wanted: number, there: number): number {
  if (wanted <= Math.min(there, MOST_CONTEXT)) return wanted;
  return Math.min(there, CONTEXT_OF_REPEATED - 2);
}

/** From this share of words in common on, two passages are all but the same. */
const LIKE = 0.6;

/** The other passages of a text that are the same as one, or all but the same. */
function othersLike(text: string, span: Span): Span[] {
  const exact = text.slice(...span);
  const same = placesOf(text, exact, MOST_PLACES).map((at): Span => [at, at + exact.length]);
  const [candidates = []] = approximateCandidates(text, [{ exact, prefix: '', suffix: '', start: null }]);
  const like = candidates.flatMap((candidate) => (candidate.same >= LIKE ? [candidate.span] : []));
  return [...same.filter(([at]) => at !== span[0]), ...like.filter((other) => !overlaps(other, span))];
}

/** Whether the words, or others all but the same, stood in more than one place when the selectors were made, so that they alone do not tell which is meant. */
export const wereRepeated = ({ prefix, suffix }: Selectors): boolean => prefix.length > CONTEXT || suffix.length > CONTEXT;

/** How much of a context, from the words on, has to be the same for none of the other places to be meant; a context cut short by the text's end cannot tell. */
export const tellingLength = (context: string): number =>
  context.length >= CONTEXT_OF_REPEATED ? context.length - BEYOND + TELLS : Number.POSITIVE_INFINITY;

/** The offset in `text` that the selectors give. */
export const hintedOffset = (text: string, { start }: Selectors): number | null => (start === null ? null : offsetOfPoint(text, start));

/** Where `words` stand in `text`, the first `most`; overlapping places too. */
export function placesOf(text: string, words: string, most: number): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function sharedBefore(text: string, a: number, b: number): number {
  let shared = 0;
  while (shared < MOST_CONTEXT && shared < a && shared < b && isAlike(text, a - shared - 1, b - shared - 1)) shared++;
  return shared;
}

function sharedAfter(text: string, a: number, b: number): number {
  let shared = 0;
  while (shared < MOST_CONTEXT && a + shared < text.length && b + shared < text.length && isAlike(text, a + shared, b + shared)) shared++;
  return shared;
}

/** Whether two units count as the same: one mark or space is like another, for they are soon changed. */
const isAlike = (text: string, a: number, b: number): boolean =>
  text[a] === text[b] || (!isWord(text.charCodeAt(a)) && !isWord(text.charCodeAt(b)));

const wholeCharacter = (text: string, at: number): number => (isTrailingHalf(text, at) ? at - 1 : at);
