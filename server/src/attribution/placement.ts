import type { ChapterCast } from './chapter';
import type { Figure } from './figures';
import type { Places } from './places';
import type { Script } from './script';

/** Where the roles of a chapter stand, counted from the offset of its first block: it holds for as long as the blocks of the chapter move together. */
export interface Placement {
  /** The roles by the place of each that was found first. */
  readonly order: readonly number[];
  /** Start and end of the mentions of all roles, flat; those of role `r` from `starts[r]` to `ends[r]`, in order, each once. */
  readonly spans: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** How far before the last of its role a place is looked for its own. Only places of one block are found out of order. */
const NEAR = 16;

/** Finds the places of a chapter's roles. `scripts` and `offsets` are those of its blocks. */
export function placeRoles(
  { roles, places }: Pick<ChapterCast, 'roles' | 'places'>,
  scripts: readonly Script[],
  offsets: Int32Array,
): Placement {
  const { figures, blocks, numbers } = places;
  const starts = new Int32Array(roles.length);
  let size = 0;
  for (let r = 0; r < roles.length; r++) {
    starts[r] = size;
    size += 2 * (roles[r]?.times ?? 0);
  }
  const spans = new Int32Array(size);
  const ends = starts.slice();
  /** The roles that have places far from where they should be. */
  const mixed = new Set<number>();
  for (let place = 0; place < figures.length; place++) {
    const r = figures[place]?.listed ?? -1;
    if (r < 0) continue;
    const b = blocks[place] ?? 0;
    const from = (offsets[b] ?? 0) - (offsets[0] ?? 0);
    const number = 2 * (numbers[place] ?? 0);
    const known = scripts[b]?.places;
    const start = from + (known?.[number] ?? 0);
    const end = from + (known?.[number + 1] ?? 0);
    const last = ends[r] ?? 0;
    const least = Math.max(starts[r] ?? 0, last - 2 * NEAR);
    let at = last;
    while (at > least && isAfter(spans, at - 2, start, end)) at -= 2;
    if (at > least && spans[at - 2] === start && spans[at - 1] === end) continue;
    if (at < last) spans.copyWithin(at + 2, at, last);
    spans[at] = start;
    spans[at + 1] = end;
    ends[r] = last + 2;
    if (at === least && at > (starts[r] ?? 0)) mixed.add(r);
  }
  for (const r of mixed) ends[r] = putInOrder(spans, starts[r] ?? 0, ends[r] ?? 0);
  return { order: orderOf(roles, places, scripts, offsets), spans, starts, ends };
}

function orderOf(roles: readonly Figure[], { blocks, numbers }: Places, scripts: readonly Script[], offsets: Int32Array): number[] {
  const firsts = new Int32Array(roles.length);
  const order: number[] = [];
  for (let r = 0; r < roles.length; r++) {
    const first = roles[r]?.first ?? -1;
    const b = blocks[first] ?? 0;
    firsts[r] = (offsets[b] ?? 0) + (scripts[b]?.places[2 * (numbers[first] ?? 0)] ?? 0);
    order.push(r);
  }
  return order.sort((a, b) => (firsts[a] ?? 0) - (firsts[b] ?? 0));
}

/** Puts a stretch of spans in order, each once; the end of what is left. */
function putInOrder(spans: Int32Array, start: number, end: number): number {
  const own = Array.from({ length: (end - start) / 2 }, (_, i): readonly [number, number] => [
    spans[start + 2 * i] ?? 0,
    spans[start + 2 * i + 1] ?? 0,
  ]);
  own.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let at = start;
  for (const [from, to] of own) {
    if (at > start && spans[at - 2] === from && spans[at - 1] === to) continue;
    spans[at++] = from;
    spans[at++] = to;
  }
  return at;
}

/** Whether the span at `at` comes after another. */
const isAfter = (spans: Int32Array, at: number, start: number, end: number): boolean =>
  (spans[at] ?? 0) > start || (spans[at] === start && (spans[at + 1] ?? 0) > end);
