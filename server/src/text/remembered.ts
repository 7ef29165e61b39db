/**
 * `make`, worked out once for each object and kept for as long as that is in use. Blocks outlive the edits to others: what is remembered of a
 * block's analysis is read anew at a keystroke for one block only. `make` has to be a pure function, and never gives undefined.
 */
export function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

/** The same for two objects that come together nearly always: for each first one what was made last, with which second one. */
export function rememberedPair<K extends object, L extends object, V>(make: (first: K, second: L) => V): (first: K, second: L) => V {
  const known = new WeakMap<K, { readonly second: L; readonly made: V }>();
  return (first, second) => {
    const found = known.get(first);
    if (found?.second === second) return found.made;
    const made = make(first, second);
    known.set(first, { second, made });
    return made;
  };
}

/** The same characters in a string of their own: engines keep the whole of a text for as long as any slice of it is in use. */
export const ownCopy = (text: string): string => `${text} `.slice(0, -1);

/** The same for texts, which nothing tells when they are out of use: the latest are kept, about as many as `most`. */
export function rememberedText<V>(make: (text: string) => V, most: number): (text: string) => V {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  return (text) => {
    const found = young.get(text);
    if (found !== undefined) return found;
    const own = ownCopy(text);
    const made = old.get(text) ?? make(own);
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(own, made);
    return made;
  };
}

/** `make`, worked out when it is first asked for, if it ever is. Never gives undefined. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
