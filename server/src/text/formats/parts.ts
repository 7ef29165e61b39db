import { type Change, growth } from '../change';
import type { EarlierReading, Reading } from '../format';
import { firstAbove } from '../sorted';

/** What a format makes of a stretch of a text. Places are counted from where the stretch begins. */
export interface Part extends Reading {
  /**
   * Where nothing is open, in order, its beginning among them: a reader who begins there reads what one reads who comes from above. Whether a place is
   * one is told by what stands before it and by its own line, or the unit at it.
   */
  readonly breaks: readonly number[];
  /** What it defines for all of the text, in order. */
  readonly labels: readonly Label[];
}

/** A name that a text defines, and where. */
export interface Label {
  readonly at: number;
  readonly name: string;
}

const parts = new WeakMap<Reading, Part>();

/** Keeps a part, so that a text can be read again by it. */
export function asReading(part: Part): Reading {
  const { masked, paragraphs, citations } = part;
  const reading = { masked, paragraphs, citations };
  parts.set(reading, part);
  return reading;
}

/** The part that an earlier reading was. */
export const partOf = (earlier: EarlierReading | undefined): Part | undefined => earlier && parts.get(earlier.reading);

/** How many breaks behind a change are read at first; twice as many each time that what is open there stays open. */
const FEW = 2;

/** `text` by what was made of it before a change: read anew from a break before that to one behind it. `read` reads the stretch `[from, to)` of `text`. */
export function readAgain(text: string, old: Part, change: Change, read: (from: number, to: number) => Part): Part {
  const by = growth(change);
  const from = old.breaks[Math.max(0, firstAbove(old.breaks, change.start) - 2)] ?? 0;
  const behind = firstAbove(old.breaks, change.before - 1);
  for (let more = FEW; ; more *= 2) {
    const end = old.breaks[behind + more];
    if (end === undefined) return joined(old, from, read(from, text.length), Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, by);
    const part = read(from, end + by);
    const found = new Set(part.breaks);
    const meeting = old.breaks.slice(behind, behind + more).find((at) => found.has(at + by - from));
    if (meeting !== undefined) return joined(old, from, part, meeting + by, meeting, by);
  }
}

/** `old` up to `from`, `part` from there to `to`, and `old` from `after` on, which has moved by `by`. */
function joined(old: Part, from: number, part: Part, to: number, after: number, by: number): Part {
  const join = <T>(of: (part: Part) => readonly T[], at: (item: T) => number, moved: (item: T, by: number) => T): T[] => {
    const items: T[] = [];
    for (const item of of(old)) if (at(item) < from) items.push(item);
    for (const item of of(part)) if (at(item) < to - from) items.push(moved(item, from));
    for (const item of of(old)) if (at(item) >= after) items.push(by === 0 ? item : moved(item, by));
    return items;
  };
  const place = (at: number): number => at;
  const move = (at: number, by: number): number => at + by;
  return {
    masked: old.masked.slice(0, from) + part.masked.slice(0, to - from) + old.masked.slice(after),
    paragraphs: join(
      ({ paragraphs }) => paragraphs,
      ({ start }) => start,
      ({ start, end, kind }, by) => ({ start: start + by, end: end + by, kind }),
    ),
    citations: join(({ citations }) => citations, place, move),
    breaks: join(({ breaks }) => breaks, place, move),
    labels: join(
      ({ labels }) => labels,
      ({ at }) => at,
      ({ at, name }, by) => ({ at: at + by, name }),
    ),
  };
}
