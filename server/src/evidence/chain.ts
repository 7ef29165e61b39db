import { type Aligned, align, type Segment, WORD } from './alignment';
import type { EvidenceIndex, IndexedDocument } from './evidence-index';
import { turnAt } from './place';
import type { Gap } from './sought-quote';
import { Flag } from './words';

/** The segments of a quote, one after the other in the sources. */
export interface Chained {
  /** For each segment where it stands; null where nowhere. */
  readonly links: readonly (Aligned | null)[];
  /** Whether all of it is one utterance: in order, near enough, nobody else between. */
  readonly whole: boolean;
}

/** What a jump to another place costs when places are chosen. */
const JUMP = 3 * WORD;
/** How far "…" may reach, in words. */
const FAR = 400;
/** How many words may lie between the halves of a sentence that the article interrupts. */
const NEAR = 3;
/** Shorter segments are looked for only where the rest of the quote stands. */
const SHORT = 3;
/** A segment of which more than this share differs stands somewhere else. */
const POOR = 0.45;

/** Chooses for each segment one of the places where it may stand, so that together they come closest to one utterance; null where none stands anywhere. */
export function chain(segments: readonly Segment[], found: readonly (readonly Aligned[])[], index: EvidenceIndex): Chained | null {
  const able = segments.map((segment, s) =>
    segments.length > 1 && segment.words.length < SHORT
      ? []
      : (found[s] ?? []).filter(({ cost }) => cost <= segment.words.length * WORD * POOR),
  );
  const chosen = cheapest(segments, able);
  if (chosen.every((link) => link === null)) return null;
  for (const [s, segment] of segments.entries()) if (chosen[s] === null) chosen[s] = beside(segment, chosen, s, index);
  let whole = true;
  let before: Aligned | null = null;
  for (const [s, link] of chosen.entries()) {
    if (!link) continue;
    if (hearsOthers(link.holder, link.first, link.last)) whole = false;
    if (before && !follows(before, link, gapOf(segments[s]))) whole = false;
    before = link;
  }
  return { links: chosen, whole };
}

const gapOf = (segment: Segment | undefined): Gap => segment?.words[0]?.gap ?? 'none';

/** The way through the places that costs least. */
function cheapest(segments: readonly Segment[], able: readonly (readonly Aligned[])[]): (Aligned | null)[] {
  interface Way {
    readonly links: readonly (Aligned | null)[];
    readonly last: Aligned | null;
    readonly cost: number;
  }
  let ways: Way[] = [{ links: [], last: null, cost: 0 }];
  for (const [s, places] of able.entries()) {
    const gap = gapOf(segments[s]);
    const next: Way[] = [];
    for (const place of places) {
      let best: Way | null = null;
      for (const way of ways) {
        const cost = way.cost + place.cost + (way.last && !follows(way.last, place, gap) ? JUMP : 0);
        if (!best || cost < best.cost) best = { links: [...way.links, place], last: place, cost };
      }
      if (best) next.push(best);
    }
    ways = next.length > 0 ? next : ways.map((way) => ({ ...way, links: [...way.links, null] }));
  }
  const [first, ...others] = ways;
  let best = first;
  for (const way of others) if (best && way.cost < best.cost) best = way;
  return best ? [...best.links] : segments.map(() => null);
}

/** Whether `b` may follow `a` in one quote. */
function follows(a: Aligned, b: Aligned, gap: Gap): boolean {
  if (a.holder !== b.holder || b.first < a.last) return false;
  let between = 0;
  for (let at = a.last; at < b.first && between <= FAR; at++) if (((a.holder.flags[at] ?? 0) & Flag.Filler) === 0) between++;
  // A source that is written itself interrupts its quotes with who said them.
  const interrupted = ((a.holder.flags[a.last - 1] ?? 0) & Flag.Closes) !== 0 && ((b.holder.flags[b.first] ?? 0) & Flag.Opens) !== 0;
  return between <= (gap === 'omission' || interrupted ? FAR : NEAR) && !hearsOthers(a.holder, a.last - 1, b.first + 1);
}

/** Whether anybody else speaks between the words `first` and `last` of a document than at `first`. */
function hearsOthers({ document, starts }: IndexedDocument, first: number, last: number): boolean {
  const { turns } = document;
  const from = turnAt(turns, starts[first] ?? 0);
  const to = turnAt(turns, starts[last - 1] ?? 0);
  for (let t = from; t >= 0 && t <= to; t++)
    if (turns[t]?.speaker !== turns[from]?.speaker || (t > from && turns[t]?.speaker === null)) return true;
  return false;
}

/** Where a segment stands between its neighbours, however short it is; null where it does not. */
function beside(segment: Segment, chosen: readonly (Aligned | null)[], s: number, index: EvidenceIndex): Aligned | null {
  const before = chosen.slice(0, s).findLast((link) => link !== null);
  const after = chosen.slice(s + 1).find((link) => link !== null);
  const near = before ?? after;
  if (!near) return null;
  const from = before ? before.last : Math.max(0, near.first - FAR);
  const to = before ? Math.min(near.holder.words.length, before.last + FAR) : near.first;
  if (to <= from) return null;
  const aligned = align(segment, near.holder, from, to, index);
  return aligned.cost <= segment.words.length * WORD * POOR ? aligned : null;
}
