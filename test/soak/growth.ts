import { createService } from '../../server/src/service';
import type { Format } from '../../server/src/text/format';
import type { Adversary } from './adversaries';

const service = createService();

/** Twice the text may cost this many times as much: two, and room for a busy machine and the collecting of garbage. A square would be four. */
export const MOST = 2.7;
/** What costs less than this, in milliseconds of the processor, says nothing. */
const TELLING = 25;
/** The lengths that are tried, in UTF-16 units, each four times the one before: a longer step tells what grows from what merely wavers. */
const LENGTHS = [4_000, 16_000, 64_000, 256_000, 1_024_000];
const DOUBLINGS = 2;
/** What is over the limit is looked at so often: garbage that is collected just then, code not compiled yet and what else the machine does only ever add. */
const LOOKS = 8;

/** The processor's milliseconds, of this thread alone, that it takes to read a text and say everything about it. */
function costOf(text: string, format: Format): number {
  const start = process.threadCpuUsage();
  const article = service.analyse(text, { format });
  const findings = service.check(article);
  service.semanticTokens(article, undefined, { findings });
  const diagnostics = service.diagnostics(article, 'file:///a', findings);
  const whole = service.lines(article).rangeOf([0, text.length]);
  service.codeActions(article, { uri: 'file:///a', version: 1 }, whole, { diagnostics, only: ['source.fixAll'] });
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** How many times as much twice the text costs: by the least of what each length has cost; 0 where the longest text costs next to nothing. */
export function growth(adversary: Adversary, format: Format): number {
  let shorter = 0;
  for (const length of LENGTHS) {
    const text = adversary(length);
    const cost = costOf(text, format);
    if (shorter < TELLING) {
      // Again, once it tells: a first reading that came dear would hide growth.
      shorter = cost < TELLING ? cost : Math.min(cost, costOf(text, format), costOf(text, format));
      continue;
    }
    let longer = cost;
    for (let look = 1; look < LOOKS && perDoubling(longer / shorter) > MOST; look++) {
      shorter = Math.min(shorter, costOf(adversary(length / 2 ** DOUBLINGS), format));
      longer = Math.min(longer, costOf(text, format));
    }
    return perDoubling(longer / shorter);
  }
  return 0;
}

const perDoubling = (ratio: number): number => ratio ** (1 / DOUBLINGS);

costOf('Ana Ruiz said “no”. '.repeat(3000), 'plain');
