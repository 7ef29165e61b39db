import type { Span } from '../../text/span';
import type { Fix } from '../rule';

/** What is wrong with a configuration file. */
export type ProblemCode =
  | 'config/syntax'
  | 'config/unknown-key'
  | 'config/duplicate-key'
  | 'config/unknown-rule'
  | 'config/unknown-pack'
  | 'config/wrong-value'
  | 'config/missing-file'
  | 'config/unreadable-file'
  | 'config/circular';

/** One thing that is wrong, where in the file, and what to do about it. Spans are relative to the file. */
export interface ConfigurationProblem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Takes a problem down. */
export type Report = (problem: ConfigurationProblem) => void;

/** The fix that writes `text` for what stands at `span`. */
export const replacement = (title: string, span: Span, text: string): Fix => ({
  title,
  edits: [{ span, text }],
  preferred: true,
  safe: false,
});
