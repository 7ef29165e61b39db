import type { PlacedVerdict } from '../annotations/verdicts';
import type { Standing } from '../attribution/block-attribution';
import type { Linked } from '../attribution/link';
import { attributionAt } from '../attribution/said';
import type { Change } from '../text/change';
import { firstEndingAfter } from '../text/span';
import { outsideBy } from './holders';

/** For each block whose content its first quote is part of, if that of an attribution of another block: see `outsideBy`. An answer's is its own block's, and counts as well. */
export function outsidesOf({ said }: Linked): Uint8Array {
  const outsides = new Uint8Array(said.quotings.length);
  const mark = (b: number, n: number): void => {
    outsides[b] = outsideBy(attributionAt(said, n)?.confidence ?? 0);
  };
  for (const [b, n] of said.goesOnWith) mark(b, n);
  for (const b of said.answers) mark(b, said.starts[b] ?? 0);
  return outsides;
}

/** For each block the verdicts that reach it, the earliest first. */
export function verdictsByBlock(
  verdicts: readonly PlacedVerdict[],
  blocks: Standing['blocks'],
): ReadonlyMap<number, readonly PlacedVerdict[]> {
  const byBlock = new Map<number, PlacedVerdict[]>();
  for (const verdict of verdicts) {
    for (let b = firstEndingAfter(blocks, verdict.span[0]); b < blocks.length && (blocks[b]?.span[0] ?? 0) < verdict.span[1]; b++) {
      const others = byBlock.get(b);
      if (others) others.push(verdict);
      else byBlock.set(b, [verdict]);
    }
  }
  return byBlock;
}

/** The blocks that a place of `citations` lies in or right after. */
export function citedBlocks(citations: readonly number[], blocks: Standing['blocks']): readonly number[] {
  const cited: number[] = [];
  for (const place of citations) {
    const b = firstEndingAfter(blocks, place);
    if (b < blocks.length) cited.push(b);
    if (b > 0) cited.push(b - 1);
  }
  return cited;
}

/** A row of blocks, `[from, to)`. */
export type Row = readonly [from: number, to: number];

/** How far around a claim the text is read for its citation, and for what kind of line it stands on. */
const AROUND = 60;

/** The blocks in which, or close around which, the writer's text is another than it was; all of them where there is no earlier version. */
export const around = ({ blocks }: Standing, change: Change | undefined): Row =>
  change ? [firstEndingAfter(blocks, change.start - AROUND), firstEndingAfter(blocks, change.after + AROUND) + 1] : [0, blocks.length];

export const isAmong = (b: number, [from, to]: Row): boolean => from <= b && b < to;
