import { describe, expect, test } from 'vitest';
import { isSameDay, isSameTime } from '../../../server/src/evidence/moments';
import { figures } from '../../../server/src/evidence/numbers';
import { found, indexOf } from './sources';

const words = (text: string): string[] => text.split(' ');

describe('numbers in figures', () => {
  test.each([
    ['twenty five', '25'],
    ['a hundred and two', '102'],
    ['1.5 million', '1500000'],
    ['two thousand and nineteen', '2019'],
    ['twenty nineteen', '20 19'],
    ['four twenty', '4 20'],
    ['twenty third', '23rd'],
    ['the eleventh hour', 'the 11th hour'],
    ['three hundred twelve', '312'],
  ])('“%s” is %s', (text, written) => {
    expect(figures(words(text)).join(' ')).toBe(written);
  });
});

describe('a time of day', () => {
  test.each([
    ['4.20', 'twenty past four'],
    ['4 20', 'four twenty'],
    ['4.05', 'four oh five'],
    ['4.45', 'a quarter to five'],
    ['4.30 pm', 'half past four'],
    ['4 pm', "four o'clock"],
    ['12.10', 'ten minutes past twelve'],
    ['16.20', 'twenty past four'],
  ])('is the same as “%s” and “%s”', (quoted, said) => {
    expect(isSameTime(words(quoted), words(said))).toBe(true);
  });

  test.each([
    ['4.20', 'twenty to four'],
    ['4.20', 'four'],
    ['4 pm', '4 am'],
    ['4.20', '4.2 percent'],
    ['24', 'four twenty'],
    ['4', 'four people'],
  ])('is not: “%s” and “%s”', (quoted, said) => {
    expect(isSameTime(words(quoted), words(said))).toBe(false);
  });
});

describe('a day', () => {
  test.each([
    ['3', 'third', 'on may', true],
    ['3', 'the third', 'on may', true],
    ['3', 'third', 'of may', true],
    ['may 21st', 'the twenty first of may', 'on', true],
    ['3', 'fourth', 'on may', false],
    ['3', 'third', 'the bay', false],
    ['may 3', 'june third', 'on', false],
    ['40', 'fortieth', 'may', false],
  ])('“%s” and “%s” beside “%s”: %s', (quoted, said, beside, same) => {
    expect(isSameDay(words(quoted), words(said), words(beside))).toBe(same);
  });
});

const LOG = 'CARO LIND: The gate stuck at twenty past four on May the third, and we closed it by hand at half past five in the end.\n';

test.each([
  ['The gate stuck at 4.20 on May 3, and we closed it by hand at 5:30', 'edited number'],
  ['The gate stuck at 4:20 on May 3rd, and we closed it by hand', 'edited number'],
  ['The gate stuck at 4.40 on May 3, and we closed it by hand', 'altered number “4.40” for “twenty past four”'],
  ['The gate stuck at twenty past four on May 4, and we closed it by hand', 'altered “4” for “the third”'],
])('a quote may write times and days in figures: “%s” is %s', (quote, verdict) => {
  expect(found(indexOf({ 'log.txt': LOG }), quote)).toBe(verdict);
});
