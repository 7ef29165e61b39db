import { expect } from 'vitest';
import type { OutlineNode } from '../../../server/src/features/outline';
import { contains } from '../../../server/src/text/span';

/** Each line holds its words and its children, which come in order and apart; each has a name. */
export function expectNested(nodes: readonly OutlineNode[], within: readonly [number, number]): void {
  let last = within[0];
  for (const { name, span, words, children } of nodes) {
    expect(name.trim()).not.toBe('');
    expect(contains(within, span) && contains(span, words)).toBe(true);
    expect(span[0]).toBeGreaterThanOrEqual(last);
    expectNested(children, span);
    last = span[1];
  }
}
