import type { Mention } from './mentions';
import type { NameIndex } from './name-index';
import { type Bearer, isStretch, matchName, type NameMatch } from './name-match';

/** What tells whom a name means. */
export type NameSought = Pick<Mention, 'words' | 'gender' | 'kind' | 'titled' | 'place' | 'setting'>;

/** Whom a name may mean, and how the two names go together. */
export interface Namesake<B extends Bearer> {
  readonly bearer: B;
  readonly how: NameMatch;
}

/** The one with the same name in full, or with a longer or shorter form of it. */
export function fullNamesake<B extends Bearer>(index: NameIndex<B>, sought: NameSought): B | undefined {
  const { words } = sought;
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  const ofSurname = index.named(last);
  const found = inFull(ofSurname, sought) ?? (first === last ? undefined : inFull(index.named(first), sought));
  if (found) return found;
  for (const bearer of ofSurname) {
    if (bearer.words.length === 1 && bearer.titled && bearer.kind === 'person' && agrees(sought, bearer)) return bearer;
  }
  return words.length === 1 ? index.alias(first) : undefined;
}

function inFull<B extends Bearer>(bearers: readonly B[], sought: NameSought): B | undefined {
  for (const bearer of bearers) {
    if (bearer.words.length > 1 && isFullName(sought.words, bearer) && agrees(sought, bearer)) return bearer;
  }
  return undefined;
}

/** Whether the one is the other in full, or longer or shorter. */
const isFullName = (words: readonly string[], bearer: Bearer): boolean =>
  matchName(words, bearer) !== null || (bearer.words.length > 1 && bearer.words.length < words.length && isStretch(bearer.words, words));

const NOBODY: readonly never[] = [];

/** Whom a name of one word may mean. */
export function shortNamesakes<B extends Bearer>(index: NameIndex<B>, sought: NameSought): readonly Namesake<B>[] {
  const { words, setting, gender } = sought;
  const word = words[0] ?? '';
  const exact = index.alias(word);
  if (exact) return [{ bearer: exact, how: 'acronym' }];
  let found: Namesake<B>[] | undefined;
  for (const bearer of index.named(word)) {
    const how = agrees(sought, bearer) ? matchName(words, bearer) : null;
    // "in Carrow" is not the Carrow Mercury.
    if (!how || (setting === 'place' && how !== 'full-name' && how !== 'surname')) continue;
    if (found) found.push({ bearer, how });
    else found = [{ bearer, how }];
  }
  if (!found) return NOBODY;
  if (found.length < 2) return found;
  // With a title it is a surname; without, a surname or the whole before a given name, and that before a middle one.
  for (const hows of RANKS) {
    const some = found.filter(({ how }) => hows.includes(how));
    if (some.length > 0) {
      const agreeing = gender ? some.filter(({ bearer }) => bearer.gender === gender) : some;
      return agreeing.length > 0 ? agreeing : some;
    }
  }
  return found;
}

const RANKS: readonly (readonly NameMatch[])[] = [['full-name', 'surname', 'short-name'], ['given-name'], ['part-of-name']];

/** Whether a name and its bearer may be the same by gender and kind. */
export function agrees(sought: Omit<NameSought, 'words' | 'setting'>, bearer: Bearer): boolean {
  if (sought.gender && bearer.gender && sought.gender !== bearer.gender) return false;
  if (sought.titled && bearer.kind === 'organization') return false;
  if (sought.place && bearer.kind === 'organization' && bearer.words.length > 1) return false;
  return sought.kind === null || bearer.kind === null || sought.kind === bearer.kind;
}
