import { describe, expect, test } from 'vitest';
import { median, quantile, type Run } from '../../bench/figures';
import { comparison, table } from '../../bench/table';

const run = (value: number): Run => ({
  schema: 1,
  node: 'v24',
  machine: '2 × something',
  groups: [
    {
      title: 'Start',
      about: 'Less is better.',
      figures: [
        { name: 'server', unit: 'ms', value, range: [1, 2000], beside: { name: 'node', value: 50 } },
        { name: `only at ${value}`, unit: 'MB', value },
      ],
    },
  ],
});

describe('the figures of a run', () => {
  test('are shown with their spread and their ratio', () => {
    expect(table(run(100))).toMatch(/server +\| +100 ms +\| +1\.00 ms … 2,000 ms +\| +2\.00 × node/);
  });

  test('are compared where both runs have them', () => {
    const lines = comparison(run(100), run(50)).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/Start: server +\| +100 ms +\| +50\.0 ms +\| +0\.50/);
  });

  test('have a middle and tails by the nearest rank', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([5, 1, 2, 4, 3], 0.95)).toBe(5);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
