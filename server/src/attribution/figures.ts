import type { Anonymity, EntityKind, Mention } from './mentions';

/** A speaker while an article is being read: what is known of it so far. */
export interface Figure {
  /** Null until something tells. */
  kind: EntityKind | null;
  gender: 'female' | 'male' | null;
  lean: 'female' | 'male' | null;
  number: 'singular' | 'plural';
  anonymity: Anonymity;
  /** The words of its fullest name; empty for descriptions. */
  words: readonly string[];
  /** Its fullest naming, or its description. */
  name: string;
  role: string | null;
  /** The nouns that it has been called, with the words before them: "minister", "foreign". */
  called: readonly string[];
  /** Start and end of each mention, flat, relative to the article. */
  readonly mentions: number[];
  /** Where it was last mentioned, in sentences of the article; −1 before its first mention. */
  sentence: number;
  block: number;
  /** That mention was a subject, and in somebody's words. */
  subject: boolean;
  quoted: boolean;
  /** That mention was the first of a person in its sentence. */
  leads: boolean;
  /** The sentence in which it last spoke, or −∞. */
  spoke: number;
  /** Stands behind an attribution, or may. */
  speaks: boolean;
  /** Stood after "the" or after a preposition of place, so that it is hardly a person. */
  placed: boolean;
  titled: boolean;
  /** Wife or husband, where the article tells. */
  spouse: Figure | null;
  /** The figure that it turned out to be ("The boy with the candles is Theo"); null while it is one by itself. */
  same: Figure | null;
}

const NONE_CALLED: readonly string[] = [];

/** A figure that nothing is known of but its first mention. */
export function newFigure(mention: Pick<Mention, 'form' | 'kind' | 'gender' | 'lean' | 'number' | 'anonymity' | 'words' | 'text'>): Figure {
  const named = mention.form === 'name';
  return {
    kind: mention.kind,
    gender: mention.gender,
    lean: mention.lean,
    number: mention.number,
    anonymity: mention.anonymity,
    words: named ? mention.words : NONE_CALLED,
    name: mention.text,
    role: null,
    called: NONE_CALLED,
    mentions: [],
    sentence: -1,
    block: -1,
    subject: false,
    quoted: false,
    leads: false,
    spoke: Number.NEGATIVE_INFINITY,
    speaks: false,
    placed: false,
    titled: false,
    spouse: null,
    same: null,
  };
}

/** The figure that a figure turned out to be, or itself. */
export const trueFigure = (figure: Figure): Figure => figure.same ?? figure;

/** How one name stands to another that may name the same. */
export type NameMatch = 'full-name' | 'surname' | 'given-name' | 'part-of-name' | 'short-name' | 'acronym';

/** How the shorter or equal `words` name the figure; null where they don't. Titles and initials are no words of a name. */
export function matchName(words: readonly string[], figure: Figure): NameMatch | null {
  const known = figure.words;
  if (words.length === 0 || known.length === 0) return null;
  const organised = figure.kind === 'organization';
  const [first = '', last = ''] = [words[0], words[words.length - 1]];
  if (words.length === 1) {
    if (known.length === 1) return known[0] === first ? 'full-name' : null;
    if (organised) return known[0] === first && !isPublicBody(known) ? 'short-name' : null;
    if (known[known.length - 1] === first) return 'surname';
    if (known[0] === first) return 'given-name';
    return first.length > 2 && known.includes(first) ? 'part-of-name' : null;
  }
  if (known.length === 1) return null;
  const same = first === known[0] && last === known[known.length - 1];
  if (same) return 'full-name';
  return words.length < known.length && isStretch(words, known) ? (organised ? 'short-name' : 'surname') : null;
}

/** Whether an organisation is named after a place or a cause, so that its first word alone doesn't name it: "Northfield" is not Northfield Borough Council. */
export const isPublicBody = (words: readonly string[]): boolean =>
  PUBLIC_BODIES.has(words[words.length - 1] ?? '') || words.includes('of') || words.includes('for');
const PUBLIC_BODIES = new Set(
  'council ministry police court university college school hospital parliament government department authority agency commission committee church airport embassy army navy administration office service services station assembly senate congress institute museum library prison board federation association league union society party'.split(
    ' ',
  ),
);

/** Whether `part` stands in `whole` in one piece, at its start or its end. */
function isStretch(part: readonly string[], whole: readonly string[]): boolean {
  const offset = whole.length - part.length;
  return part.every((word, i) => word === whole[i]) || part.every((word, i) => word === whole[offset + i]);
}

/** The figures of an article, found by the words of their names and of what they are called. */
export class Cast {
  readonly figures: Figure[] = [];
  readonly #byWord = new Map<string, Figure[]>();
  readonly #byCall = new Map<string, Figure[]>();
  readonly #byAlias = new Map<string, Figure>();

  add(figure: Figure): Figure {
    this.figures.push(figure);
    for (const word of figure.words) listAt(this.#byWord, word, figure);
    return figure;
  }

  /** Figures that have `word` in their name. */
  named = (word: string): readonly Figure[] => this.#byWord.get(word) ?? NONE;

  /** Figures that have been called `noun`, the latest last. */
  called = (noun: string): readonly Figure[] => this.#byCall.get(noun) ?? NONE;

  /** The figure whose acronym is `alias`. */
  alias = (alias: string): Figure | undefined => this.#byAlias.get(alias);

  /** Gives a figure a fuller name. */
  rename(figure: Figure, words: readonly string[], name: string): void {
    for (const word of words) if (!figure.words.includes(word)) listAt(this.#byWord, word, figure);
    figure.words = words;
    figure.name = name;
  }

  /** Remembers what a figure has been called: the noun, then the words before it. */
  call(figure: Figure, words: readonly string[]): void {
    const [noun] = words;
    if (noun === undefined) return;
    if (!figure.called.includes(noun)) listAt(this.#byCall, noun, figure);
    if (figure.called.length === 0) figure.called = words;
    else if (figure.called.length < CROWDED && words.some((word) => !figure.called.includes(word))) {
      figure.called = [...figure.called, ...words.filter((word) => !figure.called.includes(word))];
    }
  }

  abbreviate(figure: Figure, alias: string): void {
    if (!this.#byAlias.has(alias)) this.#byAlias.set(alias, figure);
  }
}

const NONE: readonly Figure[] = [];
/** So many figures of one word that it tells nothing any more; keeps the work linear. */
const CROWDED = 40;

function listAt(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const list = map.get(key);
  if (!list) map.set(key, [figure]);
  else if (list.length < CROWDED && !list.includes(figure)) list.push(figure);
}
