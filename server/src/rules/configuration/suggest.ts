/** More mistakes than these in a word, and it was probably not the word that was meant. */
const MISTAKES = 3;

/** Longer words are cut: a name of ours has nothing near this length. */
const LONGEST = 64;

/**
 * The name among `names` that `word` is most likely a slip for: one with at most three letters wrong, missing, added or
 * swapped, or one that ends in `word` (`unsourced` for `claim/unsourced`). Undefined when there is none.
 */
export function closestTo(word: string, names: readonly string[]): string | undefined {
  if (word === '' || word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  const shortened = names.find((name) => name.slice(name.indexOf('/') + 1) === lower);
  if (shortened !== undefined) return shortened;
  const allowed = Math.min(MISTAKES, Math.floor(word.length / 2));
  const near = names
    .map((name) => ({ name, distance: editDistance(lower, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed);
  return near.sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** The least number of letters to change, add, remove or swap with the next to make `b` of `a` (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
