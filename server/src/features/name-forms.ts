import { PARTICLES } from '../attribution/lexicon/titles';

/** A name as its words. */
export type NameWords = readonly string[];

/** A word of a naming, by the word of the full name that it is: itself, or its initial. */
interface Part {
  readonly index: number;
  readonly initial: boolean;
}

const SMALL: ReadonlySet<string> = new Set(PARTICLES.split(' '));
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The words of a name, and the white space between them. */
export function splitName(name: string): { readonly words: NameWords; readonly gaps: readonly string[] } {
  const words = name.split(/\s+/).filter(Boolean);
  const gaps = [...name.trim().matchAll(/\s+/g)].map(([gap]) => gap);
  return { words, gaps };
}

/** Where the family name of a person begins: at its last word, or at the small words before that ("van der Berg"); "Jr" comes after it. */
export function familyStart(words: NameWords): number {
  let last = words.length - 1;
  while (last > 0 && GENERATION.test(words[last] ?? '')) last--;
  while (last > 1 && SMALL.has((words[last - 1] ?? '').toLowerCase())) last--;
  return Math.max(0, last);
}

/** How the words of a naming are those of the full name, in their order; null where it has a word that is none of them. */
export function partsOf(naming: NameWords, full: NameWords): readonly Part[] | null {
  const parts: Part[] = [];
  let from = 0;
  for (const word of naming) {
    const index = full.findIndex((other, i) => i >= from && (same(word, other) || isInitial(word, other)));
    if (index < 0) return null;
    parts.push({ index, initial: !same(word, full[index] ?? '') });
    from = index + 1;
  }
  return parts.length > 0 ? parts : null;
}

const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'");
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const isInitial = (word: string, full: string): boolean => /^\p{L}\.?$/u.test(word) && plain(full).startsWith(plain(word.charAt(0)));

/**
 * What a naming becomes when the full name `from` becomes `to`: full names full, family names family names, first names first names, initials initials,
 * capitals capitals. Null where the naming is not made of the words of `from`. `person`: the last word is a family name; otherwise it has none.
 */
export function renamed(naming: NameWords, from: NameWords, to: NameWords, person: boolean): NameWords | null {
  const parts = partsOf(naming, from);
  if (!parts) return null;
  const made = person ? renamedPerson(parts, from, to) : from.length === to.length ? parts.map((part) => pick(part, to)) : to;
  const capitals = naming.every((word) => isCapitals(word)) && !from.every((word) => isCapitals(word));
  return capitals ? made.map((word) => word.toUpperCase()) : made;
}

function renamedPerson(parts: readonly Part[], from: NameWords, to: NameWords): NameWords {
  if (parts.length === from.length && parts.every(({ initial }) => !initial)) return to;
  const [old, now] = [familyStart(from), familyStart(to)];
  const given = parts.filter(({ index }) => index < old);
  const family = parts.filter(({ index }) => index >= old);
  const first = old === now ? given.map((part) => pick(part, to)) : givenOf(given, old, to.slice(0, now));
  // A word from the middle that stands alone is one of two family names rather than a second first name.
  if (family.length === 0) return old !== now && given.every(({ index }) => index > 0) ? to.slice(now) : first;
  const whole = family.length === from.length - old || from.length - old === to.length - now;
  const last =
    whole && from.length - old === to.length - now
      ? family.map((part) => pick({ ...part, index: part.index - old + now }, to))
      : to.slice(now);
  return [...first, ...last];
}

/** First names where the new name has more or fewer of them. */
function givenOf(parts: readonly Part[], count: number, names: NameWords): NameWords {
  if (parts.length === count && parts.every(({ initial }) => !initial)) return names;
  const [first] = parts;
  return first && names.length > 0 ? [pick({ ...first, index: 0 }, names)] : [];
}

const pick = ({ index, initial }: Part, names: NameWords): string => {
  const word = names[index] ?? names.at(-1) ?? '';
  return initial ? `${String.fromCodePoint(word.codePointAt(0) ?? 0x3f)}.` : word;
};

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
