import type { EntityKind } from './mentions';

/** Whoever has a name, as far as names are compared. */
export interface Bearer {
  readonly words: readonly string[];
  readonly kind: EntityKind | null;
  readonly gender: 'female' | 'male' | null;
  readonly titled: boolean;
}

/** How one name stands to another that may name the same. */
export type NameMatch = 'full-name' | 'surname' | 'given-name' | 'part-of-name' | 'short-name' | 'acronym';

/** How the shorter or equal `words` name the bearer; null where they don't. Titles and initials are no words of a name. */
export function matchName(words: readonly string[], bearer: Bearer): NameMatch | null {
  const known = bearer.words;
  if (words.length === 0 || known.length === 0) return null;
  const organised = bearer.kind === 'organization';
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  if (words.length === 1) {
    if (known.length === 1) return known[0] === first ? 'full-name' : null;
    if (organised) return known[0] === first && !isPublicBody(known) ? 'short-name' : null;
    if (known[known.length - 1] === first) return 'surname';
    if (known[0] === first) return 'given-name';
    return first.length > 2 && known.includes(first) ? 'part-of-name' : null;
  }
  if (known.length === 1) return null;
  const same = first === known[0] && last === known[known.length - 1];
  if (same) return 'full-name';
  return words.length < known.length && isStretch(words, known) ? (organised ? 'short-name' : 'surname') : null;
}

/** Whether an organisation is named after a place or a cause, so that its first word alone doesn't name it: "Northfield" is not Northfield Borough Council. */
export const isPublicBody = (words: readonly string[]): boolean =>
  PUBLIC_BODIES.has(words[words.length - 1] ?? '') || words.includes('of') || words.includes('for');
const PUBLIC_BODIES = new Set(
  'council ministry police court university college school hospital parliament government department authority agency commission committee church airport embassy army navy administration office service services station assembly senate congress institute museum library prison board federation association league union society party'.split(
    ' ',
  ),
);

/** Whether `part` stands in `whole` in one piece, at its start or its end. */
export const isStretch = (part: readonly string[], whole: readonly string[]): boolean =>
  standsAt(part, whole, 0) || standsAt(part, whole, whole.length - part.length);

function standsAt(part: readonly string[], whole: readonly string[], offset: number): boolean {
  for (let i = 0; i < part.length; i++) if (part[i] !== whole[offset + i]) return false;
  return true;
}
