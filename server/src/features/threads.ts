import type { Position, Range } from 'vscode-languageserver-types';
import type { Kind, Placed, Reply, Stamp } from '../annotations/annotation';
import { writtenSource } from '../annotations/source';
import { hasLapsed } from '../annotations/verdicts';
import type { Lines } from './lines';

/** An annotation as a client shows it: a thread beside the article. All words in it are data. */
export interface Thread extends Stamp {
  readonly id: string;
  readonly kind: Kind;
  readonly note: string;
  /** What stands behind it, each as it was typed. */
  readonly sources: readonly string[];
  readonly modified: string | null;
  readonly resolved: Stamp | null;
  readonly replies: readonly Reply[];
  /** Where its words are; null where they are gone, and where it is on the article as a whole. */
  readonly range: Range | null;
  /** The words that it pointed at when it was written; null where it is on the article as a whole. */
  readonly words: string | null;
  /** Where its words are likeliest to have been, where they are gone. */
  readonly near: Position | null;
  /** Its words state something else than what somebody verified. */
  readonly lapsed: boolean;
}

/** The threads of an article, in the order of its text; those that have no place in it come first. */
export function threadsOf(placed: readonly Placed[], lines: Lines): Thread[] {
  return [...placed].sort((a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1)).map((one) => threadOf(one, lines));
}

function threadOf(placed: Placed, lines: Lines): Thread {
  const { span, annotation } = placed;
  const { id, kind, note, by, at, modified, resolved, replies, selectors, sources } = annotation;
  return {
    id,
    kind,
    note,
    by,
    at,
    sources: sources.map(writtenSource),
    modified,
    resolved,
    replies,
    range: span && lines.rangeOf(span),
    words: selectors?.exact ?? null,
    near: span === null && selectors?.start != null ? lines.positionAt(selectors.start) : null,
    lapsed: hasLapsed(lines.text, placed),
  };
}
