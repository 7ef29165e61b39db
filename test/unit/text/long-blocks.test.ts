import { expect, test } from 'vitest';
import { layOut } from '../../../server/src/text/layout';
import { LONGEST_BLOCK } from '../../../server/src/text/long-blocks';

const partsOf = (text: string): string[] => layOut(text, 'plain').blocks.map(({ span }) => text.slice(...span));

test('a paragraph longer than any real one is read in parts, cut after sentences', () => {
  const text = 'The council met on Monday, and nobody spoke for the harbour. '.repeat(400).trim();
  const parts = partsOf(text);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(LONGEST_BLOCK);
    expect(part).toMatch(/^The council .*harbour\.$/s);
  }
  expect(parts.join(' ')).toBe(text);
});

test('without sentences it is cut between words, without words anywhere but inside a character', () => {
  expect(partsOf('harbour '.repeat(1000)).every((part) => /^(?:harbour ?)+$/.test(part))).toBe(true);
  const faces = '😀'.repeat(LONGEST_BLOCK);
  expect(partsOf(faces).join('')).toBe(faces);
  expect(partsOf(`x${faces}`).some((part) => /^[\udc00-\udfff]/.test(part))).toBe(false);
});
