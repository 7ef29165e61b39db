import type { Reason } from '../attribution/reason';
import type { Span } from '../text/span';

/** Who stands behind a claim. */
export type Support = 'none' | 'anonymous' | 'secondhand' | 'attributed' | 'cited' | 'verified' | 'disputed';

/** A checkable statement of the article; spans are relative to the article. */
export interface Claim {
  readonly span: Span;
  /** 0.5…1 */
  readonly checkworthiness: number;
  readonly support: Support;
  /** The ids of the attributions that carry it. */
  readonly attributions: readonly string[];
  /** The ids of the attributions that deny it. */
  readonly disputedBy: readonly string[];
  readonly why: readonly Reason[];
}
