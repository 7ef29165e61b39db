import { KNOWN_PHRASES } from './lexicon/organizations';
import * as C from './lexicon/word-classes';
import type { NameRun } from './names';
import { ALL_CAPITALS, CAPITALISED, is, isVerb, shapeAt, type Wording, wordAt } from './wording';

/** What a name names by its own words: *place* counts as a speaker only where it does what a speaker does; null where nothing tells. */
export type NameKind = 'person' | 'organization' | 'place' | null;

/** A run of capitalised words, understood. Token indices. */
export interface Naming {
  readonly first: number;
  readonly last: number;
  /** The name without titles and roles; `nameFirst === last` where there is only a role ("the Prime Minister"). */
  readonly nameFirst: number;
  /** The role or office before the name, `[roleFirst, nameFirst)`; empty where it has none. Forms of address ("Mr") are no roles. */
  readonly roleFirst: number;
  readonly roleLast: number;
  readonly kind: NameKind;
  readonly gender: 'female' | 'male' | null;
  /** What a bare given name, or the ending of an unknown one, makes likely. */
  readonly lean: 'female' | 'male' | null;
  /** The name's words in lower case, without initials, particles' endings and suffixes like "Jr". */
  readonly words: readonly string[];
  /** A form of address or a rank stands before it. */
  readonly titled: boolean;
  readonly doubtful: boolean;
  readonly sentence: number;
}

const PHRASES: ReadonlySet<string> = new Set(KNOWN_PHRASES);
const OFFICE_LIKE = C.OFFICE | C.TITLE | C.HONORIFIC;
/** Endings of organisations that are family names as well, after a given name. */
const ALSO_SURNAMES = new Set(['church', 'hall', 'hill', 'lake', 'park', 'house', 'bank', 'court', 'star', 'mail', 'post', 'county', 'rivers', 'street', 'bay', 'lane', 'force', 'union', 'castle', 'mountain', 'beach', 'palace', 'parish', 'power', 'forest']); // biome-ignore format: one list

/** Understands a run of capitalised words: where its name starts, what it names, of which gender. */
export function readName(w: Wording, { first, last, doubtful, sentence }: NameRun): Naming {
  const organised = endsOrganisation(w, first, last);
  const nameFirst = organised ? first : nameStart(w, first, last);
  let titled = false;
  let gender: Naming['gender'] = null;
  let roleFirst = first;
  let roleLast = nameFirst;
  for (let i = first; i < nameFirst; i++) {
    if (is(w, i, C.HONORIFIC | C.TITLE)) titled = true;
    if (is(w, i, C.FEMALE_WORD)) gender = 'female';
    else if (is(w, i, C.MALE_WORD)) gender = 'male';
  }
  while (roleFirst < nameFirst && isAddress(w, roleFirst)) roleFirst++;
  while (roleLast > roleFirst && isAddress(w, roleLast - 1)) roleLast--;
  const words = nameWords(w, nameFirst, last);
  const kind = kindOf(w, first, nameFirst, last, organised);
  const given = kind === 'organization' || kind === 'place' || nameFirst >= last ? null : genderOfGiven(w, nameFirst, last);
  // A bare surname may look like a given name ("Thomas", "Anselm").
  if (gender === null && last - nameFirst > 1) gender = given;
  const lean = given ?? leanOf(w, nameFirst, last);
  return { first, last, nameFirst, roleFirst, roleLast, kind, gender, lean, words, titled, doubtful, sentence };
}

/** "Mr", "Ms", "Dr": they tell no role. */
const ADDRESSES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'messrs', 'mister', 'sir', 'dame', 'lord', 'lady', 'madam', 'mme', 'mlle', 'm', 'herr', 'frau', 'señor', 'señora', 'sr', 'sra', 'signor', 'signora', 'dr', 'prof']); // biome-ignore format: one list
const isAddress = (w: Wording, i: number): boolean => ADDRESSES.has(wordAt(w, i));

