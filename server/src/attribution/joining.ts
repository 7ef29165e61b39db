import { type Description, leftEnd } from './descriptions';
import * as C from './lexicon/word-classes';
import type { NameKind, Naming } from './naming';
import { ALL_CAPITALS, is, isCapital, isPossessive, isVerb, LOWER, NUMBER, shapeAt, tagOf, type Wording, wordAt } from './wording';

/** A name with all that belongs to it: title and role before, acronym in brackets, role in apposition. Token indices. */
export interface NamePhrase {
  readonly first: number;
  /** The name, `[nameFirst, last)`; empty for an office in capitals without a name ("the Prime Minister"). */
  readonly nameFirst: number;
  readonly last: number;
  /** After its acronym in brackets. */
  readonly end: number;
  readonly role: readonly [first: number, last: number] | null;
  readonly kind: NameKind;
  readonly gender: 'female' | 'male' | null;
  /** What the name's endings make likely, where nothing tells. */
  readonly lean: 'female' | 'male' | null;
  readonly words: readonly string[];
  /** The family name of a couple where it stands with the other: "[Ana] and Luis Ruiz"; token indices. */
  readonly family: readonly [first: number, last: number] | null;
  /** Written in capitals only, like an acronym. */
  readonly acronym: boolean;
  readonly alias: string | null;
  readonly titled: boolean;
  readonly doubtful: boolean;
  readonly plural: boolean;
  readonly opening: Description['opening'];
  readonly sentence: number;
}

/** Names with what belongs to them, and the descriptions that are left over. */
export interface Joined {
  readonly names: readonly NamePhrase[];
  readonly spare: readonly Description[];
  /** Those in apposition to the name before them: "Ana Ruiz, [a nurse from Leeds]". */
  readonly apposed: readonly Description[];
}

type Draft = { -readonly [K in keyof NamePhrase]: NamePhrase[K] };

/** Puts titles, roles, appositions and acronyms to the names that they belong to. Linear. */
export function joinNames(w: Wording, namings: readonly Naming[], descriptions: readonly Description[]): Joined {
  const drafts = namings.map((naming) => draftOf(w, naming));
  const byStart = new Map<number, number>();
  for (const [d, draft] of drafts.entries()) byStart.set(draft.first, d);
  const dropped = new Set<number>();
  joinHalves(w, drafts, byStart, dropped);
  joinAliases(w, drafts, byStart, dropped);
  joinCouples(w, drafts, byStart, dropped);
  const used = new Set<Description>();
  const apposed: Description[] = [];
  joinOffices(w, drafts, byStart, dropped);
  joinRoles(w, drafts, byStart, descriptions, used, apposed);
  joinOwners(w, drafts, byStart);
  const modifying = modifiers(w, drafts, descriptions);
  const names = drafts.filter((draft, d) => !dropped.has(d) && !modifying.has(d) && stands(w, draft));
  return { names, spare: descriptions.filter((d) => !used.has(d) && !isLoose(w, d)), apposed };
}

/** "power company" without its name: a bare singular stands for nobody. */
const isLoose = (w: Wording, { head, opening }: Description): boolean =>
  opening === 'bare' && is(w, head, C.ORGANIZATION_HEAD) && !is(w, head, C.PLURAL | C.PERSON_NOUN | C.CROWD);

