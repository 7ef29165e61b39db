import type { Span } from '../text/span';

/** A thing in its place among others: its children lie within its span, apart and in order. */
export interface Nested<T> {
  readonly item: T;
  /** That of the thing, cut where it would reach over the end of the one that holds it. */
  readonly span: Span;
  readonly children: readonly Nested<T>[];
}

/** Puts things into each other by their spans: of two that begin together the longer holds the shorter, of two that are equal the earlier. O(n log n). */
export function nest<T extends { readonly span: Span }>(items: readonly T[]): Nested<T>[] {
  interface Open {
    readonly item: T;
    readonly span: Span;
    readonly children: Open[];
  }
  const roots: Open[] = [];
  const open: Open[] = [];
  const sorted = [...items].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  for (const item of sorted) {
    const [start, end] = item.span;
    while (open.length > 0 && (open.at(-1)?.span[1] ?? 0) <= start) open.pop();
    const parent = open.at(-1);
    const node: Open = { item, span: [start, Math.min(end, parent?.span[1] ?? end)], children: [] };
    (parent?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
