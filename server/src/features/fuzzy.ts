/** How well a query fits a name, from best to worst. */
const EXACT = 0;
const START = 1;
const WORD = 2;
const WORDS = 3;
const INSIDE = 4;
const SCATTERED = 5;

/** A text as it is compared: in small letters, without accents, apostrophes straight. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');

/**
 * How well a folded query fits a folded name, 0 best; null where it doesn’t: its letters must come up in the name in order. Best is the name itself, then its
 * start, the start of a word, the starts of several words (“an ru”), a part, scattered letters. The empty query fits everything.
 */
export function rankOf(query: string, name: string): number | null {
  if (query === name) return EXACT;
  if (name.startsWith(query)) return START;
  if (name.includes(` ${query}`) || name.includes(`-${query}`)) return WORD;
  if (startsWords(query.split(' ').filter(Boolean), name.split(/[ -]/))) return WORDS;
  if (name.includes(query)) return INSIDE;
  let at = 0;
  for (const character of query) {
    if (character === ' ') continue;
    at = name.indexOf(character, at) + 1;
    if (at === 0) return null;
  }
  return SCATTERED;
}

/** Whether each part begins a word of its own, in their order. */
function startsWords(parts: readonly string[], words: readonly string[]): boolean {
  let w = 0;
  for (const part of parts) {
    while (w < words.length && !words[w]?.startsWith(part)) w++;
    if (w++ >= words.length) return false;
  }
  return parts.length > 0;
}
