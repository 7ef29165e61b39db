import type { Span } from '../text/span';
import type { Selectors } from './selectors';

/** What people add to words of an article: a remark, a question, or a verdict on what the words claim. */
export const KINDS = ['note', 'question', 'verified', 'disputed', 'needs-source'] as const;
export type Kind = (typeof KINDS)[number];

/** Whether `value` is a kind: it may come from anywhere. */
export const isKind = (value: unknown): value is Kind => KINDS.some((kind) => kind === value);

/** The kinds that judge a claim. */
export type Verdict = Extract<Kind, 'verified' | 'disputed' | 'needs-source'>;

/** Whether a kind judges a claim. */
export const isVerdict = (kind: Kind): kind is Verdict => kind === 'verified' || kind === 'disputed' || kind === 'needs-source';

/** What stands behind a note or a verdict: a page, a file beside the article with or without a line of it (from 1), or a person. */
export type Source =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string; readonly line: number | null }
  | { readonly kind: 'person'; readonly name: string };

/** Who did something, and when (as RFC 3339 has it); null where the file does not say. */
export interface Stamp {
  readonly by: string | null;
  readonly at: string | null;
}

/** An answer to an annotation. */
export interface Reply extends Stamp {
  readonly id: string;
  readonly note: string;
}

/** An annotation as people see it, apart from how the file writes it down. */
export interface Annotation extends Stamp {
  readonly id: string;
  readonly kind: Kind;
  /** As it was typed; may be empty. Data, never markup. */
  readonly note: string;
  readonly sources: readonly Source[];
  /** When it was last changed; null where never, or where the file does not say. */
  readonly modified: string | null;
  /** Who has settled it; null while it is open. */
  readonly resolved: Stamp | null;
  readonly replies: readonly Reply[];
  /** What it points at; null where that is the article as a whole. */
  readonly selectors: Selectors | null;
}

/** An annotation and where it lies in a text now; null where its words are gone, or more than one place could be meant. */
export interface Placed {
  readonly annotation: Annotation;
  readonly span: Span | null;
}
