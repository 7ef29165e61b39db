/**
 * What became of one text in another: they are the same up to `start`, and from `before` on in the one and `after` on in the other. The stretches between
 * are as short as can be; of a change that can be told in several ways (a letter doubled) this is the last.
 */
export interface Change {
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

/** What became of `before` in `after`. Linear, by comparisons that engines make many units at a time. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = longest(
    shorter - start,
    (from, to) => before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, before: before.length - end, after: after.length - end };
}

/** The greatest number up to `most` for which all below it is the same. `same`: whether the units `[from, to)` are. */
function longest(most: number, same: (from: number, to: number) => boolean): number {
  let [low, high] = [0, most];
  if (same(low, high)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (same(low, middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** How far what stands behind the change has moved. */
export const growth = ({ before, after }: Change): number => after - before;
