import type { LexiconEntries } from '../../server/src/language/lexicon';
import { wordKey } from '../../server/src/language/word-shapes';
import { isUpper } from '../../server/src/text/characters';
import { tokenize } from '../../server/src/text/tokens';
import { NO_TAG, type TaggedBlock } from './tagged-blocks';

/** How often a word must be seen to have an id, and to have its tags trusted. */
const SEEN = 6;
const TRUSTED = 6;
/** A tag that takes less than this share of a word's occurrences is noise of the automatic tagging. */
const SHARE = 0.006;
const WORDS = 20000;

interface Counts {
  text: string;
  total: number;
  readonly lower: Map<number, number>;
  readonly capital: Map<number, number>;
}

const count = (map: Map<number, number>, key: number, by: number): void => {
  map.set(key, (map.get(key) ?? 0) + by);
};

/** Counts words in `texts`, and the tags of their forms in `blocks`; gold blocks count `gold` times. */
export function countLexicon(
  texts: readonly string[],
  gold: readonly TaggedBlock[],
  silver: readonly TaggedBlock[],
  weight: number,
): LexiconEntries & { readonly texts: readonly string[] } {
  const counts = new Map<number, Counts>();
  const entry = (text: string, start: number, end: number): Counts => {
    const key = wordKey(text, start, end);
    let found = counts.get(key);
    if (!found) {
      found = { text: text.slice(start, end).toLowerCase(), total: 0, lower: new Map(), capital: new Map() };
      counts.set(key, found);
    }
    return found;
  };
  for (const text of texts) {
    const tokens = tokenize(text);
    for (let i = 0; i < tokens.length; i++) entry(text, tokens.start[i] ?? 0, tokens.end[i] ?? 0).total++;
  }
  for (const [blocks, by] of [
    [gold, weight],
    [silver, 1],
  ] as const) {
    for (const { tokens, tags } of blocks) {
      for (let i = 0; i < tokens.length; i++) {
        const tag = tags[i] ?? NO_TAG;
        if (tag === NO_TAG) continue;
        const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
        const word = entry(tokens.text, start, end);
        count(isUpper(tokens.text.charCodeAt(start)) ? word.capital : word.lower, tag, by);
      }
    }
  }
  const ranked = [...counts].filter(
    ([, word]) => word.total >= SEEN && /[\p{L}\p{N}&/%]/u.test(word.text) && !/^\d[\d.,]*$/.test(word.text),
  );
  ranked.sort(([a, x], [b, y]) => y.total - x.total || a - b);
  ranked.length = Math.min(ranked.length, WORDS);
  const sets = new TagSets();
  const words = ranked.map(([key]) => key);
  const tags = ranked.map(([, word]) => sets.number(word.lower));
  const capitals = [...counts].map(([key, word]) => ({ key, set: sets.number(word.capital) })).filter(({ set }) => set !== 0);
  capitals.sort((a, b) => a.key - b.key);
  return {
    words: Uint32Array.from(words),
    tags: Uint8Array.from(tags),
    clusters: new Uint8Array(words.length),
    saying: new Uint8Array(words.length),
    capitals: Uint32Array.from(capitals, ({ key }) => key),
    capitalTags: Uint8Array.from(capitals, ({ set }) => set),
    tagSets: sets.list,
    texts: ranked.map(([, word]) => word.text),
  };
}

class TagSets {
  readonly list: Uint8Array[] = [Uint8Array.of(0)];
  private readonly known = new Map<string, number>();

  number(counts: Map<number, number>): number {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    if (total < TRUSTED) return 0;
    const set = [...counts].filter(([, n]) => n / total >= SHARE && n >= 2).sort(([a, n], [b, m]) => m - n || a - b);
    const tags = set.map(([tag]) => tag);
    const first = tags[0];
    // Sets differ by what they hold and what comes first; the order of the rest matters to nobody.
    const key = `${first}:${tags
      .slice(1)
      .sort((a, b) => a - b)
      .join(',')}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    if (this.list.length >= 255 || tags.length === 0) return 0;
    this.list.push(Uint8Array.from(tags));
    this.known.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}
