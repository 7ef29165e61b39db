import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adversary } from './adversaries';

/** What a checker of regular expressions says of one. */
interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly attack?: { readonly pumps: readonly { readonly prefix: string; readonly pump: string }[]; readonly suffix: string };
}
type CheckSync = (source: string, flags: string, options: { readonly timeout: number }) => Verdict;

/** The regular expressions written down in `server/src`, and texts against those that a text of the right kind could slow down. */
export async function attacksOnPatterns(): Promise<{ patterns: number; found: [string, Adversary][] }> {
  const home = process.env.SOAK_TOOLS;
  const patterns = patternsIn('server/src');
  if (!home) return { patterns: patterns.length, found: [] };
  // The checker (recheck) is too heavy to be installed with the project; scripts/soak.mjs keeps it in the cache.
  const require = createRequire(pathToFileURL(path.join(home, 'package.json')));
  const { checkSync } = require('recheck') as { checkSync: CheckSync };
  const found = patterns.flatMap((pattern): [string, Adversary][] => {
    const { attack } = checkSync(pattern.source, pattern.flags, { timeout: 2000 });
    return attack ? [[String(pattern).slice(0, 80), pumped(attack)]] : [];
  });
  return { patterns: patterns.length, found };
}

const pumped =
  ({ pumps, suffix }: NonNullable<Verdict['attack']>): Adversary =>
  (length) =>
    pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / pumps.length / pump.length))).join('') + suffix;

/** A literal after what an expression may follow, so that a division is none; what cannot be compiled was none. */
const LITERAL = /(?<=[=(,:[!&|?{};\n]\s*|=> |return )\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g;

function patternsIn(folder: string): RegExp[] {
  const sources = globSync(`${folder}/**/*.ts`).map((file) => readFileSync(file, 'utf8'));
  const found = new Map<string, RegExp>();
  for (const source of sources) {
    for (const [whole, pattern = '', flags = ''] of source.matchAll(LITERAL)) {
      try {
        found.set(whole, new RegExp(pattern, flags));
      } catch {
        // Two divisions on a line.
      }
    }
  }
  return [...found.values()];
}
