import { ownCopy } from '../text/remembered';
import { keywordsOf } from './keywords';

/** The keywords of a sentence as numbers, each once, in order: so sentences are compared without looking at letters. */
export type KeywordNumbers = readonly number[];

/** Gives words numbers, the same ones to the same words. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  /** How many words have a number; they are 0 to one less. */
  get size(): number {
    return this.#numbers.size;
  }

  /** The numbers of a text's keywords. */
  of(text: string): KeywordNumbers {
    const numbers: number[] = [];
    for (const word of keywordsOf(text)) {
      const known = this.#numbers.get(word);
      numbers.push(known ?? this.#numbers.size);
      if (known === undefined) this.#numbers.set(ownCopy(word), this.#numbers.size);
    }
    return numbers;
  }
}
