import { describe, expect, test } from 'vitest';
import { growth, MOST } from './growth';
import { attacksOnPatterns } from './patterns';

describe('no pattern can be made slow', async () => {
  const attacks = await attacksOnPatterns();

  test('they have been found', () => {
    expect(attacks.patterns).toBeGreaterThan(200);
  });

  test.each(attacks.found)('by what is known to slow down %s', (_, adversary) => {
    for (const format of ['plain', 'markdown'] as const) expect(growth(adversary, format)).toBeLessThan(MOST);
  });
});
