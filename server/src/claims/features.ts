import { mix } from '../language/hash';
import { TAG_NAMES, type TagName, type Tags } from '../language/tags';
import { Shape, type WordShapes } from '../language/word-shapes';
import type { Sentence } from '../text/sentences';
import type { Tokens } from '../text/tokens';
import { groundAt } from './grounds';

/** The features of a sentence: for each its slot in the weights, and the token that it rests on (−1: the sentence as a whole). Written anew for each. */
export class FeatureList {
  count = 0;
  readonly slots = new Int32Array(MOST);
  readonly tokens = new Int32Array(MOST);
  /** The ground of each token that was read. */
  readonly grounds = new Uint8Array(LONGEST);
}

/** The weights have this many slots, a power of two. */
export const SLOTS = 2 ** 18;

/** Longer sentences are judged by their first tokens. */
const LONGEST = 200;
/** The most features that a sentence has. */
const MOST = (LONGEST + 1) * 13 + 20;

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
export function readFeatures(tokens: Tokens, tags: Tags, shapes: WordShapes, { tokens: [first, end] }: Sentence, into: FeatureList): void {
  const last = Math.min(end, first + LONGEST);
  const { slots, tokens: resting, grounds } = into;
  const word = (i: number): number => (i < first ? START : i >= last ? END : wordOf(tokens, shapes, i));
  const part = (i: number): number => (i < first ? START : i >= last ? END : (tags[i] ?? 0));
  const cluster = (i: number): number => (i < first ? START : i >= last ? END : shapes.cluster[i] || NO_CLUSTER + (tags[i] ?? 0));
  let [word2, word1] = [START, START];
  let [part2, part1] = [START, START];
  let cluster1 = START;
  let n = 0;
  for (let i = first; i <= last; i++) {
    const from = n;
    const [word0, part0, cluster0] = [word(i), part(i), cluster(i)];
    const pair = mix(word1, word0);
    const parts = mix(part1, part0);
    slots[n++] = slotOf(1, word0);
    slots[n++] = slotOf(2, pair);
    slots[n++] = slotOf(3, mix(word2, pair));
    slots[n++] = slotOf(4, parts);
    slots[n++] = slotOf(5, mix(part2, parts));
    slots[n++] = slotOf(6, cluster0);
    slots[n++] = slotOf(7, mix(cluster1, cluster0));
    slots[n++] = slotOf(8, mix(word1, part0));
    slots[n++] = slotOf(9, mix(word1, cluster0));
    if (i < last) {
      const ground = groundAt(tokens, tags, i, shapes.key[i]);
      grounds[i - first] = ground;
      slots[n++] = slotOf(10, mix(word0, part0));
      slots[n++] = slotOf(11, shapes.suffix3[i] ?? 0);
      slots[n++] = slotOf(12, shapes.suffix4[i] ?? 0);
      slots[n++] = slotOf(13, ground);
    }
    resting.fill(Math.min(i, last - 1), from, n);
    [word2, word1] = [word1, word0];
    [part2, part1] = [part1, part0];
    cluster1 = cluster0;
  }
  const add = (template: number, value: number, token: number): void => {
    slots[into.count] = slotOf(template, value);
    resting[into.count++] = token;
  };
  into.count = n;
  if (last === first) return;
  add(20, Math.min(12, (last - first) >> 2), -1);
  add(21, part(first), first);
  add(22, word(first), first);
  add(23, mix(word(first), word(first + 1)), first);
  add(24, mix(part(first), part(first + 1)), first);
  add(25, word(last - 1), last - 1);
  countTags(tags, first, last);
  for (const [c, count] of counts.entries()) add(30 + c, count, -1);
  add(40, mix(counts[0] ?? 0, counts[2] ?? 0), -1);
  add(41, mix(counts[0] ?? 0, counts[4] ?? 0), -1);
}

function slotOf(template: number, value: number): number {
  const hash = mix(value, template);
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}

const counts = new Uint8Array(COUNTED.length);
/** For each tag which of `counts` it adds to; none: the length of that. */
const COUNTS = Uint8Array.from({ length: 256 }, (_, number) => {
  const of = COUNTED.findIndex(([wanted]) => wanted.has(number));
  return of < 0 ? COUNTED.length : of;
});

function countTags(tags: Tags, first: number, last: number): void {
  counts.fill(0);
  for (let i = first; i < last; i++) {
    const of = COUNTS[tags[i] as number] as number;
    const most = COUNTED[of]?.[1] ?? 0;
    if ((counts[of] ?? most) < most) counts[of] = (counts[of] as number) + 1;
  }
}

/** A word by its key; figures by what they look like, so that a new one is not unknown. */
function wordOf({ text, start, end }: Tokens, { shape, key }: WordShapes, i: number): number {
  if (shape[i] !== Shape.Number) return key[i] as number;
  const from = start[i] ?? 0;
  const to = end[i] ?? 0;
  const [first, second] = [text.charCodeAt(from), text.charCodeAt(from + 1)];
  const plain = second >= 0x30 && second <= 0x39;
  return to - from === 4 && plain && (first === 0x31 || first === 0x32) ? YEAR : FIGURE + Math.min(8, to - from);
}
