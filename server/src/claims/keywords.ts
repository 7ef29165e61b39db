import { rememberedText } from '../text/remembered';

/** Letters that tell one word from another, whatever its ending. */
const STEM = 6;
/** Words that say nothing about what a sentence is about. */
const EMPTY = new Set(
  'about above after again against along already although among another around because before behind being below between beyond could during either every first following further given having himself herself however including inside instead itself last later least many might money month months more most much never nothing often other others outside people perhaps quite rather really several should since something still their there these thing things think those though three through today together toward towards under until using very week weeks well were what when where whether which while whose will within without would year years yesterday told says said saying added according reported'.split(
    ' ',
  ),
);

/**
 * The words and figures that a sentence is about, each once: stems of longer words, names, and figures. Several ask for the same sentence one after the
 * other; what is kept for longer is kept as numbers (keyword-numbers.ts).
 */
export const keywordsOf = rememberedText((text): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const [match] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu)) {
    const word = withoutEnding(match);
    const lower = word.toLowerCase();
    if (/\p{N}/u.test(word)) words.add(lower);
    else if ((word.length > 4 || (word.length > 2 && word !== lower)) && !EMPTY.has(lower)) words.add(lower.slice(0, STEM));
  }
  return words;
}, 1_000);

/** A word without the marks at its end, or without its "’s". */
function withoutEnding(word: string): string {
  let end = word.length;
  while (end > 0 && MARKS.includes(word.charAt(end - 1))) end--;
  if (end < word.length) return word.slice(0, end);
  const owned = word.charAt(end - 1) === 's' && "’'".includes(word.charAt(end - 2) || ' ');
  return owned ? word.slice(0, -2) : word;
}

const MARKS = ".,’'-";
