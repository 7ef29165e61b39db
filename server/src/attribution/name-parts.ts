import * as C from './lexicon/word-classes';
import type { Draft } from './name-phrase';
import { ALL_CAPITALS, is, isPossessive, shapeAt, type Wording, wordAt } from './wording';

/** "The Ennor and Carrow Constabulary", "the Growers’ Benevolent Fund": names of bodies that a small word or an apostrophe cuts in two. */
export function joinHalves(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
  for (const [d, draft] of drafts.entries()) {
    const between = draft.last;
    const plural = isPossessive(w, between) && wordAt(w, between).length === 1;
    if (wordAt(w, draft.first - 1) !== 'the' || (wordAt(w, between) !== 'and' && !plural)) continue;
    const next = byStart.get(between + 1);
    const other = next === undefined ? undefined : drafts[next];
    const single = draft.last - draft.first === 1 && !is(w, draft.first, C.GIVEN_NAME | C.KNOWN_ORGANIZATION | C.ORGANIZATION_HEAD);
    if (next === undefined || !other || !single || other.kind !== 'organization' || other.last - other.first !== 2) continue;
    dropped.add(d);
    other.first = draft.first;
    other.nameFirst = draft.first;
    other.words = [...draft.words, ...other.words];
  }
}

/** "Russia TV (RT)", "NMU [Norra Miners’ Union]", "Acme Holdings (“Acme”)". */
export function joinAliases(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
  for (const draft of drafts) {
    const bracket = wordAt(w, draft.last);
    if ((bracket !== '(' && bracket !== '[') || draft.kind === 'person' || draft.nameFirst >= draft.last) continue;
    const inner = byStart.get(draft.last + 1);
    const other = inner === undefined ? undefined : drafts[inner];
    if (inner === undefined || !other || !/^[)\]]$/.test(wordAt(w, other.last)) || other.last - other.first > 8) continue;
    const short = other.last - other.first === 1 && shapeAt(w, other.first) === ALL_CAPITALS;
    const long = draft.last - draft.nameFirst === 1 && shapeAt(w, draft.nameFirst) === ALL_CAPITALS && other.last - other.first > 1;
    if (short && !is(w, other.first, C.PLACE | C.SUFFIX)) {
      draft.alias = wordAt(w, other.first);
    } else if (long && initials(other.words) === wordAt(w, draft.nameFirst)) {
      draft.alias = wordAt(w, draft.nameFirst);
      draft.nameFirst = other.nameFirst;
      draft.last = other.last;
      draft.words = other.words;
    } else continue;
    draft.kind = 'organization';
    draft.doubtful = false;
    draft.end = other.last + 1;
    dropped.add(inner);
  }
}

const SMALL = new Set(['of', 'the', 'for', 'and', 'de', 'la', '&']);

const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !SMALL.has(word))
    .map((word) => word.charAt(0))
    .join('');

/** "Ana and Luis Ruiz", "Mr and Mrs Ruiz": the first of them has the family name of the second. */
export function joinCouples(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
  for (const [d, draft] of drafts.entries()) {
    const and = wordAt(w, draft.last);
    if (and !== 'and' && and !== '&') continue;
    const other = drafts[byStart.get(draft.last + 1) ?? -1];
    if (!other || dropped.has(d)) continue;
    const bare = draft.nameFirst >= draft.last && draft.titled && other.titled && other.words.length > 0;
    const given =
      draft.words.length === 1 &&
      is(w, draft.nameFirst, C.GIVEN_NAME) &&
      !draft.titled &&
      other.words.length === 2 &&
      is(w, other.nameFirst, C.GIVEN_NAME);
    if (bare) {
      draft.words = other.words;
      draft.family = [other.nameFirst, other.last];
      draft.nameFirst = draft.first;
      draft.gender = is(w, draft.first, C.FEMALE_WORD) ? 'female' : is(w, draft.first, C.MALE_WORD) ? 'male' : null;
      draft.kind = 'person';
    } else if (given && other.kind !== 'organization') {
      draft.words = [...draft.words, ...other.words.slice(1)];
      draft.family = [other.nameFirst + 1, other.last];
      draft.gender ??= draft.lean;
    }
  }
}
