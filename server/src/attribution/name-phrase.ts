import type { Description } from './descriptions';
import * as C from './lexicon/word-classes';
import type { NameKind, Naming } from './naming';
import { ALL_CAPITALS, is, isPossessive, shapeAt, type Wording, wordAt } from './wording';

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

export type Draft = { -readonly [K in keyof NamePhrase]: NamePhrase[K] };

export function draftOf(w: Wording, n: Naming): Draft {
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
