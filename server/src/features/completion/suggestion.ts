import type { Entity } from '../../attribution/speakers';
import type { Span } from '../../text/span';

/** Something that can be put in place of what is being written. */
export interface Suggestion {
  readonly text: string;
  /** What is held against the letters that are typed. */
  readonly filter: string;
  /** What it takes the place of; up to where the cursor stands. */
  readonly span: Span;
  /** What is shown beside it, in the article's words or ours; may be empty. */
  readonly detail: string;
  /** Whom it names. */
  readonly entity?: Entity;
  readonly kind?: 'file';
}
