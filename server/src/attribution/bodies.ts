import { SORTS } from './callings';
import type { Figure } from './figures';
import { isPublicBody } from './name-match';
import type { Guess } from './salience';

/** How many organisations a reader keeps in mind. */
const MEMORY = 6;
/** After how many sentences "the company" means the latest no more. */
const FORGOTTEN_AFTER = 8;

/** The organisations mentioned last, and which of them "the orchestra" or "the company" means. */
export class Bodies {
  /** The latest last. */
  readonly #recent: Figure[] = [];
  /** The latest two that are no public bodies. */
  #latest: Figure | undefined;
  #second: Figure | undefined;

  /** Notes that an organisation has been named. */
  note(body: Figure): void {
    const recent = this.#recent;
    if (recent[recent.length - 1] !== body) {
      const at = recent.indexOf(body);
      if (at >= 0) recent.splice(at, 1);
      else if (recent.length === MEMORY) recent.shift();
      recent.push(body);
    }
    if (this.#latest === body || isPublicBody(body.words)) return;
    this.#second = this.#latest;
    this.#latest = body;
  }

  /** "The orchestra": the latest body whose name ends in a word for that. */
  ofSort(noun: string): Figure | undefined {
    const sort = SORTS.get(noun);
    return sort && this.#recent.findLast(({ words }) => sort.has(words[words.length - 1] ?? ''));
  }

  /** "The company": the latest organisation that is no public body, if it is not long ago. */
  company(sentence: number): Guess | undefined {
    const latest = this.#latest;
    if (!latest || sentence - latest.sentence > FORGOTTEN_AFTER) return undefined;
    return { figure: latest, confidence: this.#second ? 0.7 : 0.85 };
  }
}
