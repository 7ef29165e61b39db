import { describe, expect, test } from 'vitest';
import { Settled } from '../../../server/src/server/settled';
import type { Span } from '../../../server/src/text/span';

const at = (start: number, end = start) => ({ span: [start, end] as Span });
const typed = (place: number, length = 1) => ({ replaced: [place, place] as const, inserted: [place, place + length] as const });

describe('what holds still', () => {
  test('is fresh at rest, and worked out once a version', () => {
    const settled = new Settled();
    const version = {};
    const first = settled.show(version, null, () => [at(3)]);
    expect(settled.show(version, null, () => [at(9)])).toBe(first);
    expect(settled.show({}, null, () => [at(9)])).toEqual([at(9)]);
  });

  test('moves along while somebody types, and nothing comes to it', () => {
    const settled = new Settled();
    settled.show(1, null, () => [at(3), at(20)]);
    settled.moved(typed(10, 2));
    expect(settled.show(2, [8, 14], () => [at(3), at(12), at(22)])).toEqual([at(3), at(22)]);
    expect(settled.show(2, null, () => [at(3), at(12), at(22)])).toEqual([at(3), at(12), at(22)]);
  });

  test('takes along what else lies in the text', () => {
    const settled = new Settled<{ span: Span; to: Span }>((item, moved) => ({ ...item, to: moved(item.to) }));
    settled.show(1, null, () => [{ ...at(3), to: [20, 24] }]);
    settled.moved(typed(10, 2));
    expect(settled.show(2, [8, 14], () => [])).toEqual([{ ...at(3), to: [22, 26] }]);
  });

  test('goes where it is typed into or taken out; what begins there stays', () => {
    const settled = new Settled();
    settled.show(1, null, () => [at(10), at(10, 30), at(40)]);
    settled.moved(typed(10));
    settled.moved({ replaced: [38, 45], inserted: [38, 38] });
    expect(settled.show(2, [0, 50], () => [])).toEqual([at(10, 31)]);
  });

  test('is what is fresh outside the sentence at hand where nothing was shown before, or all was replaced', () => {
    const settled = new Settled();
    expect(settled.show(1, [5, 9], () => [at(7), at(12)])).toEqual([at(12)]);
    settled.moved({ replaced: [0, 1000], inserted: [0, 900] });
    expect(settled.show(2, [5, 9], () => [at(3), at(7)])).toEqual([at(3)]);
    settled.forget();
    expect(settled.show(2, [5, 9], () => [at(4)])).toEqual([at(4)]);
  });
});
