import { type Aligned, runBefore, runFrom, type Segment, segmentOf } from './alignment';
import { likelyPlaces } from './candidates';
import type { EvidenceIndex, IndexedDocument } from './evidence-index';

/** The fewest words of a piece. */
const FEWEST = 4;
/** Pieces that are no further apart were one utterance, of which something was left out. */
const NEAR = 12;
const REACH = 16;

/** The two places that an unbroken run of words was put together from; null where it was not. A word that joins them may be the writer's. */
export function splitIn(segment: Segment, index: EvidenceIndex): readonly [Aligned, Aligned] | null {
  const { words } = segment;
  if (words.length < 2 * FEWEST) return null;
  const middle = words.length >> 1;
  const start = longest(likelyPlaces(segmentOf(words.slice(0, middle), index), index), (holder, place) => {
    const { count, end } = runFrom(segment, holder, place, index);
    return { holder, first: place, last: end, count };
  });
  const end = longest(likelyPlaces(segmentOf(words.slice(middle), index), index), (holder, place) => {
    const { count, start: first } = runBefore(segment, holder, place + words.length - middle, index);
    return { holder, first, last: place + words.length - middle, count };
  });
  if (!start || !end || start.count < FEWEST || end.count < FEWEST || start.count + end.count < words.length - 1) return null;
  if (start.holder === end.holder && end.first >= start.last - FEWEST && end.first - start.last <= NEAR) return null;
  return [piece(start), piece(end)];
}

interface Run {
  readonly holder: IndexedDocument;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

const piece = ({ holder, first, last }: Run): Aligned => ({ holder, first, last, steps: [], cost: 0 });

function longest(
  places: readonly { readonly holder: IndexedDocument; readonly place: number }[],
  runAt: (holder: IndexedDocument, place: number) => Run,
): Run | null {
  let best: Run | null = null;
  for (const { holder, place } of places) {
    for (let at = Math.max(0, place - REACH); at <= place + REACH && at < holder.words.length; at++) {
      const run = runAt(holder, at);
      if (run.count > (best?.count ?? 0)) best = run;
    }
  }
  return best;
}
