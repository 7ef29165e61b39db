import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where real articles lie: the shared news, or, where that isn't at hand, our own. */
const FOLDERS = [
  ['../shared/corpora/polnear/dev/text', '../shared/corpora/polnear/train/text'],
  ['test/fixtures/articles', 'examples'],
];

/** The articles to measure with. */
export function readArticles(folder?: string): string[] {
  const folders = folder ? [folder] : (FOLDERS.find(([first = '']) => existsSync(first)) ?? []);
  return folders.filter((name) => existsSync(name)).flatMap(textsIn);
}

function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|article|md)$/.test(file));
  return files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

/** How many words a text has, by white space. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * One long article of about `words` words out of many: one after the other, and from the beginning again with other names where they don't suffice,
 * so that no paragraph stands there twice.
 */
export function longArticle(articles: readonly string[], words: number): string {
  const parts: string[] = [];
  let count = 0;
  for (let round = 0; count < words; round++) {
    for (const article of articles) {
      const left = words - count;
      if (left <= 0) break;
      const text = round === 0 ? article : renamed(article, round);
      const size = countWords(text);
      parts.push(size <= left ? text.trim() : firstWords(text, left));
      count += Math.min(size, left);
    }
  }
  return `${parts.join('\n\n')}\n`;
}

/** The same article of other people: the vowels of its capitalised words turned on. */
const renamed = (text: string, by: number): string =>
  text.replace(/\p{Lu}\p{Ll}{3,}/gu, (word) => word.replace(/[aeiou]/g, (vowel) => 'aeiou'.charAt(('aeiou'.indexOf(vowel) + by) % 5)));

/** Whole paragraphs of about the first `count` words. */
function firstWords(text: string, count: number): string {
  const kept: string[] = [];
  let left = count;
  for (const paragraph of text.split(/\n+/)) {
    if (left <= 0) break;
    kept.push(paragraph);
    left -= countWords(paragraph);
  }
  return kept.join('\n');
}

/** A row of numbers in `[0, 1)` that is the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
