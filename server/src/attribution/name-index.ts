import type { Bearer } from './name-match';

/** So many of one word that it tells nothing any more; keeps the work linear. */
export const CROWDED = 40;

/** Bearers of names, found by the words of these and by their short forms. */
export class NameIndex<B extends Bearer> {
  readonly #byWord = new Map<string, B[]>();
  readonly #byAlias = new Map<string, B>();

  add(bearer: B): B {
    for (const word of bearer.words) listAt(this.#byWord, word, bearer);
    return bearer;
  }

  /** Those that have `word` in their name. */
  named(word: string): readonly B[] {
    return this.#byWord.get(word) ?? NONE;
  }

  /** The one whose acronym is `alias`, one word. */
  alias(alias: string): B | undefined {
    return this.#byAlias.size === 0 ? undefined : this.#byAlias.get(alias);
  }

  /** Finds a bearer by the words of a fuller name, too. */
  addWords(bearer: B, words: readonly string[]): void {
    for (const word of words) if (!bearer.words.includes(word)) listAt(this.#byWord, word, bearer);
  }

  abbreviate(bearer: B, alias: string): void {
    if (!this.#byAlias.has(alias)) this.#byAlias.set(alias, bearer);
  }

  /** The acronyms, with whom they mean. */
  get aliases(): ReadonlyMap<string, B> {
    return this.#byAlias;
  }
}

const NONE: readonly never[] = [];

/** Adds to the list of `key`, once and while that isn't crowded. */
export function listAt<B>(map: Map<string, B[]>, key: string, bearer: B): void {
  const list = map.get(key);
  if (!list) map.set(key, [bearer]);
  else if (list.length < CROWDED && !list.includes(bearer)) list.push(bearer);
}
