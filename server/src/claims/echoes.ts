import type { Span } from '../text/span';
import { EchoIndex } from './echo-index';
import { Numbering } from './keyword-numbers';

/** Finds sentences of a text that say much the same as another. */
export class Echoes {
  readonly #numbering = new Numbering();
  readonly #index: EchoIndex;

  /** `spans`: the sentences that may be found, of `text`. Linear. */
  constructor(text: string, spans: readonly Span[]) {
    const sentences = spans.map(([start, end]) => this.#numbering.of(text.slice(start, end)));
    this.#index = new EchoIndex(sentences, this.#numbering.size);
  }

  /** The sentence that holds at least `share` of the words of `text`, three at the least; the closest, or −1. */
  of(text: string, share: number): number {
    return this.#index.of(this.#numbering.of(text), share);
  }
}
