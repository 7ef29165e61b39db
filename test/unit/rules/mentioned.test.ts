import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startingWithin } from '../../../server/src/rules/mentioned';
import type { Span } from '../../../server/src/text/span';
import { reads } from './reads';

const numbers = fc.uniqueArray(fc.nat(200), { maxLength: 40 }).map((list) => list.sort((a, b) => a - b));
/** Some that begin where another ends, and some with nothing in them. */
const apart = numbers.map((list) => list.slice(1).flatMap((end, i): Span[] => (end % 3 === 0 ? [] : [[list[i] ?? end, end]])));
/** In order of their starts, and of any length. */
const mentions = fc.tuple(numbers, fc.infiniteStream(fc.nat(50))).map(([list, long]) => {
  const lengths = long[Symbol.iterator]();
  return list.map((start): Span => [start, start + (lengths.next().value ?? 0)]);
});

test('of mentions those are found that start in one of some stretches', () => {
  fc.assert(
    fc.property(mentions, apart, (of, spans) => {
      expect(startingWithin(of, spans)).toEqual(of.filter(([at]) => spans.some(([start, end]) => start <= at && at < end)));
    }),
  );
});

test('one mention is found among a thousand stretches, and one stretch holds few of a thousand mentions, without walking through them', () => {
  const thousand = Array.from({ length: 1000 }, (_, i): Span => [10 * i, 10 * i + 5]);
  const few = reads(thousand, (spans) => expect(startingWithin([[7003, 7010]], spans)).toHaveLength(1));
  expect(few).toBeLessThan(50);
  expect(reads(thousand, (of) => expect(startingWithin(of, [[7000, 7020]])).toHaveLength(2))).toBeLessThan(50);
});
