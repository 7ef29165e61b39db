import type { BlockAnalysis } from '../article';
import { remembered } from '../text/remembered';

/** Looks for a pattern in a block. */
type Matcher = (analysis: BlockAnalysis) => readonly RegExpExecArray[];

const NONE: readonly RegExpExecArray[] = [];
/** By source and flags. Patterns are constants of their rules, so there are no more than rules have. */
const matchers = new Map<string, Matcher>();

/** Where a pattern stands in blocks, looked for once in each. The pattern must be global and linear; indices are relative to the block. */
export function matcherOf(pattern: RegExp): Matcher {
  const key = String(pattern);
  let matcher = matchers.get(key);
  if (!matcher) {
    matcher = remembered(({ text }) => {
      const found = [...text.matchAll(pattern)];
      return found.length > 0 ? found : NONE;
    });
    matchers.set(key, matcher);
  }
  return matcher;
}
