import { describe, expect, test } from 'vitest';
import { findClaim } from '../../../server/src/evidence/claim-search';
import { indexOf } from './sources';

const index = indexOf({
  'report.html': `<h1>Survey of the pier</h1><p>The survey found 23 rotten piles in the second and third bays of the pier. Repairs would cost
    $4.2 million. The pier was last repaired in 1998.</p><p>Divers did not examine the outer bay. The harbour had 340 berths in 2019.</p>`,
  'release.txt':
    'The harbour board has taken on 60 seasonal workers this summer.\n\nThe ferry carries 1,200 passengers a day in July and 300 a day in January.\n',
});

const bearing = (claim: string): string => {
  const [best] = findClaim(index, claim).passages;
  return best ? [best.bearing, ...best.differences.map(({ span, words }) => `“${claim.slice(...span)}” for “${words}”`)].join(' ') : 'none';
};

describe('a claim', () => {
  test.each([
    ['The survey found 23 rotten piles in two bays of the pier.', 'related'],
    ['The survey found 23 rotten piles in the bays of the pier.', 'supports'],
    ['Repairs to the pier would cost about $4 million.', 'supports'],
    ['The pier was last repaired in 1998.', 'supports'],
    ['The harbour board took on 60 seasonal workers for the summer.', 'supports'],
    ['The survey found 32 rotten piles in the second and third bays of the pier.', 'differs “32” for “23”'],
    ['The harbour board has taken on 90 seasonal workers this summer.', 'differs “90” for “60”'],
    ['Repairs would cost $6 million.', 'none'],
    ['The ferry carries 300 passengers a day in January.', 'supports'],
    ['The harbour had 355 berths for visitors in 2021.', 'related'],
    ['Divers examined the outer bay of the harbour.', 'related'],
    ['The library will close three branches in June.', 'none'],
  ])('“%s”: %s', (claim, expected) => {
    expect(bearing(claim)).toBe(expected);
  });

  test('has its passages with their places', () => {
    expect(findClaim(index, 'The harbour board took on 60 seasonal workers for the summer.').passages).toMatchObject([
      { place: { name: 'sources/release.txt', start: { line: 0 }, words: expect.stringContaining('60 seasonal workers') } },
    ]);
  });
});
