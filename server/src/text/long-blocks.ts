import type { Block } from './blocks';
import type { Span } from './span';

/**
 * Longest block that is analysed as one, in UTF-16 units: some 500 words, twice the longest paragraph in polnear/train. What attribution does within
 * a block may cost more than linear time in the block; a bound on blocks is what keeps the whole linear.
 */
export const LONGEST_BLOCK = 3000;

/** Cuts every block that is longer than `LONGEST_BLOCK` into several of its kind: after a sentence where there is one, else between words. */
export function cutLongBlocks(text: string, blocks: readonly Block[]): readonly Block[] {
  const isLong = ({ span }: Block): boolean => span[1] - span[0] > LONGEST_BLOCK;
  if (!blocks.some(isLong)) return blocks;
  return blocks.flatMap((block) => (isLong(block) ? cut(text, block.span).map((span) => ({ kind: block.kind, span })) : [block]));
}

function cut(text: string, [start, end]: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST_BLOCK) {
    const limit = from + LONGEST_BLOCK;
    const at = breakBefore(text, from + LONGEST_BLOCK / 2, limit);
    parts.push([from, at]);
    from = at;
    while (from < end && isSpace(text.charCodeAt(from))) from++;
  }
  if (from < end) parts.push([from, end]);
  return parts.map(([first, last]) => [first, trimEnd(text, first, last)]);
}

/** The best place to break in `(least, limit]`: the last sentence's end, else the last space, else the limit, not between two surrogates. */
function breakBefore(text: string, least: number, limit: number): number {
  let space = -1;
  for (let at = limit - 1; at > least; at--) {
    if (!isSpace(text.charCodeAt(at))) continue;
    if (space < 0) space = at;
    if (endsSentence(text, at)) return at;
  }
  if (space > 0) return space;
  const high = text.charCodeAt(limit - 1);
  return high >= 0xd800 && high <= 0xdbff ? limit - 1 : limit;
}

function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  while (last > 0 && /["”’'»)\]]/.test(text.charAt(last))) last--;
  return /[.!?…]/.test(text.charAt(last));
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}
