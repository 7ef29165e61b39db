import type { Article } from '../article';
import { remembered } from '../text/remembered';
import { firstAbove } from '../text/sorted';

/** For each block of an article the place of its first attribution in the article's list, or where it would stand; one more for the end. */
export const firstAttributions = remembered(({ blocks, attributions }: Article) => firstOfEach(blocks.length, attributions));

/** The same of quotes. */
export const firstQuotes = remembered(({ blocks, quotes }: Article) => firstOfEach(blocks.length, quotes));

function firstOfEach(blocks: number, things: readonly { readonly block: number }[]): Int32Array {
  const first = new Int32Array(blocks + 1);
  let b = 0;
  for (let i = 0; i < things.length; i++) {
    const block = things[i]?.block ?? 0;
    while (b <= block) first[b++] = i;
  }
  while (b <= blocks) first[b++] = things.length;
  return first;
}

const blockStarts = remembered(({ blocks }: Article): Int32Array => {
  const starts = new Int32Array(blocks.length);
  for (let b = 0; b < blocks.length; b++) starts[b] = blocks[b]?.span[0] ?? 0;
  return starts;
});

/** The index of the last block that starts at or before a place; −1 where none does. Logarithmic. */
export function blockAt(article: Article, place: number): number {
  return firstAbove(blockStarts(article), place) - 1;
}

/** The attribution or the entity of an id, in the article's list of them: they are numbered in its order from 1 on (`a1`, `a2`…; `e1`, `e2`…). */
export function byId<T extends { readonly id: string }>(things: readonly T[], id: string | null | undefined): T | undefined {
  if (id === null || id === undefined) return undefined;
  const thing = things[numberOf(id) - 1];
  return thing?.id === id ? thing : undefined;
}

/** The number after the letter of an id; 0 where there is none. */
function numberOf(id: string): number {
  let number = 0;
  for (let i = 1; i < id.length; i++) number = number * 10 + id.charCodeAt(i) - ZERO;
  return number;
}

const ZERO = 0x30;