/** The token at which the name starts after its titles and roles; `last` where the run is nothing but a role. */
function nameStart(w: Wording, first: number, last: number): number {
  let start = first;
  for (let i = first; i < last; i++) {
    // What follows a given name is its family name, whatever else the word may mean.
    if (is(w, i, C.GIVEN_NAME) && !is(w, i, OFFICE_LIKE | C.PLACE | C.DOUBTFUL_NAME)) break;
    if (!is(w, i, OFFICE_LIKE) || isNewspaper(w, i, first, last)) continue;
    const after = wordAt(w, i + 1);
    if ((after === 'of' || after === 'for') && i + 1 < last) {
      start = officeEnd(w, i + 2, last);
      i = start - 1;
    } else if (!(i === last - 1 && i > first && looksLikeSurname(w, i, first))) start = i + 1;
  }
  if (start > first) return start;
  // "American Tom Hale": where somebody is from is no part of the name; in "Central Asian Nations" it is.
  let given = first;
  while (given < last && is(w, given, C.DEMONYM | C.MODIFIER) && !is(w, given, C.GIVEN_NAME)) given++;
  if (given < last && is(w, given, C.GIVEN_NAME)) return given;
  return start;
}

/** "The Courier", "the Examiner": in capitals by itself, a newspaper before an office. */
const isNewspaper = (w: Wording, i: number, first: number, last: number): boolean =>
  last - first === 1 && is(w, i, C.ORGANIZATION_ENDING) && wordAt(w, i - 1) === 'the';

/** "Theresa May", "Mervyn King", "Ana Marshall": after a name an office is a surname. */
const looksLikeSurname = (w: Wording, i: number, first: number): boolean =>
  is(w, i - 1, C.GIVEN_NAME) && !is(w, i - 1, OFFICE_LIKE | C.DEMONYM) && i - 1 >= first;

/** After "Secretary of": where the name starts, or `last`. */
function officeEnd(w: Wording, from: number, last: number): number {
  for (let i = from; i < last; i++) if (i > from && is(w, i, C.GIVEN_NAME) && !is(w, i, C.PLACE)) return i;
  return last;
}

const ENDING = C.ORGANIZATION_HEAD | C.ORGANIZATION_ENDING;

function endsOrganisation(w: Wording, first: number, last: number): boolean {
  const end = last - 1;
  if (is(w, end, C.OFFICE | C.HONORIFIC) && !is(w, end, C.ORGANIZATION_ENDING)) return false;
  if (last - first > 1 && is(w, end, ENDING)) {
    const person = last - first === 2 && is(w, first, C.GIVEN_NAME | C.HONORIFIC | C.TITLE) && !is(w, first, C.PLACE | C.DEMONYM);
    if (person && (ALSO_SURNAMES.has(wordAt(w, end)) || is(w, first, C.HONORIFIC | C.TITLE))) return false;
    return true;
  }
  for (let i = first; i + 2 < last; i++) {
    const word = wordAt(w, i + 1);
    if ((word === 'of' || word === 'for') && is(w, i, ENDING) && !is(w, i, OFFICE_LIKE)) return true;
    if (word === '&') return true;
  }
  return false;
}

