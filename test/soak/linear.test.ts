import { describe, expect, test } from 'vitest';
import { createService } from '../../server/src/service';
import type { Format } from '../../server/src/text/format';
import { ADVERSARIES, type Adversary } from './adversaries';
import { attacksOnPatterns } from './patterns';

const service = createService();

/** Twice the text may cost this many times as much: two, and room for a busy machine. A square would be four, and is looked at three times. */
const MOST = 3.2;
/** What costs less than this, in milliseconds of the processor, says nothing. */
const TELLING = 60;
const LONGEST = 512_000;

/** The processor's milliseconds that it takes to read a text and say everything about it. */
function costOf(text: string, format: Format): number {
  const start = process.cpuUsage().user;
  const article = service.analyse(text, { format });
  const findings = service.check(article);
  service.semanticTokens(article, undefined, { findings });
  service.diagnostics(article, 'file:///a', findings);
  return (process.cpuUsage().user - start) / 1000;
}

/** How many times as much twice the text costs, at a length where that can be told. */
function growth(adversary: Adversary, format: Format): number {
  let length = 8_000;
  let cost = costOf(adversary(length), format);
  while (cost < TELLING && length < LONGEST) {
    length *= 2;
    cost = costOf(adversary(length), format);
  }
  return cost < TELLING ? 0 : costOf(adversary(2 * length), format) / cost;
}

/** The least of three, as what else the machine does only ever adds. */
function leastGrowth(adversary: Adversary, format: Format): number {
  let least = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 3 && least > MOST; again++) least = Math.min(least, growth(adversary, format));
  return least;
}

costOf('Ana Ruiz said “no”. '.repeat(3000), 'plain');

describe.each<Format>(['plain', 'markdown'])('twice the text costs twice the time, in %s', (format) => {
  test.each([...ADVERSARIES])('%s', (_, adversary) => {
    expect(leastGrowth(adversary, format)).toBeLessThan(MOST);
  });
});

describe('no pattern can be made slow', async () => {
  const attacks = await attacksOnPatterns();

  test('they have been found', () => {
    expect(attacks.patterns).toBeGreaterThan(200);
  });

  test.each(attacks.found)('by what is known to slow down %s', (_, adversary) => {
    for (const format of ['plain', 'markdown'] as const) expect(leastGrowth(adversary, format)).toBeLessThan(MOST);
  });
});
