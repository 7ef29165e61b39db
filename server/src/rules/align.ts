/** How one row of words lies in another. */
export interface Alignment {
  /** The words of the longer row that the shorter one lies on, `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** How many words were changed, added or left out. */
  readonly changes: number;
}

/**
 * Lays the whole of `part` on the stretch of `whole` that takes the fewest changes; of several such stretches the shortest.
 * The edit distance of Levenshtein over words with free ends in `whole`; time is the product of the lengths, which callers bound.
 */
export function align(part: readonly string[], whole: readonly string[]): Alignment {
  let costs = whole.map(() => 0);
  let starts = whole.map((_, j) => j);
  costs.push(0);
  starts.push(whole.length);
  for (const [i, word] of part.entries()) {
    const next = [i + 1];
    const from = [0];
    for (let j = 1; j <= whole.length; j++) {
      const changed = (costs[j - 1] ?? 0) + (whole[j - 1] === word ? 0 : 1);
      const added = (costs[j] ?? 0) + 1;
      const left = (next[j - 1] ?? 0) + 1;
      const least = Math.min(changed, added, left);
      next.push(least);
      from.push((changed === least ? starts[j - 1] : added === least ? starts[j] : from[j - 1]) ?? 0);
    }
    costs = next;
    starts = from;
  }
  let best = 0;
  for (let j = 1; j <= whole.length; j++) {
    const cost = costs[j] ?? 0;
    const least = costs[best] ?? 0;
    if (cost < least || (cost === least && j - (starts[j] ?? 0) < best - (starts[best] ?? 0))) best = j;
  }
  return { first: starts[best] ?? 0, last: best, changes: costs[best] ?? 0 };
}
