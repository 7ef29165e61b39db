import { type BlockPlace, idsAt, type Move } from '../attribution/placed';
import type { Reason } from '../attribution/reason';
import { type Span, shift } from '../text/span';

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

/** The same told from its own block, as a LinkedAttribution is. */
export interface LinkedClaim {
  readonly span: Span;
  readonly checkworthiness: number;
  readonly support: Support;
  readonly attributions: readonly number[];
  readonly disputedBy: readonly number[];
  readonly why: readonly Reason[];
}

/** A claim of a block, in its article. */
export const placeClaim = ({ span, checkworthiness, support, attributions, disputedBy, why }: LinkedClaim, place: BlockPlace): Claim => ({
  span: shift(span, place.offset),
  checkworthiness,
  support,
  attributions: idsAt(place, attributions),
  disputedBy: idsAt(place, disputedBy),
  why,
});

/** A claim of a block that has moved. */
export const moveClaim = ({ span, checkworthiness, support, attributions, disputedBy, why }: Claim, { by }: Move): Claim => ({
  span: shift(span, by),
  checkworthiness,
  support,
  attributions,
  disputedBy,
  why,
});
