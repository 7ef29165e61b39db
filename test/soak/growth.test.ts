import { expect, test } from 'vitest';
import { growth, MOST } from './growth';

const said = (length: number): string => 'Ana Ruiz said “no”, and he left.\n\n'.repeat(Math.ceil(length / 34));

test('what costs the square of its length is told apart from what does not', () => {
  expect(growth((length) => said(length ** 2 / 40_000), 'plain')).toBeGreaterThan(MOST);
  expect(growth(said, 'plain')).toBeLessThan(MOST);
});
