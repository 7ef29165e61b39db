import type { Figure } from './figures';
import type { Guess } from './salience';

/** How many candidates are worth a thought. */
const SHOWN = 4;

/** The best few of those who may be meant, in order of their scores. One object is filled anew for each mention. */
export class Best {
  readonly #figures: (Figure | undefined)[] = new Array(SHOWN).fill(undefined);
  readonly #scores = new Float64Array(SHOWN);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  figure(at: number): Figure | undefined {
    return at < this.#count ? this.#figures[at] : undefined;
  }

  score(at: number): number {
    return this.#scores[at] ?? 0;
  }

  /** Puts a figure in its place; of two with the same score the one put first stays before. */
  put(figure: Figure, score: number): void {
    let at = this.#count;
    while (at > 0 && (this.#scores[at - 1] ?? 0) < score) at--;
    if (at >= SHOWN) return;
    this.#count = Math.min(this.#count + 1, SHOWN);
    for (let i = this.#count - 1; i > at; i--) {
      this.#figures[i] = this.#figures[i - 1];
      this.#scores[i] = this.#scores[i - 1] ?? 0;
    }
    this.#figures[at] = figure;
    this.#scores[at] = score;
  }

  /** Turns the scores into something else; they stay in their order. */
  turn(into: (score: number) => number): void {
    for (let i = 0; i < this.#count; i++) this.#scores[i] = into(this.#scores[i] ?? 0);
  }

  /** All of them, with their scores for confidence. */
  guesses(): Guess[] {
    const guesses: Guess[] = [];
    for (let i = 0; i < this.#count; i++) {
      const figure = this.#figures[i];
      if (figure) guesses.push({ figure, confidence: this.#scores[i] ?? 0 });
    }
    return guesses;
  }
}
