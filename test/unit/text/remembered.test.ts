import { describe, expect, test } from 'vitest';
import { lazily, remembered, rememberedPair, rememberedText } from '../../../server/src/text/remembered';

describe('what is remembered', () => {
  test('of an object is made once', () => {
    let made = 0;
    const sizeOf = remembered(({ size }: { size: number }) => {
      made++;
      return size;
    });
    const one = { size: 1 };
    expect([sizeOf(one), sizeOf(one), sizeOf({ size: 2 }), made]).toEqual([1, 1, 2, 2]);
  });

  test('of two objects is made anew where the second is another', () => {
    const sum = rememberedPair((a: { n: number }, b: { n: number }) => ({ n: a.n + b.n }));
    const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }];
    expect(sum(one, two)).toBe(sum(one, two));
    expect([sum(one, three).n, sum(one, two).n]).toEqual([4, 3]);
  });

  test('of texts is the latest, and never more than were asked for', () => {
    const made: string[] = [];
    const lengthOf = rememberedText((text) => made.push(text) && text.length, 4);
    for (const text of ['a', 'bb', 'a', 'ccc', 'dddd', 'eeeee', 'a']) expect(lengthOf(text)).toBe(text.length);
    expect(made).toEqual(['a', 'bb', 'ccc', 'dddd', 'eeeee', 'a']);
  });

  test('lazily is made when it is asked for, and once', () => {
    let made = 0;
    const one = lazily(() => ++made);
    expect(made).toBe(0);
    expect([one(), one()]).toEqual([1, 1]);
  });
});
