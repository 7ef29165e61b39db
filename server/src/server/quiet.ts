import type { Finding } from '../rules/rule';
import { firstEndingAfter, overlaps, type Span } from '../text/span';

/** How long nothing may be typed, in milliseconds, before new findings on the sentence at hand are shown. */
export const REST = 1000;

/** A text change as far as spans move with it: `replaced` of the text before has become `inserted` of the text after. */
export interface Move {
  readonly replaced: Span;
  readonly inserted: Span;
}

/** Where a span lies after a change: an end within what was replaced goes to the end of what came in. */
export function movedSpan([start, end]: Span, { replaced, inserted }: Move): Span {
  const move = (offset: number): number => {
    if (offset <= replaced[0]) return offset;
    return offset >= replaced[1] ? offset + inserted[1] - replaced[1] : inserted[1];
  };
  return [move(start), move(end)];
}

/** What a person has been shown, so that nothing new is reported on the sentence that is being typed, and nothing shown flickers. */
export class Quiet {
  private shown: readonly { readonly code: string; readonly span: Span }[] = [];
  /** The stretch edited since the last rest. */
  private edited: Span | null = null;
  private editedAt = Number.NEGATIVE_INFINITY;

  /** Takes note of an edit at `now` (milliseconds of any clock). */
  moved(move: Move, now: number): void {
    const { inserted } = move;
    const moveSpan = (span: Span): Span => movedSpan(span, move);
    this.shown = this.shown.map(({ code, span }) => ({ code, span: moveSpan(span) }));
    const before = this.edited && now - this.editedAt < REST ? moveSpan(this.edited) : inserted;
    this.edited = [Math.min(before[0], inserted[0]), Math.max(before[1], inserted[1])];
    this.editedAt = now;
  }

  /** Whether the person has rested since the last edit. */
  isResting(now: number): boolean {
    return now - this.editedAt >= REST;
  }

  /** The sentences (`sentences`, in order and apart) that are being typed at `now`, as one span; null at rest. */
  typing(sentences: readonly Place[], now: number): Span | null {
    return this.edited === null || this.isResting(now) ? null : widen(this.edited, sentences);
  }

  /**
   * Those of `findings` that are to be shown at `now`: all at rest; while typing, not the new ones that touch a sentence (`sentences`, in order and apart)
   * with an edit in it. Remembers them as shown.
   */
  select(findings: readonly Finding[], sentences: readonly Place[], now: number): readonly Finding[] {
    const typing = this.typing(sentences, now);
    const visible = typing === null ? findings : this.withoutNew(findings, typing);
    this.shown = visible.map(({ code, span }) => ({ code, span }));
    return visible;
  }

  private withoutNew(findings: readonly Finding[], edited: Span): readonly Finding[] {
    return findings.filter(
      (finding) =>
        !touches(finding.span, edited) || this.shown.some(({ code, span }) => code === finding.code && touches(span, finding.span)),
    );
  }
}

interface Place {
  readonly span: Span;
}

/** Whether two spans share something, be it only an end. */
export const touches = (a: Span, b: Span): boolean => overlaps(a, b) || (a[0] <= b[1] && b[0] <= a[1]);

/** `span`, widened to the whole of the sentences that it touches. */
function widen(span: Span, sentences: readonly Place[]): Span {
  let [start, end] = span;
  for (let s = firstEndingAfter(sentences, span[0] - 1); s < sentences.length; s++) {
    const sentence = sentences[s]?.span;
    if (!sentence || sentence[0] > span[1]) break;
    start = Math.min(start, sentence[0]);
    end = Math.max(end, sentence[1]);
  }
  return [start, end];
}
