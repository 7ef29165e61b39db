import type { Description } from './descriptions';
import * as C from './lexicon/word-classes';
import { joinAliases, joinCouples, joinHalves } from './name-parts';
import { type Draft, draftOf, type NamePhrase } from './name-phrase';
import { joinOffices, joinOwners, joinRoles } from './name-roles';
import type { Naming } from './naming';
import { isSubject } from './subjects';
import { is, isCapital, isPossessive, isVerb, LOWER, shapeAt, type Wording } from './wording';

export type { NamePhrase } from './name-phrase';

/** Names with what belongs to them, and the descriptions that are left over. */
export interface Joined {
  readonly names: readonly NamePhrase[];
  readonly spare: readonly Description[];
  /** Those in apposition to the name before them: "Ana Ruiz, [a nurse from Leeds]". */
  readonly apposed: readonly Description[];
}

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

/** "power company" without its name, "for president", "as leader": a bare singular stands for somebody only where it acts. */
const isLoose = (w: Wording, { head, end, opening }: Description): boolean => {
  if (opening !== 'bare' || is(w, head, C.PLURAL | C.CROWD | C.UNNAMED_SOURCE)) return false;
  if (!is(w, head, C.PERSON_NOUN)) return is(w, head, C.ORGANIZATION_HEAD);
  return !isSubject(w, head, end);
};

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
  if (draft.nameFirst >= draft.last) return draft.opening === 'definite' || isSubject(w, draft.first, draft.end);
  if (draft.kind !== 'place') return isCapital(w, draft.nameFirst) || draft.words.length > 0;
  const single = draft.last - draft.nameFirst === 1;
  if (single && is(w, draft.nameFirst, C.DEMONYM)) return draft.plural;
  return isVerb(w, draft.end) && !is(w, draft.first - 1, C.FUNCTION_WORD & ~C.DETERMINER);
}
