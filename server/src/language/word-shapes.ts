import { isDigit, isLetter, isUpper } from '../text/characters';
import type { Tokens } from '../text/tokens';
import { mix } from './hash';
import type { Lexicon } from './lexicon';

/** How a token looks. Words first, marks from `Mark` on; the numbers go into features, so their order is part of the weights. */
export const Shape = {
  Lower: 0,
  Capitalised: 1,
  Capitals: 2,
  Mixed: 3,
  Initial: 4,
  Number: 5,
  WithDigits: 6,
  HyphenLower: 7,
  HyphenCapital: 8,
  Clitic: 9,
  Abbreviation: 10,
  Handle: 11,
  Mark: 12,
  Stop: 12,
  Query: 13,
  Comma: 14,
  Colon: 15,
  Semicolon: 16,
  Hyphens: 17,
  Dash: 18,
  OpenBracket: 19,
  CloseBracket: 20,
  OpenQuote: 21,
  CloseQuote: 22,
  StraightQuote: 23,
  OpenSingle: 24,
  CloseSingle: 25,
  Apostrophe: 26,
  Currency: 27,
  Percent: 28,
  Ellipsis: 29,
  Other: 30,
} as const;

/** What the models read of a block's tokens, once for all of them; numbers only. */
export interface WordShapes {
  readonly length: number;
  /** The lexicon's key of the word. */
  readonly key: Uint32Array;
  /** The lexicon's id of the word in lower case; 0 where it has none. */
  readonly word: Uint16Array;
  /** The lexicon's tag set for the word as it is written. */
  readonly tagSet: Uint8Array;
  readonly cluster: Uint8Array;
  /** Hashes of the last two, three and four characters in lower case. */
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** A value of `Shape`. */
  readonly shape: Uint8Array;
}

const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** One unit in lower case, curly apostrophes made straight. */
function lower(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
  if (code === 0x2019) return 0x27;
  return isUpper(code) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code;
}

/** The lexicon's key of `text` from `start` to `end`: the same whatever its case and its apostrophes. */
export function wordKey(text: string, start: number, end: number): number {
  let hash = BASIS;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ lower(text.charCodeAt(i)), PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Reads the tokens of a block. Linear. */
export function readShapes({ text, length, start, end }: Tokens, lexicon: Lexicon): WordShapes {
  const keys = new Uint32Array(length);
  const word = new Uint16Array(length);
  const tagSet = new Uint8Array(length);
  const cluster = new Uint8Array(length);
  const suffix2 = new Int32Array(length);
  const suffix3 = new Int32Array(length);
  const suffix4 = new Int32Array(length);
  const shape = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const from = start[i] ?? 0;
    const to = end[i] ?? 0;
    const kind = shapeOf(text, from, to);
    const key = wordKey(text, from, to);
    const id = lexicon.id(key);
    shape[i] = kind;
    keys[i] = key;
    word[i] = id;
    cluster[i] = lexicon.clusters[id] ?? 0;
    const capital = kind === Shape.Capitalised || kind === Shape.Capitals || kind === Shape.Mixed || kind === Shape.HyphenCapital;
    tagSet[i] = capital ? lexicon.capitalisedTags(key) : (lexicon.tags[id] ?? 0);
    const c1 = lower(text.charCodeAt(to - 1));
    const c2 = to - from > 1 ? lower(text.charCodeAt(to - 2)) : 0;
    const c3 = to - from > 2 ? lower(text.charCodeAt(to - 3)) : 0;
    const c4 = to - from > 3 ? lower(text.charCodeAt(to - 4)) : 0;
    const two = mix(c1, c2);
    const three = mix(two, c3);
    suffix2[i] = two;
    suffix3[i] = three;
    suffix4[i] = mix(three, c4);
  }
  return { length, key: keys, word, tagSet, cluster, suffix2, suffix3, suffix4, shape };
}

function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (isLetter(first)) return letterShape(text, start, end, first);
  if (isDigit(first)) return digitShape(text, start, end);
  if (end - start > 1 && (first === 0x27 || first === 0x2019))
    return first === text.charCodeAt(start + 1) ? Shape.CloseQuote : Shape.Clitic;
  return markShape(first, start, end, text);
}

function letterShape(text: string, start: number, end: number, first: number): number {
  const capital = isUpper(first);
  const last = text.charCodeAt(end - 1);
  let uppers = capital ? 1 : 0;
  let hyphen = false;
  let digit = false;
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) continue;
    if (isUpper(code)) uppers++;
    else if (code === 0x2d || code === 0x2010 || code === 0x2011) hyphen = true;
    else if (isDigit(code)) digit = true;
  }
  if (last === 0x2e) return end - start === 2 ? Shape.Initial : Shape.Abbreviation;
  if (digit) return Shape.WithDigits;
  if (hyphen) return capital ? Shape.HyphenCapital : Shape.HyphenLower;
  // "n't"
  if (end - start === 3 && !isLetter(text.charCodeAt(start + 1))) return Shape.Clitic;
  if (uppers === 0) return Shape.Lower;
  if (end - start === 1) return Shape.Initial;
  if (capital && uppers === 1) return Shape.Capitalised;
  return uppers === end - start ? Shape.Capitals : Shape.Mixed;
}

function digitShape(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (isLetter(text.charCodeAt(i))) return Shape.WithDigits;
  return Shape.Number;
}

const MARKS: readonly (readonly [code: number, shape: number])[] = [
  [0x2e, Shape.Stop],
  [0x21, Shape.Query],
  [0x3f, Shape.Query],
  [0x2c, Shape.Comma],
  [0x3a, Shape.Colon],
  [0x3b, Shape.Semicolon],
  [0x2d, Shape.Hyphens],
  [0x2013, Shape.Dash],
  [0x2014, Shape.Dash],
  [0x2015, Shape.Dash],
  [0x28, Shape.OpenBracket],
  [0x5b, Shape.OpenBracket],
  [0x7b, Shape.OpenBracket],
  [0x29, Shape.CloseBracket],
  [0x5d, Shape.CloseBracket],
  [0x7d, Shape.CloseBracket],
  [0x201c, Shape.OpenQuote],
  [0x201e, Shape.OpenQuote],
  [0xab, Shape.OpenQuote],
  [0x60, Shape.OpenQuote],
  [0x201d, Shape.CloseQuote],
  [0xbb, Shape.CloseQuote],
  [0x22, Shape.StraightQuote],
  [0x2018, Shape.OpenSingle],
  [0x201a, Shape.OpenSingle],
  [0x2039, Shape.OpenSingle],
  [0x2019, Shape.CloseSingle],
  [0x203a, Shape.CloseSingle],
  [0x27, Shape.Apostrophe],
  [0x24, Shape.Currency],
  [0xa3, Shape.Currency],
  [0xa5, Shape.Currency],
  [0x20ac, Shape.Currency],
  [0x25, Shape.Percent],
  [0x2026, Shape.Ellipsis],
];

const MARK_SHAPES = new Uint8Array(0x2100).fill(Shape.Other);
for (const [code, shape] of MARKS) MARK_SHAPES[code] = shape;

function markShape(first: number, start: number, end: number, text: string): number {
  if ((first === 0x40 || first === 0x23) && end - start > 1) return Shape.Handle;
  if (first === 0x2e && end - start > 1) return Shape.Ellipsis;
  if (first === 0x27 && text.charCodeAt(start + 1) === 0x27 && end - start === 2) return Shape.CloseQuote;
  return MARK_SHAPES[first] ?? Shape.Other;
}
