import type { Figure } from './figures';

/**
 * Where the figures of a chapter are mentioned: for each place its figure, its block and a number in that, which script.ts turns into a span, so that places
 * stay right while blocks move. All are in the same arrays, in the order in which they were found, as most figures come once.
 */
export class Places {
  readonly figures: Figure[] = [];
  readonly blocks: number[] = [];
  readonly numbers: number[] = [];
  /** The next place of the same figure, or −1. */
  readonly #next: number[] = [];

  add(figure: Figure, block: number, number: number): void {
    const place = this.figures.push(figure) - 1;
    this.blocks.push(block);
    this.numbers.push(number);
    this.#next.push(-1);
    if (figure.last < 0) figure.first = place;
    else this.#next[figure.last] = place;
    figure.last = place;
    figure.times++;
  }

  /** Gives all places of one figure to another. */
  move(from: Figure, to: Figure): void {
    if (from.first < 0) return;
    for (let place = from.first; place >= 0; place = this.#next[place] ?? -1) this.figures[place] = to;
    if (to.last < 0) to.first = from.first;
    else this.#next[to.last] = from.first;
    to.last = from.last;
    to.times += from.times;
    from.first = -1;
    from.last = -1;
    from.times = 0;
  }
}
