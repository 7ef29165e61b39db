import type { Article } from '../article';
import type { BlockKind } from '../text/blocks';
import { isDigit, isLetter } from '../text/characters';
import type { Span } from '../text/span';

/** Blocks whose words are about the article and not of it. */
const APART: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit']);

/** Where the words of an article stand, so that stretches of it can be measured in words. */
export class WordPlaces {
  private readonly starts: readonly number[];

  constructor({ blocks }: Article) {
    const starts: number[] = [];
    for (const { kind, span, analysis } of blocks) {
      if (APART.has(kind)) continue;
      const { text, length, start } = analysis.tokens;
      for (let token = 0; token < length; token++) {
        const at = start[token] ?? 0;
        const code = text.charCodeAt(at);
        if (isLetter(code) || isDigit(code)) starts.push(span[0] + at);
      }
    }
    this.starts = starts;
  }

  /** How many words there are. */
  get count(): number {
    return this.starts.length;
  }

  /** The words that start in a span: `[from, to)`, counted from the article's first. Logarithmic. */
  within([start, end]: Span): readonly [from: number, to: number] {
    return [this.firstFrom(start), this.firstFrom(end)];
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
