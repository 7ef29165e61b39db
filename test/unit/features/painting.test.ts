import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differing, edgesOf, flatten, Strokes } from '../../../server/src/features/painting';
import type { Span } from '../../../server/src/text/span';

interface Stroke {
  readonly span: Span;
  readonly paint: number;
}

function flat(layers: readonly (readonly Stroke[])[]): Stroke[] {
  const found: Stroke[] = [];
  flatten(edgesOf(layers.map(laid)), 0, (start, end, paint) => {
    found.push({ span: [start, end], paint });
    return false;
  });
  return found;
}

function laid(strokes: readonly Stroke[]): Strokes {
  const layer = new Strokes();
  for (const { span, paint } of strokes) layer.add(span, paint);
  return layer;
}

describe('strokes laid flat', () => {
  const strokes = (maxLength: number) =>
    fc.array(
      fc.record({
        span: fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]): Span => [start, start + length]),
        paint: fc.nat(7),
      }),
      { maxLength },
    );

  test('give each place the strongest paint there, as painting pixel by pixel would', () => {
    fc.assert(
      fc.property(fc.array(strokes(12), { maxLength: 3 }), (layers) => {
        const pixels = Array.from({ length: 60 }, (_, at) =>
          Math.max(-1, ...layers.flat().flatMap(({ span, paint }) => (span[0] <= at && at < span[1] ? [paint] : []))),
        );
        const painted = Array.from({ length: 60 }, () => -1);
        for (const { span, paint } of flat(layers)) for (let at = span[0]; at < span[1]; at++) painted[at] = paint;
        expect(painted).toEqual(pixels);
      }),
    );
  });

  test('are the same in whatever order they come, however many there are', () => {
    const many = Array.from({ length: 4000 }, (_, i): Stroke => ({ span: [i * 10, i * 10 + 14], paint: i % 8 }));
    const there = flat([many]);
    expect(there).toHaveLength(4000);
    expect(flat([[...many].reverse()])).toEqual(there);
    expect(flat([many.filter((_, i) => i % 2 === 0), many.filter((_, i) => i % 2 === 1).reverse()])).toEqual(there);
  });

  test('are told from a place on, until it is enough', () => {
    const many = Array.from({ length: 10 }, (_, i): Stroke => ({ span: [i * 10, i * 10 + 5], paint: i % 8 }));
    const told: number[] = [];
    flatten(edgesOf([laid(many)]), 30, (start) => {
      told.push(start);
      return start === 60;
    });
    expect(told).toEqual([30, 40, 50, 60]);
  });

  test('differ from earlier ones between two places, and nowhere else', () => {
    const before = edgesOf([laid([0, 10, 20, 30].map((at) => ({ span: [at, at + 5], paint: 1 })))]);
    const after = edgesOf([laid([0, 10, 14, 23, 33].map((at) => ({ span: [at, at + 5], paint: 1 })))]);
    expect(differing(before, after, 3)).toEqual({ first: 14, last: 19 });
    expect(differing(before, before, 0)).toEqual({ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY });
  });
});
