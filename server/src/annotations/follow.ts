import { overlaps, type Span, shift } from '../text/span';
import { anchor, anchorAll } from './anchor';
import { isSameStatement, isStillAbout } from './same-statement';
import { type Selectors, selectorsFor, wereRepeated } from './selectors';
import { editedText, isTouched, moved, type Replacement, replacedText } from './track';

/** An annotation in a text that is being edited. */
export interface Followed {
  /** As they are written down. */
  readonly selectors: Selectors;
  /** Where the words are now; null where they are gone, or nobody can tell. */
  readonly span: Span | null;
  /** How the words stood before an edit took them away, or much of them; null where they are all there. */
  readonly lastSeen: Selectors | null;
  /** What was cut out with the words in it, and where in that they stand: it may be put in again elsewhere. */
  readonly cut: { readonly text: string; readonly at: Span } | null;
}

const seenAt = (selectors: Selectors, span: Span | null): Followed => ({ selectors, span, lastSeen: null, cut: null });

/** Finds annotations in a text that nobody has seen edited. */
export function found(text: string, all: readonly Selectors[]): Followed[] {
  const spans = anchorAll(text, all);
  return all.map((selectors, i) => seenAt(selectors, spans[i] ?? null));
}

/**
 * Follows annotations through one edit. Those whose words it takes away are lost from sight, and remember where they were last seen; they come back
 * where what was cut out is put in again, and `settled` looks for them. `after` is the text once the edit is made.
 */
export function followed(all: readonly Followed[], before: string, edit: Replacement, after: string): readonly Followed[] {
  const results = all.map((one) => (one.span === null ? pasted(one, edit) : kept(one, one.span, before, edit, after)));
  return results.every((one, i) => one === all[i]) ? all : results;
}

/**
 * Follows annotations through edits made one after the other, and says what text they lead to. Edits far from all of them cost a little each, and the
 * text is made once for all of those.
 */
export function followedThrough(
  all: readonly Followed[],
  before: string,
  edits: readonly Replacement[],
): { readonly all: readonly Followed[]; readonly text: string } {
  let text = before;
  let now = all;
  let waiting: Replacement[] = [];
  for (const edit of edits) {
    if (!now.some(({ span }) => span !== null && isTouched(span, edit))) {
      // Where the words lie elsewhere, no text is asked for.
      now = followed(now, text, edit, text);
      waiting.push(edit);
      continue;
    }
    text = editedText(text, waiting);
    waiting = [];
    const after = replacedText(text, [edit]);
    now = followed(now, text, edit, after);
    text = after;
  }
  return { all: now, text: editedText(text, waiting) };
}

function pasted(one: Followed, { at, text }: Replacement): Followed {
  const { cut } = one;
  const place = cut ? text.indexOf(cut.text) : -1;
  if (!cut || place < 0 || text.indexOf(cut.text, place + 1) >= 0) return one;
  return { ...one, span: shift(cut.at, at[0] + place), lastSeen: null, cut: null };
}

/** Edits that take away more than this many letters of the words, or an end of them, may be taken back. */
const SLIP = 3;

function kept(one: Followed, span: Span, before: string, edit: Replacement, after: string): Followed {
  const { at } = edit;
  const next = moved(span, edit, before);
  if (next && next[0] === span[0] && next[1] === span[1] && at[0] >= span[1]) return one;
  if (next && !isTouched(span, edit)) return { ...one, span: next };
  const trimmed = next && trim(after, next);
  const isCut = Math.min(at[1], span[1]) - Math.max(at[0], span[0]) > SLIP;
  const lastSeen = isCut ? (one.lastSeen ?? selectorsFor(before, span)) : one.lastSeen;
  if (trimmed && isStillAbout(one.selectors.exact, after.slice(...trimmed))) return { ...one, span: trimmed, lastSeen };
  const cut = next || at[0] > span[0] ? null : { text: before.slice(...at), at: shift(span, -at[0]) };
  return { ...one, span: null, lastSeen: lastSeen ?? selectorsFor(before, span), cut };
}

/** A span without the white space at its ends; null where nothing else is in it. */
function trim(text: string, [start, end]: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return words.trim() === '' ? null : [from, from + words.trim().length];
}

/** Takes the whole text for another: every annotation is looked for by how it was last seen. */
export function replaced(all: readonly Followed[], before: string, after: string): readonly Followed[] {
  const lost = all.map((one) => ({ ...one, span: null, lastSeen: one.span ? selectorsFor(before, one.span) : one.lastSeen }));
  return settled(lost, after);
}

/**
 * Looks again for the annotations that are lost from sight, and for all the words of those that have lost some; the very ones given where there are none.
 * Linear in the text.
 */
export function settled(all: readonly Followed[], text: string): readonly Followed[] {
  const searched = all.flatMap((one, i) => (one.span === null || one.lastSeen ? [{ one, i }] : []));
  if (searched.length === 0) return all;
  const seen = anchorAll(
    text,
    searched.map(({ one }) => one.lastSeen ?? one.selectors),
  );
  const result = [...all];
  for (const [l, { one, i }] of searched.entries()) {
    const span = seen[l] ?? null;
    if (one.span !== null) {
      // Whole again, around what is left of it.
      if (span && overlaps(span, one.span) && text.slice(...span) === one.lastSeen?.exact) result[i] = { ...one, span, lastSeen: null };
      continue;
    }
    // As they were written down, where they are not as they were last seen: an undo goes back further than the last edit. Not where they have a double.
    const place = span ?? (one.lastSeen && !wereRepeated(one.lastSeen) ? anchor(text, one.selectors) : null);
    if (place && isStillAbout(one.selectors.exact, text.slice(...place))) result[i] = { ...one, span: place, lastSeen: null, cut: null };
  }
  return result.every((one, i) => one === all[i]) ? all : result;
}

/**
 * The selectors to write down for an annotation that lies at `span` now: those that it has, as long as they lead there. `keepsWords`: its words are
 * what somebody judged, and stay as they were once they state something else.
 */
export function refreshed(text: string, { selectors, span }: Pick<Followed, 'selectors' | 'span'>, keepsWords: boolean): Selectors {
  if (span === null) return selectors;
  const now = text.slice(...span);
  const leads = anchor(text, selectors);
  if (now === selectors.exact && leads && leads[0] === span[0] && leads[1] === span[1]) return selectors;
  const fresh = selectorsFor(text, span);
  return keepsWords && !isSameStatement(selectors.exact, now) ? { ...fresh, exact: selectors.exact } : fresh;
}
