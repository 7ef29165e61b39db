import type { Reason } from '../attribution/reason';
import type { Tags } from '../language/tags';
import type { Sentence } from '../text/sentences';
import type { Tokens } from '../text/tokens';

/** How much a sentence calls for a check, and why. */
export interface CheckWorthiness {
  /** 0…1; from 0.5 on the sentence is a claim. */
  readonly score: number;
  /** The strongest first. */
  readonly why: readonly Reason[];
}

/** Judges one sentence by itself. */
export function checkWorthiness(_tokens: Tokens, _tags: Tags, _sentence: Sentence): CheckWorthiness {
  return { score: 0, why: [] };
}
