import type { Description } from './descriptions';
import type { NamePhrase } from './joining';
import * as C from './lexicon/word-classes';
import { is, type Wording, wordAt } from './wording';

const NO_WORDS: readonly string[] = [];

/** The noun first, then the words before it from right to left, without determiners: "the senior White House official" → official, house, white, senior. */
export function descriptionWords(w: Wording, { first, head }: Pick<Description, 'first' | 'head'>): string[] {
  const found: string[] = [];
  for (let i = head; i >= first; i--) if (i === head || !is(w, i, C.DETERMINER)) found.push(wordAt(w, i));
  return found;
}

/** "Prof. Stark" is a professor, though the title is kept as an address and no role. */
export function titleWords(w: Wording, { first, nameFirst, last }: NamePhrase): readonly string[] {
  const noun = nameFirst < last && nameFirst > first ? RANKS.get(wordAt(w, nameFirst - 1)) : undefined;
  return noun === undefined ? NO_WORDS : [noun];
}

export function roleWords(w: Wording, first: number, last: number): string[] {
  let head = first;
  for (let i = first; i < last && !/^(?:of|for|at|in|from|on|to)$/.test(wordAt(w, i)); i++)
    if (is(w, i, C.PERSON_NOUN) || !is(w, head, C.PERSON_NOUN)) head = i;
  const [noun = '', ...before] = descriptionWords(w, { first, head });
  return [RANKS.get(noun) ?? noun, ...before];
}

/** Titles that are written short before a name and in full alone: "Gen. Sova", "the general". */
const RANKS: ReadonlyMap<string, string> = new Map(
  'gen general|maj major|lt lieutenant|col colonel|capt captain|cpt captain|cmdr commander|adm admiral|sgt sergeant|cpl corporal|pvt private|brig brigadier|sen senator|rep representative|gov governor|pres president|det detective|insp inspector|supt superintendent|cllr councillor|pc constable|amb ambassador|sec secretary|prof professor|dr doctor|rev reverend'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);
