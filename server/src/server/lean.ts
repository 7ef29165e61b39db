import { setFlagsFromString } from 'node:v8';

/**
 * Lets the engine's heap grow in small steps. Left alone it keeps up to 100 MB of garbage about beside a long article, as a server for the web may. Both
 * numbers are read whenever garbage is collected, so that they may be set while it runs; an engine that knows one of them no more says so on
 * standard error. What it costs, and what it brings: docs/performance.md.
 */
export function keepLean(): void {
  // Young objects get no more room than the engine starts with: 1 MB instead of 16, three times.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Old ones are looked through again when they have grown by so many in a hundred, instead of by up to three hundred.
  setFlagsFromString('--heap-growing-percent=40');
}
