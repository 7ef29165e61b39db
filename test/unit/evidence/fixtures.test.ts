import { describe, expect, test } from 'vitest';
import { scoreEvidence } from '../../../scripts/eval/evidence-scores';
import { ratio } from '../../../scripts/eval/own-articles';

describe('our own articles, held against their sources', () => {
  const misses: string[] = [];
  const { found, quiet, judged, claims } = scoreEvidence((line) => misses.push(line));

  test('have nearly all found that is wrong with their quotes, and hardly anything that is not', () => {
    expect(judged.all).toBeGreaterThanOrEqual(60);
    for (const [kind, share] of Object.entries(found)) expect(ratio(share), `${kind}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(0.9);
    expect(ratio(quiet), misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(ratio(claims), misses.join('\n')).toBe(1);
  });
});