function draftOf(w: Wording, n: Naming): Draft {
  const role: Draft['role'] = n.roleLast > n.roleFirst ? [n.roleFirst, n.roleLast] : null;
  // "Rupert Langley KC": honours are no part of the name; "Jr" is.
  let nameLast = n.last;
  while (nameLast - 1 > n.nameFirst && is(w, nameLast - 1, C.SUFFIX) && !GENERATION.test(wordAt(w, nameLast - 1))) nameLast--;
  const only = n.nameFirst >= n.last;
  // "the Council", "the Ministry": a description in capitals.
  const head =
    !only &&
    n.last - n.nameFirst === 1 &&
    is(w, n.nameFirst, C.ORGANIZATION_HEAD) &&
    !is(w, n.nameFirst, C.KNOWN_ORGANIZATION | C.GIVEN_NAME);
  const definite = wordAt(w, n.first - 1) === 'the' || OWNERS.has(wordAt(w, n.first - 1)) || isPossessive(w, n.first - 1);
  const described = only || (head && definite);
  return {
    first: described && definite && !isPossessive(w, n.first - 1) ? n.first - 1 : n.first,
    nameFirst: described ? n.last : n.nameFirst,
    last: described ? n.last : nameLast,
    end: n.last,
    role: head ? null : role,
    kind: n.kind,
    gender: n.gender,
    lean: n.lean,
    words: only || head ? [wordAt(w, headOf(w, n)), ...(head ? [] : n.words)] : n.words,
    family: null,
    acronym: n.last - n.nameFirst === 1 && shapeAt(w, n.nameFirst) === ALL_CAPITALS && wordAt(w, n.nameFirst).length <= 6,
    alias: null,
    titled: n.titled,
    doubtful: n.doubtful,
    plural: only ? is(w, n.last - 1, C.PLURAL) : is(w, n.last - 1, C.DEMONYM) && is(w, n.last - 1, C.PLURAL),
    opening: definite ? 'definite' : 'bare',
    sentence: n.sentence,
  };
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
const OWNERS = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);

/** The office in "Secretary of State", "Prime Minister". */
function headOf(w: Wording, n: Naming): number {
  for (let i = n.first; i < n.last; i++) if (wordAt(w, i + 1) === 'of' || wordAt(w, i + 1) === 'for') return i;
  return n.last - 1;
}

