import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { tidier } from '../../../server/src/server/lean';

const MB = 1024 * 1024;
const used = (): number => getHeapStatistics().used_heap_size / MB;

/** Leaves garbage behind that has outlived the young. */
function litter(): void {
  let things: object[] = [];
  while (things.length < 800_000) things.push({ at: [things.length] });
  things = [];
}

test('memory is tidied where much has been added since the last time, and left alone where little has', () => {
  const tidy = tidier();
  tidy();
  litter();
  const littered = used();
  tidy();
  expect(littered - used()).toBeGreaterThan(24);
  const before = used();
  for (let i = 0; i < 100; i++) tidy();
  expect(before - used()).toBeLessThan(24);
});