function kindOf(w: Wording, first: number, nameFirst: number, last: number, organised: boolean): NameKind {
  if (organised) return 'organization';
  if (nameFirst === last) return 'person';
  if (nameFirst > first && is(w, nameFirst - 1, OFFICE_LIKE)) return 'person';
  const size = last - nameFirst;
  const end = last - 1;
  if (PHRASES.has(phrase(w, nameFirst, last))) return 'organization';
  // "Senate Republicans", "an Ohio Democrat", "Middle Eastern": people or a quality, and no name.
  if (size > 1 && is(w, end, C.DEMONYM) && !is(w, nameFirst, C.GIVEN_NAME)) return 'place';
  if (size === 1) {
    if (is(w, end, C.KNOWN_ORGANIZATION)) return 'organization';
    if (is(w, end, C.PLACE)) return is(w, end, C.GIVEN_NAME) && !isVerb(w, last) ? null : 'place';
    if (is(w, end, C.DEMONYM | C.CALENDAR_WORD)) return 'place';
    if (shapeAt(w, end) === ALL_CAPITALS) return null;
    if (is(w, end, C.ORGANIZATION_HEAD | C.ORGANIZATION_ENDING)) return 'organization';
    if (is(w, end, C.GIVEN_NAME) && !is(w, end, C.DOUBTFUL_NAME)) return 'person';
    return null;
  }
  if (is(w, nameFirst, C.GIVEN_NAME) && !is(w, nameFirst, C.PLACE) && !is(w, end, C.PLACE_ENDING)) return 'person';
  if (is(w, end, C.PLACE_ENDING) && !(is(w, nameFirst, C.GIVEN_NAME) && ALSO_SURNAMES.has(wordAt(w, end)))) return 'place';
  if (is(w, nameFirst, C.PLACE_OPENER) && (is(w, end, C.PLACE | C.PLACE_ENDING) || LIE_OF_LAND.has(wordAt(w, nameFirst)))) return 'place';
  if (is(w, nameFirst, C.KNOWN_ORGANIZATION)) return 'organization';
  if (is(w, nameFirst, C.GIVEN_NAME)) return 'person';
  if (is(w, end, C.PLACE) && !is(w, nameFirst, C.GIVEN_NAME)) return 'place';
  if (is(w, nameFirst, C.FAMILY_FIRST_NAME) && size <= 3) return 'person';
  if (shapeAt(w, end) === ALL_CAPITALS && shapeAt(w, end - 1) === CAPITALISED && wordAt(w, end).length > 1 && !is(w, end, C.SUFFIX))
    return 'organization';
  return null;
}

const phrase = (w: Wording, first: number, last: number): string => w.words.slice(first, last).join(' ');

/** The words that tell one name from another: no initials, no "Jr", no nickname's quotation marks; particles stay with what follows. */
function nameWords(w: Wording, first: number, last: number): string[] {
  const found: string[] = [];
  for (let i = first; i < last; i++) {
    const word = wordAt(w, i);
    if (shapeAt(w, i) > ALL_CAPITALS || (is(w, i, C.SUFFIX) && i > first)) continue;
    found.push(word);
  }
  const full = found.filter((word) => word.length > 1);
  return full.length > 0 ? full : found;
}

function genderOfGiven(w: Wording, nameFirst: number, last: number): 'female' | 'male' | null {
  let at = nameFirst;
  if (is(w, at, C.FAMILY_FIRST_NAME) && !is(w, at, C.FEMALE_NAME | C.MALE_NAME) && last - at > 1) at = last - 1;
  if (last - nameFirst > 1 && wordAt(w, at).length === 1) at++;
  const female = is(w, at, C.FEMALE_NAME);
  return female === is(w, at, C.MALE_NAME) ? null : female ? 'female' : 'male';
}

/** First words that make a place of any name: "Port Ellis". */
const LIE_OF_LAND = new Set([
  'new',
  'north',
  'south',
  'east',
  'west',
  'northern',
  'southern',
  'eastern',
  'western',
  'upper',
  'lower',
  'port',
  'fort',
  'mount',
  'lake',
  'cape',
]);

const FEMALE_SURNAME = /(?:ova|eva|ská|skaya|skaja|dóttir|dottir|ovna|ná|iene|aitė)$/;
const MALE_SURNAME = /(?:ov|ev|sky|skiy|skij|ský|sson|vich)$/;

/** What the endings of an unknown name make likely: "Jarmila", "Petrova", "Petrov". */
function leanOf(w: Wording, nameFirst: number, last: number): 'female' | 'male' | null {
  const surname = wordAt(w, last - 1);
  if (FEMALE_SURNAME.test(surname)) return 'female';
  const given = last - nameFirst > 1 ? wordAt(w, nameFirst) : '';
  if (given.length > 3 && given.endsWith('a') && !is(w, nameFirst, C.GIVEN_NAME)) return 'female';
  if (given.length > 3 && given.endsWith('o') && !is(w, nameFirst, C.GIVEN_NAME)) return 'male';
  return MALE_SURNAME.test(surname) ? 'male' : null;
}
