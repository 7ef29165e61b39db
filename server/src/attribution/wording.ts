import { TAG_NAMES, type TagName, type Tags } from '../language/tags';
import type { Span } from '../text/span';
import { type Tokens, tokenText } from '../text/tokens';
import { cueVerb } from './cue-verbs';
import { classesOf } from './lexicon/word-classes';

/** How a token is written. */
export const LOWER = 0;
export const CAPITALISED = 1;
export const ALL_CAPITALS = 2;
export const NUMBER = 3;
export const MARK = 4;

/** A block as the mentions are read from it: each token's word, classes and shape. Struct of arrays. */
export interface Wording {
  readonly tokens: Tokens;
  readonly length: number;
  /** In lower case, without the full stop of an abbreviation. */
  readonly words: readonly string[];
  /** What the lexicons know of the word: bits of word-classes.ts. */
  readonly classes: Int32Array;
  readonly shapes: Uint8Array;
  readonly tags: Tags;
  /** Whether a tagger has been here. */
  readonly tagged: boolean;
}

/** Reads the words of a block. Linear. */
export function readWords(tokens: Tokens, tags: Tags): Wording {
  const { length } = tokens;
  const words: string[] = new Array(length);
  const classes = new Int32Array(length);
  const shapes = new Uint8Array(length);
  let tagged = false;
  for (let i = 0; i < length; i++) {
    const raw = tokenText(tokens, i);
    const shape = shapeOf(raw);
    shapes[i] = shape;
    let word = shape === LOWER || shape === MARK ? raw : raw.toLowerCase();
    if (word.length > 1 && word.endsWith('.')) word = word.slice(0, -1);
    words[i] = word;
    if (shape !== MARK && (shape !== NUMBER || word.length > 8)) classes[i] = classesOf(word, shape === LOWER);
    if (tags[i] !== 0) tagged = true;
  }
  return { tokens, length, words, classes, shapes, tags, tagged };
}

function shapeOf(raw: string): number {
  const first = raw.charAt(0);
  if (first >= '0' && first <= '9') return NUMBER;
  const lower = first.toLowerCase();
  const upper = first.toUpperCase();
  if (lower === upper) return MARK;
  if (first === lower) return raw.length > 2 && hasInnerCapital(raw) ? CAPITALISED : LOWER;
  for (let i = 1; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (c !== c.toUpperCase()) return CAPITALISED;
  }
  return raw.length > 1 && raw.charAt(1) !== '.' ? ALL_CAPITALS : raw.length > 2 ? ALL_CAPITALS : CAPITALISED;
}

/** "al-Assad", "d'Estaing", "iPhone": written small at the start, a name all the same. */
function hasInnerCapital(raw: string): boolean {
  for (let i = 1; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (c !== c.toLowerCase()) return true;
  }
  return false;
}

/** The part of speech of token `i`; undefined outside the block and where no tagger has been. */
export const tagOf = (w: Wording, i: number): TagName | undefined =>
  w.tagged && i >= 0 && i < w.length ? TAG_NAMES[w.tags[i] ?? 0] : undefined;

/** The lower-cased word of token `i`; '' outside the block. */
export const wordAt = (w: Wording, i: number): string => (i >= 0 ? (w.words[i] ?? '') : '');

/** Whether token `i` has any of the classes `bits`. */
export const is = (w: Wording, i: number, bits: number): boolean => i >= 0 && ((w.classes[i] ?? 0) & bits) !== 0;

/** How token `i` is written; a mark outside the block. */
export const shapeAt = (w: Wording, i: number): number => (i >= 0 ? (w.shapes[i] ?? MARK) : MARK);

/** Whether token `i` is written as a name is. */
export const isCapital = (w: Wording, i: number): boolean => {
  const shape = shapeAt(w, i);
  return shape === CAPITALISED || shape === ALL_CAPITALS;
};

/** The span of the tokens `[first, last)`. */
export const spanOf = ({ tokens }: Wording, first: number, last: number): Span => [tokens.start[first] ?? 0, tokens.end[last - 1] ?? 0];

/** "’s" and "'s" after a name, and the bare apostrophe after a plural. */
export const isPossessive = (w: Wording, i: number): boolean => {
  const word = wordAt(w, i);
  return word === '’s' || word === "'s" || ((word === '’' || word === "'") && wordAt(w, i - 1).endsWith('s') && touches(w, i));
};

const touches = ({ tokens }: Wording, i: number): boolean => tokens.end[i - 1] === tokens.start[i];

const OPENING = new Set(['“', '‘', '"', '«', '„', '‹', '``', "'", '(', '[', '—', '–', ':', '•', '-', '*', '…', '...']);

/** Whether token `i` stands where a sentence or a quotation may open, so that its capital says little. `first`: the first token of its sentence. */
export const opensSentence = (w: Wording, i: number, first: number): boolean => i === first || OPENING.has(wordAt(w, i - 1));

const VERBISH =
  /^(?:is|are|was|were|has|have|had|does|did|do|will|would|can|could|may|might|must|shall|should|'s|’s|’ll|’d|’ve|gave|made|took|went|came|got|won|lost|left|ran|met|told|led)$/;

/** Whether the word of token `i` is a verb's past or an auxiliary by its form, whatever its tag: "the defendant left". */
export const hasVerbForm = (w: Wording, i: number): boolean =>
  VERBISH.test(wordAt(w, i)) || (/(?:ed|said|told|wrote)$/.test(wordAt(w, i)) && cueVerb(wordAt(w, i)) !== undefined);

/** Whether token `i` looks like a finite verb, so that what stands before it is a subject. */
export function isVerb(w: Wording, i: number): boolean {
  const tag = tagOf(w, i);
  if (tag !== undefined) return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD';
  const word = wordAt(w, i);
  return shapeAt(w, i) === LOWER && (VERBISH.test(word) || cueVerb(word) !== undefined || (word.length > 4 && word.endsWith('ed')));
}

const ADVERB =
  /ly$|^(?:also|then|later|now|often|still|even|just|never|once|again|soon|too|already|himself|herself|itself|themselves|previously|both|all|not)$/;

/** Whether token `i` is an adverb that may stand between a subject and its verb. */
export const isAdverb = (w: Wording, i: number): boolean => {
  const tag = tagOf(w, i);
  return shapeAt(w, i) === LOWER && (tag !== undefined ? tag === 'RB' : ADVERB.test(wordAt(w, i)));
};

/** The characters of the tokens `[first, last)`. */
export function textOf(w: Wording, first: number, last: number): string {
  const [start, end] = spanOf(w, first, last);
  return w.tokens.text.slice(start, end);
}
