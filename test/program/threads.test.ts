import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FERRY } from '../workbench/articles';
import { CLI, Desk } from './program';

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

/** A terminal to run in, where there is the program that makes one. */
const terminal = spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

test.runIf(terminal)('a long run says on a terminal how far it has come, and leaves nothing of it', () => {
  const { out } = desk.run('script', ['-qec', `"${process.execPath}" "${CLI}" check --format sarif > findings.sarif`, '/dev/null']);
  expect(out).toMatch(/\d+ of 121 articles: desk-\d\/story-\d+\.txt/);
  // The last word on it is wiped off.
  expect(out.slice(out.lastIndexOf(' articles: '))).toContain('\r\u001b[K');
});

test('a pipe is told nothing of it', () => {
  expect(desk.onrecord(['check', '--format', 'json', 'desk-1']).err).toBe('');
});
