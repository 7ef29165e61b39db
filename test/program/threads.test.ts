import { afterAll, beforeAll, expect, test } from 'vitest';
import { FERRY } from '../workbench/articles';
import { Desk } from './program';

/** Enough of them for threads to be worth their start. */
const MANY = 120;

let desk: Desk;
beforeAll(() => {
  const articles = Array.from({ length: MANY }, (_, i) => [
    `desk-${i % 7}/story-${i}.txt`,
    FERRY.repeat(1 + (i % 3)).replaceAll('Ana Ruiz', `Ana Ruiz-${i}`),
  ]);
  desk = new Desk({ ...Object.fromEntries(articles), 'broken.txt': '\u0000\u0001' });
});
afterAll(() => desk.remove());

test.each([
  ['check', '--format', 'json'],
  ['annotate', '--format', 'jsonl'],
])('many articles, read in threads, come out as in one: %s', (...args) => {
  const [alone, together] = ['0', '3'].map((threads) => desk.onrecord(args, { ONRECORD_THREADS: threads }));
  expect(together).toEqual(alone);
  expect(together?.out).toContain('Ruiz-119');
  expect(together?.err).toContain('broken.txt');
  expect(together?.code).toBe(2);
});
