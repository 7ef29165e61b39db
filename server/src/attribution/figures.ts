import type { Anonymity, EntityKind, Mention } from './mentions';
import { CROWDED, listAt, NameIndex } from './name-index';

/** A speaker while a chapter is being read: what is known of it so far. */
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
  /** The first and the last of its chain of places (places.ts), or −1. */
  first: number;
  last: number;
  /** How many places there are in it. */
  times: number;
  /** Where it was last mentioned, in sentences of the chapter; −1 before its first mention. */
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
  /** Its index among the roles of the chapter, which are told when all of that is read; −1 where it is none. */
  listed: number;
  /** The figure that it turned out to be ("The boy with the candles is Theo"); null while it is one by itself. */
  same: Figure | null;
}

const NONE_CALLED: readonly string[] = [];

/** What the first mention of a figure tells of it. */
export type FirstMention = Pick<Mention, 'form' | 'kind' | 'gender' | 'lean' | 'number' | 'anonymity' | 'words' | 'text'>;

/** A figure that nothing is known of but its first mention. */
export function newFigure(mention: FirstMention): Figure {
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
    first: -1,
    last: -1,
    times: 0,
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
    listed: -1,
    same: null,
  };
}

/** The figure that a figure turned out to be, or itself. */
export const trueFigure = (figure: Figure): Figure => figure.same ?? figure;

/** The figures of a chapter, found by the words of their names and of what they are called. */
export class Cast extends NameIndex<Figure> {
  readonly figures: Figure[] = [];
  readonly #byCall = new Map<string, Figure[]>();

  override add(figure: Figure): Figure {
    this.figures.push(figure);
    return super.add(figure);
  }

  /** Figures that have been called `noun`, the latest last. */
  called(noun: string): readonly Figure[] {
    return this.#byCall.get(noun) ?? NONE;
  }

  /** Gives a figure a fuller name. */
  rename(figure: Figure, words: readonly string[], name: string): void {
    this.addWords(figure, words);
    figure.words = words;
    figure.name = name;
  }

  /** Remembers what a figure has been called: the noun, then the words before it. */
  call(figure: Figure, words: readonly string[]): void {
    const noun = words[0];
    if (noun === undefined) return;
    const { called } = figure;
    if (!called.includes(noun)) listAt(this.#byCall, noun, figure);
    if (called.length === 0) figure.called = words;
    else if (called.length < CROWDED && !isAmong(words, called))
      figure.called = [...called, ...words.filter((word) => !called.includes(word))];
  }
}

const NONE: readonly Figure[] = [];

function isAmong(words: readonly string[], known: readonly string[]): boolean {
  for (const word of words) if (!known.includes(word)) return false;
  return true;
}
