import { describe, expect, test } from 'vitest';
import type { Format } from '../../server/src/text/format';
import { ADVERSARIES } from './adversaries';
import { growth, MOST } from './growth';

describe.each<Format>(['plain', 'markdown'])('twice the text costs twice the time, in %s', (format) => {
  test.each([...ADVERSARIES])('%s', (_, adversary) => {
    expect(growth(adversary, format)).toBeLessThan(MOST);
  });
});
