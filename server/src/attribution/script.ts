import { type Line, linesOf } from './lines';
import type { Mention } from './mentions';
import { type Saying, sayingsOf } from './sayings';
import { sourcesOf } from './sources';
import type { PlacedBlock } from './speakers';

/**
 * All that the casting reads of a block, and apart from it where in the block that stands: blocks that differ in nothing else are read alike. It depends on
 * the block alone, so it is made once and kept for as long as the block is.
 */
export interface Script {
  /** How many sentences it counts for, at least one. */
  readonly sentences: number;
  /** One for each mention, in order. */
  readonly lines: readonly Line[];
  /** One for each attribution, in order. */
  readonly sayings: readonly Saying[];
  /** The names that are made known before the reading starts: those in full, or with a short form beside them. */
  readonly names: readonly Mention[];
  /** Start and end, in the block, of the places that a figure may have in it, flat: its mentions, its sources, and those joined to the mention after them. */
  readonly places: readonly number[];
}

const known = new WeakMap<PlacedBlock['tokens'], Pick<PlacedBlock, 'mentions' | 'attributions'> & { readonly script: Script }>();

/** The script of a block: the same object for as long as the block's analysis is the same, wherever it stands. */
export function scriptOf(block: PlacedBlock): Script {
  const { tokens, mentions, attributions } = block;
  const found = known.get(tokens);
  if (found?.mentions === mentions && found.attributions === attributions) return found.script;
  const script = readScript(block);
  known.set(tokens, { mentions, attributions, script });
  return script;
}

function readScript(block: PlacedBlock): Script {
  const sources = sourcesOf(block);
  return {
    sentences: Math.max(1, block.sentences.length),
    lines: linesOf(block, sources),
    sayings: sayingsOf(block, sources),
    names: block.mentions.filter(isIntroduction),
    places: placesOf(block),
  };
}

function placesOf({ mentions, attributions }: PlacedBlock): number[] {
  const places: number[] = [];
  for (const { span } of mentions) places.push(span[0], span[1]);
  for (const { source } of attributions) places.push(source?.[0]?.[0] ?? 0, source?.[0]?.[1] ?? 0);
  for (const [m, { span }] of mentions.entries()) places.push(span[0], mentions[m + 1]?.span[1] ?? span[1]);
  return places;
}

const isIntroduction = ({ form, words, alias, doubtful, kind }: Mention): boolean =>
  form === 'name' && (words.length > 1 || Boolean(alias)) && !(doubtful && kind === null);

/** The number of a place in a block: of a mention, of the source of an attribution, of a mention and the one joined to it. */
export const placeOfMention = (m: number): number => m;
export const placeOfSource = ({ lines }: Script, a: number): number => lines.length + a;
export const placeOfPair = ({ lines, sayings }: Script, m: number): number => lines.length + sayings.length + m;

/** What only tells where something stands. */
const WHERE: ReadonlySet<string> = new Set(['places', 'span', 'name', 'role'] satisfies (keyof Script | keyof Mention)[]);

/** Whether two blocks are read alike. */
export const isSameScript = (a: Script, b: Script): boolean => isAlike(a, b);

/** Whether two values of plain data are the same but for where they stand. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => WHERE.has(key) || isAlike(Reflect.get(a, key), Reflect.get(b, key)));
}
