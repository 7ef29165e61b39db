import { describe, expect, test } from 'vitest';
import { found, indexOf, look } from './sources';

const COUNCIL = `TRANSCRIPT OF THE HARBOUR COMMITTEE, 4 MARCH

MAYOR HALE: We have waited eleven years for a new pier. I will not ask this
town to wait another winter, uh, and I will not ask the fishermen to land
their catch on a ladder.

DR. MARLOWE: The timber is rotten from the second bay out-
wards. We counted 23 piles that a child could push over. I mean, you would not
park a car on it.

MAYOR HALE: So what would it cost?

DR. MARLOWE: About four million dollars, and that's if we start before June.
[laughter] Nobody on this committee wants to hear it. But nobody on this committee
will have to stand under it, either.

MAYOR HALE: Then we start before June.
`;
const index = indexOf({ 'council.txt': COUNCIL });

describe('a quote', () => {
  test('is found as it was said, over the ends of lines', () => {
    expect(found(index, 'We have waited eleven years for a new pier.')).toBe('verbatim');
    expect(found(index, 'I will not ask this town to wait another winter')).toBe('verbatim');
    expect(found(index, 'The timber is rotten from the second bay outwards.')).toBe('verbatim');
    expect(look(index, 'Then we start before June.').places).toMatchObject([
      { name: 'sources/council.txt', start: { line: 16 }, speaker: 'MAYOR HALE', words: 'Then we start before June' },
    ]);
  });

  test.each([
    ['[T]his town', 'short'],
    ['will not ask this town to wait another winter, and I will not ask the fishermen', 'verbatim'],
    ['We counted twenty-three piles that a child could push over', 'edited number'],
    ['you would not park a car on it', 'verbatim'],
    ['I will not ask this town … to land their catch on a ladder', 'edited omission'],
    ['I will not ask this town to wait another winter … I will not ask the fishermen', 'edited omission'],
    ['We counted 23 piles [in the outer bay] that a child could push over', 'edited bracket'],
    ['I will not ask [them] to wait another winter', 'edited bracket'],
    ['But nobody on [it] will have to stand under it', 'edited bracket'],
    ['and that is if we start before June', 'edited contraction'],
    ['About $4 million, and that’s if we start before June', 'edited number'],
    ['We have wait[ed] eleven years', 'edited bracket'],
  ])('may be edited: “%s” is %s', (quote, verdict) => {
    expect(found(index, quote)).toBe(verdict);
  });

  test.each([
    ['The wood is rotten from the second bay outwards', 'altered “wood” for “timber”'],
    ['We counted 32 piles that a child could push over', 'altered “32” for “23”'],
    ['I will ask this town to wait another winter', 'altered “” for “not”'],
    ['you would really not park a car on it', 'altered “really” for “”'],
    ['We have waited ten long years for a new pier', 'altered “ten long” for “eleven”'],
  ])('is seen to be altered: “%s” is %s', (quote, verdict) => {
    expect(found(index, quote)).toBe(verdict);
  });

  test.each([
    ['We have waited eleven years for a new pier and nobody on this committee wants to hear it'],
    ['I will not ask this town to wait another winter. The timber is rotten from the second bay'],
    ['Nobody on this committee wants to hear it … We counted 23 piles that a child could push over'],
  ])('is seen to be stitched: “%s”', (quote) => {
    expect(look(index, quote).verdict).toBe('stitched');
  });

  test.each([
    ['We will rebuild the lighthouse before anybody else asks'],
    ['It is what it is and that is that'],
    ['we have waited for this day for years'],
  ])('is not found where nobody said it: “%s”', (quote) => {
    expect(look(index, quote).verdict).toBe('absent');
  });

  test('that is parted by its attribution is one', () => {
    expect(found(index, 'The timber is rotten|from the second bay outwards')).toBe('verbatim');
  });
});
