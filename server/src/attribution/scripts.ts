import { fitnessOf } from './chapters';
import { type Script, scriptOf } from './script';
import type { PlacedBlock } from './speakers';

/** The blocks of an article as the reading in chapters needs them, one place for each in all lists. */
export interface Scripts {
  readonly blocks: readonly PlacedBlock[];
  readonly scripts: readonly Script[];
  readonly offsets: Int32Array;
  /** Tokens. */
  readonly sizes: Int32Array;
  /** How well a chapter may begin there. */
  readonly fitness: Int32Array;
}

/** The same with how many blocks at the beginning and at the end are those of an earlier version. */
export interface ReadScripts extends Scripts {
  readonly first: number;
  readonly last: number;
}

/** The blocks' scripts; what is unchanged is taken over. */
export function readScripts(blocks: readonly PlacedBlock[], earlier: Scripts | undefined): ReadScripts {
  const old = earlier?.blocks ?? [];
  const most = Math.min(blocks.length, old.length);
  let first = 0;
  while (first < most && isSameBlock(blocks[first], old[first])) first++;
  let last = 0;
  while (last < most - first && isSameBlock(blocks[blocks.length - 1 - last], old[old.length - 1 - last])) last++;
  const end = blocks.length - last;
  const fresh = blocks.slice(first, end);
  const offsets = new Int32Array(blocks.length);
  for (let b = 0; b < blocks.length; b++) offsets[b] = blocks[b]?.offset ?? 0;
  const spliced = (known: Int32Array | undefined, of: (block: PlacedBlock) => number): Int32Array => {
    const list = new Int32Array(blocks.length);
    if (known) {
      list.set(known.subarray(0, first));
      list.set(known.subarray(known.length - last), end);
    }
    let at = first;
    for (const block of fresh) list[at++] = of(block);
    return list;
  };
  return {
    blocks,
    scripts: [...(earlier?.scripts.slice(0, first) ?? []), ...fresh.map(scriptOf), ...(earlier?.scripts.slice(old.length - last) ?? [])],
    offsets,
    sizes: spliced(earlier?.sizes, ({ tokens }) => tokens.length),
    fitness: spliced(earlier?.fitness, fitnessOf),
    first,
    last,
  };
}

const isSameBlock = (a: PlacedBlock | undefined, b: PlacedBlock | undefined): boolean =>
  a === b || (a?.tokens === b?.tokens && a?.attributions === b?.attributions);
