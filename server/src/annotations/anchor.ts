import { overlaps, type Span } from '../text/span';
import { approximateCandidates } from './approximate';
import { type Candidate, standing, surest, type Wanted } from './candidate';
import { contextWords, surroundingsAt } from './context';
import { hintedOffset, placesOf, type Selectors, tellingLength, wereRepeated } from './selectors';
import { wordsOf } from './words';

/** Words from this many on, and this many units, are found by themselves. */
const TELLING_WORDS = 5;
const TELLING_LENGTH = 24;
/** Places with an annotation's very words that are weighed. */
const MOST_PLACES = 100;

/**
 * Finds the words of annotations again in a text that may have changed in any way since: where exactly they stand; else, where words much like them
 * stand in much the same surroundings. Null where they are gone, and where more than one place could be meant: better lost to sight than on wrong
 * words. Linear in the text for any one annotation, and one pass over the text for all that have changed.
 */
export function anchorAll(text: string, all: readonly Selectors[]): (Span | null)[] {
  const tried = all.map((selectors) => exactPlaces(text, selectors));
  const missing = all.filter((_, i) => tried[i]?.sure === null);
  const candidates = missing.length > 0 ? approximateCandidates(text, missing) : [];
  let m = 0;
  return all.map((selectors, i) => {
    const { sure = null, places = [] } = tried[i] ?? {};
    if (sure) return sure;
    const others = (candidates[m++] ?? []).filter(({ span }) => !places.some((place) => overlaps(place.span, span)));
    return surest([...places, ...others], wantedOf(selectors))?.span ?? null;
  });
}

/** See `anchorAll`. */
export const anchor = (text: string, selectors: Selectors): Span | null => anchorAll(text, [selectors])[0] ?? null;

/** The places where the very words stand, and the one that is meant if that is clear whatever else there is. */
function exactPlaces(text: string, selectors: Selectors): { readonly sure: Span | null; readonly places: readonly Candidate[] } {
  const { exact } = selectors;
  if (exact.trim() === '') return { sure: null, places: [] };
  const hinted = hintedOffset(text, selectors);
  if (hinted !== null && standsAt(text, hinted, selectors)) return { sure: [hinted, hinted + exact.length], places: [] };
  const context = contextWords(selectors);
  const found = placesOf(text, exact, MOST_PLACES + 1).filter((at) => keepsWordsWhole(text, at, selectors));
  // Too many to tell one from another; the surroundings may still.
  if (found.length > MOST_PLACES) return { sure: null, places: [] };
  const places = found.map((at): Candidate => {
    const span: Span = [at, at + exact.length];
    return { span, same: 1, changed: 0, figures: true, neighbour: false, ...surroundingsAt(text, span, context) };
  });
  const wanted = wantedOf(selectors);
  const best = surest(places, wanted);
  // Without its surroundings it may be a copy of the words that were meant, which have been edited since.
  return { sure: best && standing(best).both ? best.span : null, places };
}

/** Whether words begin and end at a place as whole or as cut as they were. */
function keepsWordsWhole(text: string, at: number, { exact, prefix, suffix }: Selectors): boolean {
  const end = at + exact.length;
  const wasWhole = !(isLetter(prefix.at(-1)) && isLetter(exact[0]));
  const endedWhole = !(isLetter(exact.at(-1)) && isLetter(suffix[0]));
  return !(wasWhole && isLetter(text[at - 1]) && isLetter(exact[0])) && !(endedWhole && isLetter(exact.at(-1)) && isLetter(text[end]));
}

const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');

/** Whether nothing has changed around a place, nor in it. */
const standsAt = (text: string, at: number, { exact, prefix, suffix }: Selectors): boolean =>
  text.startsWith(exact, at) &&
  text.startsWith(suffix, at + exact.length) &&
  at >= prefix.length &&
  text.startsWith(prefix, at - prefix.length);

function wantedOf(selectors: Selectors): Wanted {
  const count = wordsOf(selectors.exact).words.length;
  return {
    count,
    telling: count >= TELLING_WORDS && selectors.exact.length >= TELLING_LENGTH,
    repeated: wereRepeated(selectors),
    telltale: { left: tellingLength(selectors.prefix), right: tellingLength(selectors.suffix) },
  };
}
