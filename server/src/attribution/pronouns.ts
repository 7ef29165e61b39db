import type { Wording } from './wording';
import { MARK, NUMBER, shapeAt, wordAt } from './wording';

/** What a pronoun tells of whom it stands for. */
export interface Pronoun {
  readonly person: 1 | 2 | 3;
  readonly number: 'singular' | 'plural';
  readonly gender: 'female' | 'male' | null;
  /** *personal*: "he"; *owner*: "his"; *relative*: "who"; *thing*: "it", "its". */
  readonly use: 'personal' | 'owner' | 'relative' | 'thing';
}

const entry = (list: string, person: Pronoun['person'], number: Pronoun['number'], gender: Pronoun['gender'], use: Pronoun['use']) =>
  list.split(' ').map((word) => [word, { person, number, gender, use }] as const);

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ...entry('he him himself', 3, 'singular', 'male', 'personal'),
  ...entry('his', 3, 'singular', 'male', 'owner'),
  ...entry('she herself hers', 3, 'singular', 'female', 'personal'),
  ...entry('her', 3, 'singular', 'female', 'owner'),
  ...entry('they them themselves theirs themself', 3, 'plural', null, 'personal'),
  ...entry('their', 3, 'plural', null, 'owner'),
  ...entry('it itself', 3, 'singular', null, 'thing'),
  ...entry('its', 3, 'singular', null, 'thing'),
  ...entry('who whom whose', 3, 'singular', null, 'relative'),
  ...entry('i me my myself', 1, 'singular', null, 'personal'),
  ...entry('we us our ours ourselves', 1, 'plural', null, 'personal'),
]);

/** The pronoun at token `i`, or undefined. "US" and "IT" are names, and "I" by itself may be a number. */
export function pronounAt(w: Wording, i: number): Pronoun | undefined {
  const pronoun = PRONOUNS.get(wordAt(w, i));
  if (pronoun === undefined) return undefined;
  const shape = shapeAt(w, i);
  if (shape === NUMBER || shape === MARK) return undefined;
  const { tokens } = w;
  const size = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
  // "US", "IT", "HE" in capitals among small letters are names.
  return size === 2 && tokens.text.charCodeAt((tokens.start[i] ?? 0) + 1) < 0x61 && wordAt(w, i) !== 'he' ? undefined : pronoun;
}
