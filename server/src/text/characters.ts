/** What a UTF-16 unit is, by table: bits, so that the scanner asks with one look-up. */
const SPACE = 1;
const LETTER = 2;
const DIGIT = 4;
const UPPER = 8;
/** Joins a word that it stands in, and is no letter: the low line, combining marks, soft hyphens, joiners. */
const JOINER = 16;
const WORD = LETTER | DIGIT | JOINER;

/** Classes of the units below this; above it scripts without capitals, told by ranges. */
const TABLE_SIZE = 0x2c00;

const table = buildTable();

function buildTable(): Uint8Array {
  const classes = new Uint8Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) classes[code] = classify(code);
  return classes;
}

function classify(code: number): number {
  if (code <= 0x20 || code === 0x7f) return SPACE;
  if (code < 0x80) {
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    if (code >= 0x41 && code <= 0x5a) return LETTER | UPPER;
    if (code >= 0x61 && code <= 0x7a) return LETTER;
    return code === 0x5f ? JOINER : 0;
  }
  if (code === 0xad || code === 0x200c || code === 0x200d) return JOINER;
  if (code === 0x200b || (code >= 0x80 && code < 0xa0)) return SPACE;
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/\p{L}/u.test(character)) return /\p{Lu}/u.test(character) ? LETTER | UPPER : LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /\p{M}/u.test(character) ? JOINER : 0;
}

function classOf(code: number): number {
  if (code < TABLE_SIZE) return table[code] ?? 0;
  // NaN, past the end of the text: nothing.
  if (!(code >= TABLE_SIZE)) return 0;
  if (code >= 0x2e80 && code <= 0x2fff) return LETTER;
  if (code < 0x3041) return code === 0x3000 ? SPACE : code >= 0x2c00 && code <= 0x2dff ? LETTER : 0;
  if (code < 0xd800) return LETTER;
  if (code < 0xf900) return 0;
  if (code === 0xfeff) return SPACE;
  if (code >= 0xff01 && code <= 0xffff) return code >= 0xff10 && code <= 0xff19 ? DIGIT : code >= 0xff21 && code <= 0xffdc ? LETTER : 0;
  return code >= 0xfe10 && code <= 0xfe6f ? 0 : LETTER;
}

/** White space, controls and zero-width spaces: what no token holds. */
export const isSpace = (code: number): boolean => (classOf(code) & SPACE) !== 0;

/** A letter of any script. */
export const isLetter = (code: number): boolean => (classOf(code) & LETTER) !== 0;

/** A decimal digit. */
export const isDigit = (code: number): boolean => (classOf(code) & DIGIT) !== 0;

/** A capital letter. */
export const isUpper = (code: number): boolean => (classOf(code) & UPPER) !== 0;

/** What a word is made of: letters, digits, and what joins them. */
export const isWord = (code: number): boolean => (classOf(code) & WORD) !== 0;
