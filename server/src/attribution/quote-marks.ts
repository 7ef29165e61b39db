import { isDigit, isLetter, isSpace, isUpper } from '../text/characters';
import { type Tokens, tokenText } from '../text/tokens';

/** Marks of one family open and close each other. */
export const DOUBLE = 1;
export const SINGLE = 2;
export const GUILLEMET = 3;
export const ANGLE = 4;
export const CORNER = 5;
export const WHITE_CORNER = 6;

/** What stands around a mark: it can open (a boundary before, no space after), it can close (no space before, a boundary after). */
export const CAN_OPEN = 1;
export const CAN_CLOSE = 2;
/** What the glyph itself says: “ ‘ « open, ” ’ » close; straight marks say nothing. */
export const LOOKS_OPEN = 4;
export const LOOKS_CLOSED = 8;
/** A closing single mark after a full stop, a comma or another mark: no apostrophe stands there. */
export const AFTER_STOP = 16;
/** A single mark that may be the apostrophe of a plural ("the workers’ plan") or of a dropped g ("singin’ along"). */
export const MAYBE_APOSTROPHE = 32;

/** A mark after feet or a figure (5’2”, 12" long): inches, where a later mark closes the quotation. */
export const MAYBE_INCHES = 64;

/** A mark before a word that may be clipped ("’Cause it leaks"): opens only where a later mark closes. */
export const MAYBE_CLIPPED = 128;

/** The quotation marks of a block, in order. Struct of arrays. */
export interface Marks {
  readonly length: number;
  /** The token that each mark is. */
  readonly token: readonly number[];
  readonly family: readonly number[];
  /** Bits: CAN_OPEN … MAYBE_APOSTROPHE. */
  readonly bits: readonly number[];
}

const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;
const STRAIGHT = 0x22;

/** The family of the mark `code`, with what its glyph says; 0 for all else. `pair`: it is written twice (`` and ''). */
function glyph(code: number, pair: boolean): number {
  switch (code) {
    case STRAIGHT:
    case 0xff02:
      return DOUBLE;
    case APOSTROPHE:
      return pair ? DOUBLE : SINGLE;
    case 0x60:
      return (pair ? DOUBLE : SINGLE) | (LOOKS_OPEN << 4);
    case 0x201c:
    case 0x201e:
    case 0x201f:
    case 0x301d:
      return DOUBLE | (LOOKS_OPEN << 4);
    case 0x201d:
    case 0x301e:
    case 0x301f:
      return DOUBLE | (LOOKS_CLOSED << 4);
    case 0x2018:
    case 0x201a:
    case 0x201b:
      return SINGLE | (LOOKS_OPEN << 4);
    case RIGHT_SINGLE:
      return SINGLE | (LOOKS_CLOSED << 4);
    case 0xab:
      return GUILLEMET | (LOOKS_OPEN << 4);
    case 0xbb:
      return GUILLEMET | (LOOKS_CLOSED << 4);
    case 0x2039:
      return ANGLE | (LOOKS_OPEN << 4);
    case 0x203a:
      return ANGLE | (LOOKS_CLOSED << 4);
    case 0x300c:
      return CORNER | (LOOKS_OPEN << 4);
    case 0x300d:
      return CORNER | (LOOKS_CLOSED << 4);
    case 0x300e:
      return WHITE_CORNER | (LOOKS_OPEN << 4);
    case 0x300f:
      return WHITE_CORNER | (LOOKS_CLOSED << 4);
    default:
      return 0;
  }
}

/** The family that the opening mark `mark` belongs to; 0 for what is no mark. */
export const familyOf = (mark: string): number => glyph(mark.charCodeAt(0), mark.length > 1) & 15;

/** Words that lose their first letters to an apostrophe, so that it opens nothing. */
const CLIPPED = new Set('tis twas twere twill twould em til till cause cos coz bout round neath cept nother nuff n sup ere ave ad is im er ow tude kay flu phone burbs hood net sblood struth'.split(' ')); // biome-ignore format: one list
/** Finds the quotation marks of a block. Apostrophes inside words, clipped words, feet and inches are none. Linear. */
export function findMarks(tokens: Tokens): Marks {
  const token: number[] = [];
  const family: number[] = [];
  const bits: number[] = [];
  const { text, length, start, end } = tokens;
  let clipped = -1;
  for (let i = 0; i < length; i++) {
    const from = start[i] ?? 0;
    const code = text.charCodeAt(from);
    if (code > STRAIGHT && code < APOSTROPHE) continue;
    if (code > 0x60 && code < 0xab) continue;
    const to = end[i] ?? 0;
    if (to - from > 2) continue;
    const look = glyph(code, to - from === 2);
    if (look === 0 || (to - from === 2 && text.charCodeAt(from + 1) !== code) || i === clipped) continue;
    const kind = look & 15;
    const before = text.charCodeAt(from - 1);
    const after = text.charCodeAt(to);
    const inches = kind === DOUBLE && isInches(text, from, before);
    if (inches && look >> 4 === 0) continue;
    let bit = (look >> 4) | shape(before, after) | (inches || (kind === DOUBLE && isMeasure(text, before, after, to)) ? MAYBE_INCHES : 0);
    if (kind === SINGLE) {
      if (isFeet(text, from, after, to)) continue;
      if (isClipped(tokens, i, bit)) {
        // rock ’n’ roll: the second apostrophe goes with the first.
        if (tokenText(tokens, i + 1).toLowerCase() === 'n' && start[i + 2] === end[i + 1]) clipped = i + 2;
        if (!isUpper(text.charCodeAt(to)) || (bit & LOOKS_CLOSED) !== 0) continue;
        bit |= MAYBE_CLIPPED;
      }
      bit |= singleBits(text, from, before, after, to);
    }
    token.push(i);
    family.push(kind);
    bits.push(bit);
  }
  return { length: token.length, token, family, bits };
}

