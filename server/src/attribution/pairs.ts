import { type Cast, type Figure, newFigure } from './figures';
import type { Guess } from './salience';

/** How many pairs a reader keeps in mind. */
const MEMORY = 20;
/** After how many sentences "the couple" means them no more. */
const FORGOTTEN_AFTER = 10;

const surnameOf = ({ words }: Figure): string => words[words.length - 1] ?? '';

/** The figures that "and" joins: "Ana and Luis Ruiz", "Dr Ruiz and her colleagues". */
export class Pairs {
  readonly #recent: { readonly first: Figure; readonly second: Figure; readonly together: Figure }[] = [];

  constructor(readonly cast: Cast) {}

  /** The two as one figure, whose name is `text`. A woman and a man of one surname are taken for wife and husband. */
  join(first: Figure, second: Figure, text: string): Figure {
    const known = this.#recent.find((pair) => pair.first === first && pair.second === second);
    if (known) return known.together;
    const anonymity = first.words.length > 0 && second.words.length > 0 ? 'named' : 'collective';
    const together = this.cast.add(
      newFigure({ form: 'unnamed', kind: 'group', gender: null, lean: null, number: 'plural', anonymity, words: [], text }),
    );
    this.#recent.push({ first, second, together });
    if (this.#recent.length > MEMORY) this.#recent.shift();
    const couple = first.gender !== null && second.gender !== null && first.gender !== second.gender;
    if (couple && surnameOf(first) !== '' && surnameOf(first) === surnameOf(second) && !first.spouse && !second.spouse) {
      first.spouse = second;
      second.spouse = first;
    }
    return together;
  }

  /** "The couple": the latest pair; undefined where it is long ago. */
  latest(sentence: number): Guess | undefined {
    const latest = this.#recent.at(-1)?.together;
    return latest && sentence - latest.sentence <= FORGOTTEN_AFTER ? { figure: latest, confidence: 0.7 } : undefined;
  }

  /** "The Boones": the pair of that surname. */
  family(plural: string): Figure | undefined {
    const surname = plural.endsWith('es') && this.cast.named(plural.slice(0, -2)).length > 0 ? plural.slice(0, -2) : plural.slice(0, -1);
    return this.#recent.findLast(({ first, second }) => surnameOf(first) === surname && surnameOf(second) === surname)?.together;
  }
}
