import { Lexicon, type LexiconEntries } from '../../server/src/language/lexicon';
import { wordKey } from '../../server/src/language/word-shapes';
import { tokenize } from '../../server/src/text/tokens';
import { random } from './random';

/** How words are put into clusters. */
export interface ClusterSettings {
  /** At most 255. */
  readonly clusters: number;
  /** Neighbours counted: this many of the most frequent words, on either side. */
  readonly neighbours: number;
  readonly dimensions: number;
  readonly passes: number;
  readonly seed: number;
}

/**
 * Puts the words of a lexicon into clusters by the company they keep: positive pointwise mutual information with the words before and after, projected
 * at random to fewer dimensions, then spherical k-means.
 */
export function withClusters(
  entries: LexiconEntries,
  texts: readonly string[],
  settings: ClusterSettings,
  say: (line: string) => void,
): LexiconEntries {
  const { clusters: k, dimensions, seed } = settings;
  const words = entries.words.length;
  const vectors = project(entries, texts, settings);
  const next = random(seed + 1);
  const centres = new Float32Array(k * dimensions);
  // The first centres: frequent words apart from each other, by chance.
  for (let c = 0; c < k; c++) {
    const word = Math.floor(next() * Math.min(words, 4000));
    centres.set(vectors.subarray(word * dimensions, (word + 1) * dimensions), c * dimensions);
  }
  const assigned = new Uint8Array(words);
  for (let pass = 0; pass < settings.passes; pass++) {
    let moved = 0;
    for (let w = 0; w < words; w++) {
      let best = 0;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        let score = 0;
        for (let d = 0; d < dimensions; d++) score += (vectors[w * dimensions + d] as number) * (centres[c * dimensions + d] as number);
        if (score > bestScore) {
          bestScore = score;
          best = c;
        }
      }
      if (assigned[w] !== best + 1) moved++;
      assigned[w] = best + 1;
    }
    centres.fill(0);
    for (let w = 0; w < words; w++) {
      const c = (assigned[w] as number) - 1;
      for (let d = 0; d < dimensions; d++)
        centres[c * dimensions + d] = (centres[c * dimensions + d] as number) + (vectors[w * dimensions + d] as number);
    }
    for (let c = 0; c < k; c++) normalise(centres, c * dimensions, dimensions);
    say(`  clusters, pass ${pass + 1}: ${moved} words moved`);
  }
  return { ...entries, clusters: assigned };
}

function project(entries: LexiconEntries, texts: readonly string[], { neighbours, dimensions, seed }: ClusterSettings): Float32Array {
  const lexicon = new Lexicon(entries);
  const words = entries.words.length;
  const counts = new Map<number, number>();
  const perWord = new Float64Array(words + 1);
  const perContext = new Float64Array(neighbours * 2 + 2);
  let total = 0;
  const add = (word: number, context: number): void => {
    const key = word * (neighbours * 2 + 2) + context;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    perWord[word] = (perWord[word] ?? 0) + 1;
    perContext[context] = (perContext[context] ?? 0) + 1;
    total++;
  };
  for (const text of texts) {
    const tokens = tokenize(text);
    let before = 0;
    for (let i = 0; i < tokens.length; i++) {
      const id = lexicon.id(wordKey(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0));
      // A neighbour is a frequent word or, from 0, any other.
      if (before > 0) add(before, id < neighbours ? id : 0);
      if (id > 0) add(id, neighbours + 1 + (before < neighbours ? before : 0));
      before = id;
    }
  }
  const next = random(seed);
  const directions = Float32Array.from({ length: (neighbours * 2 + 2) * dimensions }, () => (next() < 0.5 ? -1 : 1));
  const vectors = new Float32Array(words * dimensions);
  for (const [key, n] of counts) {
    const context = key % (neighbours * 2 + 2);
    const word = (key - context) / (neighbours * 2 + 2);
    const information = Math.log((n * total) / ((perWord[word] as number) * (perContext[context] as number)));
    if (information <= 0) continue;
    // Rare pairs say little.
    const weight = information * (n / (n + 1));
    const at = (word - 1) * dimensions;
    for (let d = 0; d < dimensions; d++)
      vectors[at + d] = (vectors[at + d] as number) + weight * (directions[context * dimensions + d] as number);
  }
  for (let w = 0; w < words; w++) normalise(vectors, w * dimensions, dimensions);
  return vectors;
}

function normalise(values: Float32Array, at: number, length: number): void {
  let sum = 0;
  for (let d = at; d < at + length; d++) sum += (values[d] as number) ** 2;
  const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (let d = at; d < at + length; d++) values[d] = (values[d] as number) * scale;
}
