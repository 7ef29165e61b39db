import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, english, percents } from '../../../server/src/report/say';

test('arguments go where their number stands, and are not looked at again', () => {
  expect(english('{1} of {0}', '{1}', 2)).toBe('2 of {1}');
  expect(english('{0} and {3}', 'x')).toBe('x and {3}');
  expect([0, 1, 2].map((n) => count(english, n, '{0} word', '{0} words'))).toEqual(['0 words', '1 word', '2 words']);
});

test('parts of a whole add up to a hundred, and none is off by more than one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }), (parts) => {
      const whole = parts.reduce((a, b) => a + b, 0);
      const shown = percents(english, parts).map((text) => Number(text.replace(' %', '')));
      expect(shown.reduce((a, b) => a + b, 0)).toBe(whole === 0 ? 0 : 100);
      for (const [i, n] of shown.entries()) expect(Math.abs(n - (whole === 0 ? 0 : (100 * (parts[i] ?? 0)) / whole))).toBeLessThan(1);
    }),
  );
});
