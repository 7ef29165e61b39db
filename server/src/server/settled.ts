import type { Span } from '../text/span';
import { type Move, movedSpan, touches } from './quiet';

/** A change longer than this, in UTF-16 units, is no typing: a paste, another version of the file. */
const TYPING = 200;

/**
 * What is shown in the text and must hold still while somebody types: as it was at the last rest, moved along with the text. What stands in what is
 * replaced, or right where something is put in, goes.
 */
export class Settled<T extends { readonly span: Span }> {
  private shown: readonly T[] | null = null;
  private version: unknown = null;

  /** `moveRest`: takes along whatever else of an item are places in the text. */
  constructor(private readonly moveRest: (item: T, moved: (span: Span) => Span) => T = (item) => item) {}

  /** Takes note of an edit. */
  moved(move: Move): void {
    const { replaced, inserted } = move;
    if (replaced[1] - replaced[0] > TYPING || inserted[1] - inserted[0] > TYPING) this.shown = null;
    const moved = (span: Span): Span => movedSpan(span, move);
    const left = this.shown?.filter(({ span }) => !within(span, replaced)) ?? null;
    this.shown = left?.map((item) => this.moveRest({ ...item, span: moved(item.span) }, moved)) ?? null;
  }

  /**
   * What is to be shown of `version` (compared by identity): what `fresh` gives at rest, kept for as long as the version is the same; what was shown last
   * while there is typing in `typing`, or where nothing was, what is fresh outside it.
   */
  show(version: unknown, typing: Span | null, fresh: () => readonly T[]): readonly T[] {
    if (typing === null) {
      if (this.version !== version || this.shown === null) this.shown = fresh();
      this.version = version;
      return this.shown;
    }
    this.version = null;
    this.shown ??= fresh().filter(({ span }) => !touches(span, typing));
    return this.shown;
  }

  /** What is wanted has changed: what was shown no longer counts. */
  forget(): void {
    this.shown = null;
  }
}

const within = ([start, end]: Span, [from, to]: Span): boolean => from <= start && end <= to;
