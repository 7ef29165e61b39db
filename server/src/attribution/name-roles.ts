import { type Description, leftEnd } from './descriptions';
import * as C from './lexicon/word-classes';
import type { Draft } from './name-phrase';
import { is, isPossessive, isVerb, LOWER, NUMBER, shapeAt, tagOf, type Wording, wordAt } from './wording';

/** "Malaysia’s Prime Minister, Ana Ruiz, said": an office in capitals before its name; "Mark Hale, QC": letters after it. */
export function joinOffices(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>, dropped: Set<number>): void {
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

export function joinRoles(
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
export function joinOwners(w: Wording, drafts: Draft[], byStart: ReadonlyMap<number, number>): void {
  for (const owner of drafts) {
    if (!isPossessive(w, owner.end) || owner.nameFirst >= owner.last) continue;
    const draft = drafts[byStart.get(owner.end + 1) ?? -1];
    if (draft?.kind !== 'person' || draft.nameFirst >= draft.last || owner.kind === 'person' || (draft.words.length < 2 && !draft.role))
      continue;
    draft.role = [owner.first, draft.role ? draft.role[1] : owner.end];
    draft.first = owner.first;
  }
}
