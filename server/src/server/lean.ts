import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By how many bytes the heap has to have grown since it was last tidied for it to be worth it again. */
const WORTH_IT = 24 * 1024 * 1024;

/**
 * Gives young objects no more room than the engine starts with, 1 MB instead of 16, three times: a keystroke's garbage is gone by the next one. Read whenever garbage is
 * collected, so that it may be set while the engine runs; one that knows it no more says so on standard error. What it brings: docs/performance.md.
 */
export function keepLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Tidies the heap when called after at least 24 MB have been added: reading a long article leaves as much garbage as it keeps, which the engine would leave lying
 * until there is twice as much. Takes about a tenth of a second beside 100,000 words, so that it is for when nobody is typing. (To make the engine do so by itself,
 * by `--heap-growing-percent`, cost three times the time of the slowest keystrokes.)
 */
export function tidier(): () => void {
  let tidied = 0;
  let collect: (() => void) | undefined;
  return () => {
    if (getHeapStatistics().used_heap_size - tidied < WORTH_IT) return;
    collect ??= collector();
    collect();
    tidied = getHeapStatistics().used_heap_size;
  };
}

/** The engine's own function for it; one that has none is left alone. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
  return typeof collect === 'function' ? () => void collect() : () => undefined;
}
