import type { Article, ArticleBlock, BlockAnalysis } from '../article';
import { ownCopy } from '../text/remembered';
import { firstAbove } from '../text/sorted';

/** What is looked for in a block: a pure function of what it says by itself, and of its text as the writer wrote it, markup and all. */
export type Look<T> = (block: BlockAnalysis, text: string) => readonly T[];

/** Where something stands in an article: the indices of the blocks that have it, in order, and for each what was found in it. */
export interface Places<T> {
  readonly blocks: readonly number[];
  /** The very same from version to version of an article, as long as the same (===) is found in the same order. */
  readonly found: readonly (readonly T[])[];
}

/** A block as it is written, with what looks found in it. */
export interface Written {
  readonly analysis: BlockAnalysis;
  readonly text: string;
  /** By the number of the look; undefined where it has not looked. */
  readonly found: (readonly unknown[] | undefined)[];
}

/**
 * An article block by block, with what looks found in it. A version of an article takes over what an edit left alone from the version before, from the
 * beginning and from the end; what is found is the same as in a fresh one.
 */
interface Reading {
  /** Whether nothing in it is markup. */
  readonly isPlain: boolean;
  readonly analyses: readonly BlockAnalysis[];
  readonly written: readonly Written[];
  /** By the number of the look; undefined where nobody has asked. */
  readonly places: (Places<unknown> | undefined)[];
}

/** The looks that some rule has asked for, by their numbers: a rule that is off costs nothing. */
const looks: Look<unknown>[] = [];

/** Gives a look its number. */
export const numbered = (look: Look<unknown>): number => looks.push(look) - 1;

/** What the look of a number finds in an article; looked for once. */
export function placesIn(article: Article, number: number): Places<unknown> {
  const { places, written } = readingOf(article);
  const known = places[number] ?? placesFrom(written, 0, number);
  places[number] = known;
  return known;
}

/** A block of an article as it is written. */
export const writtenAt = (article: Article, block: number): Written | undefined => readingOf(article).written[block];

const readings = new WeakMap<Article, Reading>();
/** The latest reading that begins or that ends with a block: most likely that of the version before. */
const latest = new WeakMap<BlockAnalysis, Reading>();

function readingOf(article: Article): Reading {
  const known = readings.get(article);
  if (known) return known;
  const ends = [article.blocks[0], article.blocks.at(-1)].flatMap((block) => block?.analysis ?? []);
  const [before] = ends.flatMap((end) => latest.get(end) ?? []);
  const reading = read(article, before);
  readings.set(article, reading);
  for (const end of ends) latest.set(end, reading);
  return reading;
}

/** What became of the blocks of the version before. */
interface Cut {
  /** So many at the beginning are the same. */
  readonly first: number;
  /** Those from here on are the same, */
  readonly rest: number;
  /** and so many places further on. */
  readonly by: number;
}

function read({ blocks, text, masked }: Article, before: Reading | undefined): Reading {
  const isPlain = text === masked;
  const { analyses = [], written = [], places = [] } = before ?? {};
  const isSure = isPlain && before?.isPlain === true;
  const isSame = (block: ArticleBlock | undefined, at: number): boolean =>
    block !== undefined && block.analysis === analyses[at] && (isSure || text.startsWith(written[at]?.text ?? '', block.span[0]));
  const most = Math.min(blocks.length, written.length);
  let first = 0;
  while (first < most && isSame(blocks[first], first)) first++;
  let last = 0;
  while (last < most - first && isSame(blocks[blocks.length - 1 - last], written.length - 1 - last)) last++;
  const cut: Cut = { first, rest: written.length - last, by: blocks.length - written.length };
  const between = blocks.slice(first, blocks.length - last).map((block) => writtenOf(block, text));
  return {
    isPlain,
    analyses: spliced(
      analyses,
      first,
      cut.rest,
      between.map(({ analysis }) => analysis),
    ),
    written: spliced(written, first, cut.rest, between),
    places: places.map((of, number) => of && moved(of, cut, placesFrom(between, first, number))),
  };
}

/** The same text is written in several ways, one with a link and one without, seldom enough for the last to be the one that is remembered. */
const known = new WeakMap<BlockAnalysis, Written>();

function writtenOf({ analysis, span: [start, end] }: ArticleBlock, text: string): Written {
  const found = known.get(analysis);
  if (found && text.startsWith(found.text, start)) return found;
  const own = text.startsWith(analysis.text, start) ? analysis.text : ownCopy(text.slice(start, end));
  const written: Written = { analysis, text: own, found: [] };
  known.set(analysis, written);
  return written;
}

const NOTHING: readonly never[] = [];

/** Where a look finds something in blocks of which the first has the index `from`. */
function placesFrom(written: readonly Written[], from: number, number: number): Places<unknown> {
  const places: { blocks: number[]; found: (readonly unknown[])[] } = { blocks: [], found: [] };
  for (let b = 0; b < written.length; b++) {
    const block = written[b];
    if (!block) continue;
    let found = block.found[number];
    if (!found) {
      found = looks[number]?.(block.analysis, block.text) ?? NOTHING;
      block.found[number] = found.length > 0 ? found : NOTHING;
    }
    if (found.length === 0) continue;
    places.blocks.push(from + b);
    places.found.push(found);
  }
  return places;
}

/** The places of the version before, with those of the blocks that are new. */
function moved({ blocks, found }: Places<unknown>, { first, rest, by }: Cut, between: Places<unknown>): Places<unknown> {
  const start = countBelow(blocks, first);
  const end = countBelow(blocks, rest);
  const isSame = end - start === between.found.length && between.found.every((list, i) => areSame(list, found[start + i]));
  if (isSame && by === 0 && between.blocks.every((block, i) => block === blocks[start + i])) return { blocks, found };
  const after = by === 0 ? blocks.slice(end) : blocks.slice(end).map((block) => block + by);
  return {
    blocks: blocks.slice(0, start).concat(between.blocks, after),
    found: isSame ? found : spliced(found, start, end, between.found),
  };
}

const areSame = (a: readonly unknown[], b: readonly unknown[] | undefined): boolean =>
  a === b || (a.length === b?.length && a.every((item, i) => item === b[i]));

/** A list with others in place of those from `start` to `end`. */
const spliced = <T>(list: readonly T[], start: number, end: number, others: readonly T[]): readonly T[] =>
  start === end && others.length === 0 ? list : list.slice(0, start).concat(others, list.slice(end));

/** How many of whole numbers in ascending order are below another. */
const countBelow = (numbers: readonly number[], limit: number): number => firstAbove(numbers, limit - 1);