const isQuoteGlyph = (code: number): boolean =>
  code === STRAIGHT ||
  code === APOSTROPHE ||
  (code >= 0x2018 && code <= 0x201f) ||
  code === 0xab ||
  code === 0xbb ||
  code === 0x60 ||
  code === 0x2039 ||
  code === 0x203a;

const isDash = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2f;

function shape(before: number, after: number): number {
  const spaceBefore = !(before >= 0) || isSpace(before);
  const spaceAfter = !(after >= 0) || isSpace(after);
  // A stray space before it or not: nothing opens right before a comma.
  const pauses = after === 0x2c || after === 0x3b;
  const opens =
    !pauses &&
    (spaceBefore || before === 0x28 || before === 0x5b || before === 0x7b || isDash(before) || isQuoteGlyph(before)) &&
    !spaceAfter;
  const closes =
    (!spaceBefore || pauses) &&
    (spaceAfter || isClosingPunctuation(after) || isDash(after) || isQuoteGlyph(after) || (isNote(after) && !opens));
  return (opens ? CAN_OPEN : 0) | (closes ? CAN_CLOSE : 0);
}

const isClosingPunctuation = (code: number): boolean =>
  code === 0x2c ||
  code === 0x2e ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x7d ||
  code === 0x2026 ||
  code === 0x2a;

/** What the mark of a footnote starts with: ‘Never.’[1], ‘Never.’† */
const isNote = (code: number): boolean =>
  code === 0x5b || code === 0xb2 || code === 0xb3 || code === 0xb9 || code === 0x2020 || code === 0x2021;

/** 6'2" */
function isInches(text: string, from: number, before: number): boolean {
  if (!isDigit(before)) return false;
  let at = from - 1;
  while (at > from - 4 && isDigit(text.charCodeAt(at))) at--;
  if (text.charCodeAt(at) === 0x20) at--;
  const mark = text.charCodeAt(at);
  return (mark === APOSTROPHE || mark === RIGHT_SINGLE || mark === 0x2032) && isDigit(text.charCodeAt(at - 1));
}

/** 12" long: a figure, the mark, and a small word. */
const isMeasure = (text: string, before: number, after: number, to: number): boolean => {
  const next = text.charCodeAt(to + 1);
  return isDigit(before) && after === 0x20 && next >= 0x61 && next <= 0x7a;
};

/** 6'2, 5' 10": a digit on both sides; across a space only after a figure as short as feet are, so that ‘in 1996’ 20 closes. */
function isFeet(text: string, from: number, after: number, to: number): boolean {
  if (!isDigit(text.charCodeAt(from - 1))) return false;
  if (isDigit(after)) return true;
  return after === 0x20 && isDigit(text.charCodeAt(to + 1)) && !isDigit(text.charCodeAt(from - 3));
}

/** ’90s, ’tis, ’em: an apostrophe for what is left out, not a mark that opens. */
function isClipped(tokens: Tokens, i: number, bit: number): boolean {
  if ((bit & CAN_OPEN) === 0 || (bit & CAN_CLOSE) !== 0) return false;
  const { text, start, end } = tokens;
  const from = start[i + 1] ?? 0;
  const to = end[i + 1] ?? 0;
  if (from !== end[i]) return false;
  if (isDigit(text.charCodeAt(from))) {
    const short = to - from === 2 || (to - from === 3 && text.charCodeAt(to - 1) === 0x73);
    return (
      short && isDigit(text.charCodeAt(from + 1)) && ((bit & LOOKS_CLOSED) !== 0 || to - from === 3 || !isUpper(text.charCodeAt(to + 1)))
    );
  }
  return to - from <= 6 && CLIPPED.has(text.slice(from, to).toLowerCase());
}

function singleBits(text: string, from: number, before: number, after: number, to: number): number {
  if (!isLetter(before)) return before >= 0 && !isSpace(before) && !isDigit(before) ? AFTER_STOP : 0;
  if (!(after === 0x20 || after === 0xa0 || after === 0x0a) || !isLetter(text.charCodeAt(to + 1))) return 0;
  const plural = before === 0x73 || before === 0x53 || before === 0x7a || before === 0x78;
  const dropped = before === 0x6e && text.charCodeAt(from - 2) === 0x69;
  return plural || dropped ? MAYBE_APOSTROPHE : 0;
}
