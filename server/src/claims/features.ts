import { mix } from '../language/hash';
import { TAG_NAMES, type TagName, type Tags } from '../language/tags';
import { Shape, type WordShapes, wordKey } from '../language/word-shapes';
import type { Sentence } from '../text/sentences';
import type { Tokens } from '../text/tokens';
import { groundAt } from './grounds';

/** A feature of a sentence: its slot in the weights, and the token that it rests on (−1: the sentence as a whole). */
export type Feature = (slot: number, token: number) => void;

/** The weights have this many slots, a power of two. */
export const SLOTS = 2 ** 18;

/** Longer sentences are judged by their first tokens. */
const LONGEST = 200;

/** What stands for a word, a tag or a cluster before and after the sentence. */
const START = 301;
const END = 302;
/** Tags stand in for the clusters of unknown words from here on. */
const NO_CLUSTER = 310;
/** Any year; other figures are told apart by their length only. */
const YEAR = 1900;
const FIGURE = 1000;

const tag = (name: TagName): number => TAG_NAMES.indexOf(name);

/** What is counted over a sentence, and up to how many. */
const COUNTED: readonly (readonly [tags: ReadonlySet<number>, most: number])[] = [
  [new Set([tag('CD')]), 4],
  [new Set([tag('NNP'), tag('NNPS')]), 5],
  [new Set([tag('VBD'), tag('VBN')]), 4],
  [new Set([tag('PRP')]), 4],
  [new Set([tag('MD')]), 3],
  [new Set([tag('JJR'), tag('RBR'), tag('JJS'), tag('RBS')]), 3],
];

/**
 * Reads the features of a sentence: words and pairs and triples of words, of parts of speech and of word clusters, endings, grounds, counts. The
 * same slot may come up more than once. Linear.
 */
export function readFeatures(tokens: Tokens, tags: Tags, shapes: WordShapes, { tokens: [first, end] }: Sentence, feature: Feature): void {
  const last = Math.min(end, first + LONGEST);
  const add = (template: number, value: number, token: number): void => {
    const hash = mix(value, template);
    feature((hash ^ (hash >>> 13)) & (SLOTS - 1), token);
  };
  const word = (i: number): number => (i < first ? START : i >= last ? END : wordOf(tokens, shapes, i));
  const part = (i: number): number => (i < first ? START : i >= last ? END : (tags[i] ?? 0));
  const cluster = (i: number): number => (i < first ? START : i >= last ? END : shapes.cluster[i] || NO_CLUSTER + (tags[i] ?? 0));
  let [word2, word1] = [START, START];
  let [part2, part1] = [START, START];
  let cluster1 = START;
  for (let i = first; i <= last; i++) {
    const at = Math.min(i, last - 1);
    const [word0, part0, cluster0] = [word(i), part(i), cluster(i)];
    const pair = mix(word1, word0);
    const parts = mix(part1, part0);
    add(1, word0, at);
    add(2, pair, at);
    add(3, mix(word2, pair), at);
    add(4, parts, at);
    add(5, mix(part2, parts), at);
    add(6, cluster0, at);
    add(7, mix(cluster1, cluster0), at);
    add(8, mix(word1, part0), at);
    add(9, mix(word1, cluster0), at);
    if (i < last) {
      add(10, mix(word0, part0), at);
      add(11, shapes.suffix3[i] ?? 0, at);
      add(12, shapes.suffix4[i] ?? 0, at);
      add(13, groundAt(tokens, tags, i), at);
    }
    [word2, word1] = [word1, word0];
    [part2, part1] = [part1, part0];
    cluster1 = cluster0;
  }
  if (last === first) return;
  add(20, Math.min(12, (last - first) >> 2), -1);
  add(21, part(first), first);
  add(22, word(first), first);
  add(23, mix(word(first), word(first + 1)), first);
  add(24, mix(part(first), part(first + 1)), first);
  add(25, word(last - 1), last - 1);
  const counts = countTags(tags, first, last);
  for (const [c, count] of counts.entries()) add(30 + c, count, -1);
  add(40, mix(counts[0] ?? 0, counts[2] ?? 0), -1);
  add(41, mix(counts[0] ?? 0, counts[4] ?? 0), -1);
}

function countTags(tags: Tags, first: number, last: number): number[] {
  return COUNTED.map(([wanted, most]) => {
    let count = 0;
    for (let i = first; i < last && count < most; i++) if (wanted.has(tags[i] ?? 0)) count++;
    return count;
  });
}

/** A word by its key; figures by what they look like, so that a new one is not unknown. */
function wordOf({ text, start, end }: Tokens, { shape }: WordShapes, i: number): number {
  const from = start[i] ?? 0;
  const to = end[i] ?? 0;
  if (shape[i] !== Shape.Number) return wordKey(text, from, to);
  const [first, second] = [text.charCodeAt(from), text.charCodeAt(from + 1)];
  const plain = second >= 0x30 && second <= 0x39;
  return to - from === 4 && plain && (first === 0x31 || first === 0x32) ? YEAR : FIGURE + Math.min(8, to - from);
}
