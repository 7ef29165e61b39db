import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, TokensDesk } from '../../../server/src/server/tokens';

const token = fc.tuple(fc.nat(1), fc.nat(2), fc.nat(1), fc.nat(1), fc.constant(0));
const data = fc.array(token, { maxLength: 8 }).map((tokens) => tokens.flat());

describe('what has changed in tokens', () => {
  test('turns the one into the other, in whole tokens', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const patched = [...before];
        for (const { start, deleteCount, data: inserted } of difference(before, after)) {
          expect([start % 5, deleteCount % 5, (inserted ?? []).length % 5]).toEqual([0, 0, 0]);
          patched.splice(start, deleteCount, ...(inserted ?? []));
        }
        expect(patched).toEqual(after);
      }),
    );
  });

  test('is nothing where they are equal, and one token where one was added', () => {
    expect(difference([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual([]);
    expect(difference([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 0, 1, 1, 0, 0])).toEqual([{ start: 5, deleteCount: 0, data: [0, 1, 1, 0, 0] }]);
  });

  test('is told only against the last result', () => {
    const desk = new TokensDesk();
    const first = desk.full('a', [1, 2, 3, 4, 5]);
    const second = desk.delta('a', [], first.resultId);
    expect(second).toMatchObject({ edits: [{ start: 0, deleteCount: 5 }] });
    expect(desk.delta('a', [1, 2, 3, 4, 5], first.resultId)).toMatchObject({ data: [1, 2, 3, 4, 5] });
    expect(desk.delta('b', [], undefined)).toMatchObject({ data: [] });
  });
});
