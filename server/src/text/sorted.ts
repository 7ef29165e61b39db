/** The first of the whole numbers from `from` on for which `isBefore` does not hold, which holds for all below it and for none above; `to` where it holds for all up to there. Logarithmic. */
export function firstNot(from: number, to: number, isBefore: (i: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of `values`, which are whole numbers in order, that is above `limit`; their number where none is. Logarithmic. */
export const firstAbove = (values: ArrayLike<number>, limit: number): number =>
  firstNot(0, values.length, (i) => (values[i] ?? 0) <= limit);
