import type { PlacedBlock } from './speakers';

/**
 * Up to this many tokens an article is one chapter. The longest of the 1,600 news articles that we measure on has 6,700; what is longer than
 * this is a book, a report by the minute on several days, or a transcript of hearings. A cut costs: of 3,994 attributions of 77 long articles that were
 * cut into chapters of about 1,200 tokens to try it, 184 had another speaker, about two a cut (polnear and newsdiscourse, November 2026).
 */
const LONG = 15_000;
/** How many tokens a chapter of such an article has: no fewer than, and no more than. */
const LEAST = 4_000;
const MOST = 8_000;
/** From here down what is left makes the last chapter, rather than two very unequal ones. */
const REST = 10_000;

/**
 * Cuts an article into the chapters that are cast each by itself; the index of each one's first block. A pure function of the blocks' sizes in tokens and
 * their fitness that looks at a few of them for each cut, and chooses by what they are, not by where they stand: an edit moves the cuts right after it at
 * most, and all the others stay, so that chapters in which nothing has changed need not be read again. Linear.
 */
export function cutChapters(sizes: Int32Array, fitness: Int32Array): number[] {
  let left = 0;
  for (const size of sizes) left += size;
  const starts = [0];
  if (left <= LONG) return starts;
  for (let start = 0; left > REST; ) {
    let size = 0;
    let cut = -1;
    let cutSize = 0;
    for (let b = start; b < sizes.length && (size <= MOST || cut < 0); b++) {
      if (size >= LEAST && (cut < 0 || (fitness[b] ?? 0) > (fitness[cut] ?? 0))) {
        cut = b;
        cutSize = size;
      }
      size += sizes[b] ?? 0;
    }
    if (cut < 0) break;
    starts.push(cut);
    start = cut;
    left -= cutSize;
  }
  return starts;
}

/** How well a chapter may begin with a block; among equals what looks like chance decides, which is the same after an edit elsewhere. */
export function fitnessOf({ kind, tokens, mentions, quotes }: PlacedBlock): number {
  const [first] = mentions;
  const opens = first?.form === 'name' && first.words.length > 1 && !first.doubtful && !quotes[0]?.continues;
  const rank = kind === 'headline' ? 3 : kind === 'subhead' ? 2 : opens ? 1 : 0;
  return rank * 0x10000 + (Math.imul(tokens.text.length * 31 + tokens.length, 0x9e3779b1) >>> 16);
}