/** "The Ennor and Carrow Constabulary", "the Growers’ Benevolent Fund": names of bodies that a small word or an apostrophe cuts in two. */
function joinHalves(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
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

/** "Russia TV (RT)", "SCO [Shanghai Cooperation Organisation]", "Acme Holdings (“Acme”)". */
function joinAliases(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
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
function joinCouples(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
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

/** "Malaysia’s Prime Minister, Ana Ruiz, said": an office in capitals before its name; "Mark Hale, QC": letters after it. */
function joinOffices(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
  for (const [d, draft] of drafts.entries()) {
    if (wordAt(w, draft.end) !== ',') continue;
    const next = byStart.get(draft.end + 1);
    const other = next === undefined ? undefined : drafts[next];
    if (next === undefined || !other || other.sentence !== draft.sentence) continue;
    if (isSuffix(w, other) && draft.nameFirst < draft.last) {
      dropped.add(next);
      draft.end = other.last;
      continue;
    }
    const office = draft.nameFirst >= draft.last && draft.kind === 'person' && !draft.plural;
    if (!office || other.nameFirst >= other.last || other.kind === 'organization' || other.kind === 'place') continue;
    if (!closes(w, other.last) && !isVerb(w, other.last)) continue;
    other.role = draft.role ?? [draft.first, draft.last];
    other.first = draft.first;
    other.kind = 'person';
    other.titled = true;
    dropped.add(d);
  }
}

const isSuffix = (w: Wording, { first, last }: Draft): boolean => last - first === 1 && is(w, first, C.SUFFIX);

function joinRoles(
  w: Wording,
  drafts: Draft[],
  byStart: ReadonlyMap<number, number>,
  descriptions: readonly Description[],
  used: Set<Description>,
  apposed: Description[],
): void {
  const byOpening = new Map<number, Description>();
  const byClosing = new Map<number, Description>();
  for (const d of descriptions) {
    byOpening.set(d.first, d);
    byClosing.set(d.end, d);
  }
  for (const d of descriptions) {
    const before = nameAfter(w, d, drafts, byStart);
    if (before) {
      takeRole(w, before, d, true);
      used.add(d);
      // "Ruiz’s coach and former partner, Mira Feld,"
      const other = wordAt(w, d.first - 1) === 'and' ? byClosing.get(d.first - 1) : undefined;
      if (other && d.opening === 'bare' && other.opening !== 'bare' && is(w, other.head, C.PERSON_NOUN) && !used.has(other)) {
        before.first = other.first;
        before.role = [other.first, d.end];
        used.add(other);
      }
    }
  }
  for (const draft of drafts) joinNoun(w, draft);
  for (const draft of drafts) {
    if (draft.nameFirst >= draft.last || wordAt(w, draft.end) !== ',') continue;
    let at = draft.end + 1;
    // Ana Ruiz, 43, a nurse from Leeds,
    if (shapeAt(w, at) === NUMBER && wordAt(w, at + 1) === ',') at += 2;
    const d = byOpening.get(at);
    if (d && !used.has(d) && appositionOf(w, draft, d)) {
      if (!draft.role) takeRole(w, draft, d, false);
      used.add(d);
      apposed.push(d);
      continue;
    }
    // Ana Ruiz, Minister for Health,
    const office = drafts[byStart.get(at) ?? -1];
    if (office && office.nameFirst >= office.last && draft.kind !== 'organization' && closes(w, office.last) && !draft.role) {
      draft.role = office.role ?? [office.last - 1, office.last];
      draft.kind = 'person';
    }
  }
}

/** "Northside volunteer Tom Hale": any noun right before somebody's full name says what he is. */
function joinNoun(w: Wording, draft: Draft): void {
  const at = draft.first - 1;
  if (draft.kind !== 'person' || draft.role || draft.titled || draft.last - draft.nameFirst < 2 || draft.plural) return;
  if (shapeAt(w, at) !== LOWER || tagOf(w, at) !== 'NN' || is(w, at, C.FUNCTION_WORD)) return;
  const first = leftEnd(w, at, Math.max(0, at - 6));
  if (first === at && !/^(?:|[,.;:“"(—–]|by|and|said)$/.test(wordAt(w, at - 1))) return;
  const article = first < at && ['the', 'a', 'an'].includes(wordAt(w, first));
  draft.role = [article ? first + 1 : first, draft.first];
  draft.first = first;
}

/** The name that a description stands before: "coach Ana Ruiz", "the club’s coach, Ana Ruiz, said". */
function nameAfter(w: Wording, d: Description, drafts: Draft[], byStart: ReadonlyMap<number, number>): Draft | undefined {
  if (is(w, d.head, C.PLURAL)) return undefined;
  if (!is(w, d.head, C.PERSON_NOUN)) return organisationAfter(w, d, drafts, byStart);
  const comma = wordAt(w, d.end) === ',';
  for (const end of [d.last, d.end, d.end + 1]) {
    if (end === d.end + 1 && !comma && !BETWEEN.has(wordAt(w, d.end))) continue;
    const draft = drafts[byStart.get(end) ?? -1];
    if (!draft || draft.sentence !== d.sentence || draft.nameFirst >= draft.last) continue;
    if (draft.kind === 'organization' || draft.kind === 'place' || (comma && draft.role !== null && !draft.titled)) continue;
    if (end === d.end + 1 && comma && !(closes(w, draft.last) && (d.opening !== 'bare' || wordAt(w, d.first - 1) === 'and'))) continue;
    return draft;
  }
  return undefined;
}

/** "The daily Ranni Listy", "power company Ellis Grid": a body's name right after what it is. */
function organisationAfter(w: Wording, d: Description, drafts: Draft[], byStart: ReadonlyMap<number, number>): Draft | undefined {
  if (!is(w, d.head, C.ORGANIZATION_HEAD) || d.opening === 'indefinite') return undefined;
  const draft = drafts[byStart.get(d.last) ?? -1];
  if (!draft || draft.sentence !== d.sentence || draft.nameFirst >= draft.last || draft.titled) return undefined;
  return draft.kind === null || draft.kind === 'organization' ? draft : undefined;
}

/** Adverbs that may stray between a role and its name. */
const BETWEEN = new Set(['earlier', 'then', 'later', 'now']);

function takeRole(w: Wording, draft: Draft, d: Description, before: boolean): void {
  const article = d.first < d.head && d.opening !== 'owned' && ['the', 'a', 'an', 'this', 'that'].includes(wordAt(w, d.first));
  const start = article ? d.first + 1 : d.first;
  if (before) {
    const after = draft.role ? draft.role[1] : Math.min(d.end, draft.first);
    draft.role = [start, after];
    draft.first = d.first;
    draft.titled ||= is(w, d.head, C.PERSON_NOUN);
  } else draft.role = [start, d.end];
  if (!is(w, d.head, C.PERSON_NOUN)) {
    if (before) draft.kind = 'organization';
  } else {
    draft.kind = 'person';
    draft.doubtful = false;
    if (draft.gender === null) draft.gender = is(w, d.head, C.FEMALE_WORD) ? 'female' : is(w, d.head, C.MALE_WORD) ? 'male' : null;
  }
}

function appositionOf(w: Wording, draft: Draft, d: Description): boolean {
  if (is(w, d.head, C.PLURAL) || draft.sentence !== d.sentence) return false;
  const person = is(w, d.head, C.PERSON_NOUN);
  if (person ? draft.kind === 'organization' || draft.kind === 'place' : draft.kind === 'person' || !is(w, d.head, C.ORGANIZATION_HEAD))
    return false;
  return (
    closes(w, d.end) ||
    wordAt(w, d.end) === 'who' ||
    (d.opening === 'indefinite' && !isVerb(w, d.end)) ||
    (d.opening === 'bare' && !isVerb(w, d.end))
  );
}

const CLOSING = new Set([',', '.', ';', ':', ')', ']', '”', '"', '’', '—', '–', '!', '?', '', 'who']);
const closes = (w: Wording, i: number): boolean => CLOSING.has(wordAt(w, i));

/** "CNN’s Ana Ruiz": whose she is belongs to her. */
function joinOwners(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>): void {
  for (const owner of drafts) {
    if (!isPossessive(w, owner.end) || owner.nameFirst >= owner.last) continue;
    const draft = drafts[byStart.get(owner.end + 1) ?? -1];
    if (draft?.kind !== 'person' || draft.nameFirst >= draft.last || owner.kind === 'person' || (draft.words.length < 2 && !draft.role))
      continue;
    draft.role = [owner.first, draft.role ? draft.role[1] : owner.end];
    draft.first = owner.first;
  }
}

/** Names that only modify a noun in small letters: "the Biden administration", "Smith supporters". Organisations stay: "the CNN report". */
function modifiers(w: Wording, drafts: readonly Draft[], descriptions: readonly Description[]): Set<number> {
  const heads = new Set(descriptions.map(({ head }) => head));
  const found = new Set<number>();
  for (const [d, draft] of drafts.entries()) {
    const next = draft.end;
    if (shapeAt(w, next) !== LOWER || isPossessive(w, next) || draft.kind === 'organization') continue;
    for (let i = next; i < next + 3 && shapeAt(w, i) === LOWER && !is(w, i, C.FUNCTION_WORD) && !isVerb(w, i); i++)
      if (heads.has(i)) found.add(d);
  }
  return found;
}

/** Whether the name stands for a possible speaker: a place only where it acts, a demonym never. */
function stands(w: Wording, draft: Draft): boolean {
  if (draft.nameFirst >= draft.last) return draft.role !== null || draft.words.length > 0;
  if (draft.kind !== 'place') return isCapital(w, draft.nameFirst) || draft.words.length > 0;
  const single = draft.last - draft.nameFirst === 1;
  if (single && is(w, draft.nameFirst, C.DEMONYM)) return draft.plural;
  return isVerb(w, draft.end) && !is(w, draft.first - 1, C.FUNCTION_WORD & ~C.DETERMINER);
}
