import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, type Quantity, quantitiesOf } from '../../../server/src/text/quantities';

const only = (text: string): Quantity => {
  const [first, ...more] = quantitiesOf(text);
  if (!first || more.length > 0) throw new Error(`not one quantity in ${text}`);
  return first;
};

describe('the quantities of a text', () => {
  test.each([
    ['The flood drove 1,450 people out.', 1450, 'peopl'],
    ['It cost £1.2m to mend.', 1.2e6, '£'],
    ['It cost 1.2 million pounds to mend.', 1.2e6, '£'],
    ['It cost US$3 billion to mend.', 3e9, '$'],
    ['They paid 780 million crowns.', 780e6, 'crown'],
    ['Turnout fell to 34 per cent.', 34, '%'],
    ['Nearly half of the boats leaked.', 50, '%'],
    ['Two-thirds of the boats leaked.', 200 / 3, '%'],
    ['He found twenty-five ships.', 25, 'ships'],
  ])('%s', (text, value, unit) => {
    const quantity = only(text);
    expect(quantity.value).toBeCloseTo(value);
    expect(quantity.unit).toBe(unit);
  });

  test.each([['It was a magnitude 6.3 earthquake.'], ['It sailed on June 5.'], ['In 2019 it sank.'], ['The match ended 3-1.']])(
    'leave out what counts nothing: %s',
    (text) => expect(quantitiesOf(text)).toEqual([]),
  );

  test('come in order and within the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { span } of quantitiesOf(`${text} a third of 12 ${text}`)) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          last = span[1];
        }
      }),
    );
  });
});

describe('two figures', () => {
  test.each([
    ['£1.2m', '£1,200,000'],
    ['£1.2 million', '1.2 million pounds'],
    ['1,200 people', '1,245 people'],
    ['A third of voters', '34% of voters'],
    ['more than 1,000 homes', '1,450 homes'],
    ['nearly 1,500 homes', '1,450 homes'],
    ['about 300 boats', '320 boats'],
    ['twelve ships', '12 ships'],
  ])('may be one: %s, %s', (a, b) => expect(agree(only(a), only(b))).toBe(true));

  test.each([
    ['1,200 people', '1,450 people'],
    ['870 million crowns', '780 million crowns'],
    ['20 people', '12 people'],
    ['A third of voters', '43% of voters'],
    ['£1.2m', '£1.8m'],
    ['about 300 boats', '400 boats'],
    ['more than 100 boats', '540 boats'],
  ])('are two: %s, %s', (a, b) => expect(agree(only(a), only(b))).toBe(false));
});
