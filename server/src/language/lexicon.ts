/** What training counts of words. Ids are ranks by frequency, from 1; 0 is any word that isn't in the lexicon. */
export interface LexiconEntries {
  /** The key (`word-shapes.ts`) of each word in lower case, by id - 1. */
  readonly words: Uint32Array;
  /** Which tags the word is seen with: an index into `tagSets`; 0: not known. */
  readonly tags: Uint8Array;
  /** Which words it keeps company with: 0 not known, else 1…255. */
  readonly clusters: Uint8Array;
  /** How likely the word is to be in a cue: 0…7. */
  readonly saying: Uint8Array;
  /** Keys of capitalised forms, and the tags they are seen with. */
  readonly capitals: Uint32Array;
  readonly capitalTags: Uint8Array;
  /** Each a list of tags, the most frequent first; the first is what an unknown lower-case word may be. */
  readonly tagSets: readonly Uint8Array[];
}

/** A lexicon that knows no word. */
export const NO_ENTRIES: LexiconEntries = {
  words: new Uint32Array(),
  tags: new Uint8Array(),
  clusters: new Uint8Array(),
  saying: new Uint8Array(),
  capitals: new Uint32Array(),
  capitalTags: new Uint8Array(),
  tagSets: [Uint8Array.of(0)],
};

/** Words by key: open addressing, read-only. */
export class Lexicon {
  readonly tags: Uint8Array;
  readonly clusters: Uint8Array;
  readonly saying: Uint8Array;
  readonly tagSets: readonly Uint8Array[];
  private readonly words: KeyTable;
  private readonly capitals: KeyTable;
  private readonly capitalTags: Uint8Array;

  constructor(entries: LexiconEntries) {
    this.tags = withZero(entries.tags);
    this.clusters = withZero(entries.clusters);
    this.saying = withZero(entries.saying);
    this.tagSets = entries.tagSets;
    this.words = new KeyTable(entries.words);
    this.capitals = new KeyTable(entries.capitals);
    this.capitalTags = withZero(entries.capitalTags);
  }

  /** The id of the word with this key; 0 where it isn't known. */
  id(key: number): number {
    return this.words.find(key);
  }

  /** The tag set of the capitalised form of the word with this key; 0 where it isn't known. */
  capitalisedTags(key: number): number {
    return this.capitalTags[this.capitals.find(key)] ?? 0;
  }
}

const withZero = (values: Uint8Array): Uint8Array => {
  const result = new Uint8Array(values.length + 1);
  result.set(values, 1);
  return result;
};

class KeyTable {
  private readonly keys: Uint32Array;
  private readonly ids: Uint16Array;
  private readonly mask: number;

  constructor(keys: Uint32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.keys = new Uint32Array(size);
    this.ids = new Uint16Array(size);
    this.mask = size - 1;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      let slot = key & this.mask;
      while (this.ids[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.ids[slot] = i + 1;
    }
  }

  find(key: number): number {
    const wanted = key >>> 0;
    let slot = wanted & this.mask;
    for (;;) {
      const id = this.ids[slot] ?? 0;
      if (id === 0 || this.keys[slot] === wanted) return id;
      slot = (slot + 1) & this.mask;
    }
  }
}

/** The lexicon as bytes: counts, keys, then a byte each for tags, clusters and saying, then the tag sets. */
export function writeLexicon(entries: LexiconEntries): Uint8Array {
  const { words, tags, clusters, saying, capitals, capitalTags, tagSets } = entries;
  const setBytes = tagSets.flatMap((set) => [set.length, ...set]);
  const bytes = new Uint8Array(12 + words.length * 7 + capitals.length * 5 + setBytes.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, words.length, true);
  view.setUint32(4, capitals.length, true);
  view.setUint32(8, tagSets.length, true);
  let at = 12;
  for (const list of [words, capitals]) {
    for (const key of list) {
      view.setUint32(at, key, true);
      at += 4;
    }
  }
  for (const list of [tags, clusters, saying, capitalTags, setBytes]) {
    bytes.set(list, at);
    at += list.length;
  }
  return bytes;
}

/** What `writeLexicon` wrote. */
export function readLexicon(bytes: Uint8Array): LexiconEntries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [wordCount, capitalCount, setCount] = [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)];
  let at = 12;
  const keys = (count: number): Uint32Array => {
    const list = new Uint32Array(count);
    for (let i = 0; i < count; i++, at += 4) list[i] = view.getUint32(at, true);
    return list;
  };
  const take = (count: number): Uint8Array => {
    at += count;
    return bytes.slice(at - count, at);
  };
  const words = keys(wordCount);
  const capitals = keys(capitalCount);
  const [tags, clusters, saying, capitalTags] = [take(wordCount), take(wordCount), take(wordCount), take(capitalCount)];
  const tagSets: Uint8Array[] = [];
  for (let i = 0; i < setCount; i++) tagSets.push(take(take(1)[0] ?? 0));
  return { words, tags, clusters, saying, capitals, capitalTags, tagSets };
}
