import { isAbbreviation, isTitleAbbreviation } from './abbreviations';
import { isDigit, isLetter, isSpace, isUpper, isWord } from './characters';

/**
 * The tokens of one block, in order: words (with their inner apostrophes, hyphens and full stops: "O'Neill",
 * "stay-in", "U.S.", "Gen.", "1,000.50"), clitics split off as the Penn Treebank does ("Lavrov" + "’s", "do" + "n’t"),
 * runs of full stops or hyphens ("...", "--"), web addresses, "@names" and "#tags" whole, and each other mark for itself.
 * White space belongs to none. Struct of arrays: the hot loops index, they don't allocate.
 */
export interface Tokens {
  readonly text: string;
  readonly length: number;
  /** Start of each token, UTF-16 offset into `text`. */
  readonly start: Uint32Array;
  /** End of each token, exclusive. */
  readonly end: Uint32Array;
}

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const HYPHEN = 0x2d;
const STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const SLASH = 0x2f;
const AT = 0x40;
const HASH = 0x23;
const AMPERSAND = 0x26;
const BACKTICK = 0x60;
const LOWER = 0x20;

/** Where tokens are collected before their number is known; grows, never shrinks, holds nothing between calls. */
let starts = new Uint32Array(1024);
let ends = new Uint32Array(1024);

/** Splits the text of a block into tokens. Linear; never throws. */
export function tokenize(text: string): Tokens {
  const size = text.length;
  let count = 0;
  let at = 0;
  while (at < size) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    if (count + 2 > starts.length) grow();
    const end = isWord(code) ? wordEnd(text, at) : markEnd(text, at, code);
    const clitic = isWord(code) ? cliticStart(text, at, end) : end;
    starts[count] = at;
    ends[count++] = clitic;
    if (clitic < end) {
      starts[count] = clitic;
      ends[count++] = end;
    }
    at = end;
  }
  // Both in one buffer: in a long article the many small ones take as much memory as what is in them.
  const places = new Uint32Array(2 * count);
  places.set(starts.subarray(0, count));
  places.set(ends.subarray(0, count), count);
  return { text, length: count, start: new Uint32Array(places.buffer, 0, count), end: new Uint32Array(places.buffer, 4 * count, count) };
}

/** The characters of token `index`; the empty string outside `[0, length)`. */
export function tokenText(tokens: Tokens, index: number): string {
  const start = tokens.start[index];
  return start === undefined ? '' : tokens.text.slice(start, tokens.end[index]);
}

function grow(): void {
  const [oldStarts, oldEnds] = [starts, ends];
  starts = new Uint32Array(oldStarts.length * 2);
  ends = new Uint32Array(oldEnds.length * 2);
  starts.set(oldStarts);
  ends.set(oldEnds);
}

/** The end of the word that starts at `start`, its clitic included. */
function wordEnd(text: string, start: number): number {
  let at = start;
  /** Where the part after the last inner full stop starts. */
  let part = start;
  let dotted = false;
  for (;;) {
    while (isWord(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    // Nearly every word ends here.
    if (isSpace(code) || at >= text.length) return at;
    const next = text.charCodeAt(at + 1);
    if (!isWord(next)) {
      return code === STOP && keepsStop(text, start, part, at, dotted) ? at + 1 : at;
    }
    const previous = text.charCodeAt(at - 1);
    switch (code) {
      case APOSTROPHE:
      case RIGHT_QUOTE: {
        const clitic = cliticEnd(text, at);
        if (clitic > 0) return clitic;
        if (!isLetter(previous) || !isLetter(next)) return at;
        break;
      }
      case HYPHEN:
      case 0x2010:
      case 0x2011:
      case AMPERSAND:
      case AT:
        break;
      case STOP: {
        const joins = at - part === 1 || (isDigit(next) && isDigit(previous)) || (!isDigit(previous) && !isUpper(next) && isLetter(next));
        if (!joins) return at;
        dotted ||= at - part === 1;
        part = at + 1;
        break;
      }
      case COMMA:
      case COLON:
        if (!isDigit(previous) || !isDigit(next)) return at;
        break;
      default:
        return at;
    }
    at++;
  }
}

/** Whether the full stop at `at`, with no letter after it, belongs to the word: "U.S.", "J.", "Gen.", "No. 10". */
function keepsStop(text: string, start: number, part: number, at: number, dotted: boolean): boolean {
  if (text.charCodeAt(at + 1) === STOP) return false;
  if (dotted && at - part === 1) return true;
  const length = at - start;
  const first = text.charCodeAt(start);
  // An initial; but "I." ends a sentence, and so does "plan B." before a small letter or nothing.
  if (length === 1) return isUpper(first) && first !== 0x49 && isUpper(text.charCodeAt(at + 2));
  if (length > 6 || !isLetter(first)) return false;
  const word = text.slice(start, at).toLowerCase();
  if (word === 'no' || word === 'nos') return isDigit(text.charCodeAt(at + 2));
  if (word === 'p' || word === 'pp' || word === 'art' || word === 'fig' || word === 'vol') return isDigit(text.charCodeAt(at + 2));
  if (isTitleAbbreviation(word)) return isUpper(first) && isSpace(text.charCodeAt(at + 1));
  return isAbbreviation(word) && (isUpper(first) || word === 'vs' || word === 'etc' || word === 'al' || word === 'eg' || word === 'ie');
}

/** The end of the clitic whose apostrophe is at `at` ('s, 'm, 'd, 're, 've, 'll, n't); 0 where none is. */
function cliticEnd(text: string, at: number): number {
  const first = text.charCodeAt(at + 1) | LOWER;
  const second = text.charCodeAt(at + 2);
  if (!isWord(second)) {
    // s m d; t after n
    if (first === 0x73 || first === 0x6d || first === 0x64) return at + 2;
    return first === 0x74 && (text.charCodeAt(at - 1) | LOWER) === 0x6e ? at + 2 : 0;
  }
  if (isWord(text.charCodeAt(at + 3))) return 0;
  const pair = (first << 8) | (second | LOWER);
  // re ve ll
  return pair === 0x7265 || pair === 0x7665 || pair === 0x6c6c ? at + 3 : 0;
}

/** Where the clitic of the word `[start, end)` starts: at its apostrophe, for "n't" one before, in "cannot" before "not"; `end` where it has none. */
function cliticStart(text: string, start: number, end: number): number {
  if (end - start < 3) return end;
  for (let at = end - 2; at >= end - 3 && at > start; at--) {
    const code = text.charCodeAt(at);
    if (code !== APOSTROPHE && code !== RIGHT_QUOTE) continue;
    if (cliticEnd(text, at) !== end) return end;
    const negation = at === end - 2 && (text.charCodeAt(end - 1) | LOWER) === 0x74;
    if (!negation) return at;
    return at - 1 > start ? at - 1 : end;
  }
  if (end - start === 6 && (text.charCodeAt(start) | LOWER) === 0x63 && text.slice(start, end).toLowerCase() === 'cannot') return start + 3;
  return end;
}

/** The end of the token that starts with the mark `code` at `start`. */
function markEnd(text: string, start: number, code: number): number {
  const next = text.charCodeAt(start + 1);
  switch (code) {
    case STOP:
    case HYPHEN: {
      let at = start + 1;
      while (text.charCodeAt(at) === code) at++;
      return at;
    }
    case BACKTICK:
      return next === code ? start + 2 : start + 1;
    case APOSTROPHE:
    case RIGHT_QUOTE: {
      if (next === code && code === APOSTROPHE) return start + 2;
      // “Dawn”’s: a clitic on a closing mark.
      if (start > 0 && !isSpace(text.charCodeAt(start - 1)) && isLetter(next)) {
        const clitic = cliticEnd(text, start);
        if (clitic > 0 && (text.charCodeAt(start + 1) | LOWER) !== 0x74) return clitic;
      }
      return start + 1;
    }
    case AT:
    case HASH: {
      if (!isLetter(next)) return start + 1;
      let at = start + 1;
      while (isWord(text.charCodeAt(at))) at++;
      return at;
    }
    case SLASH:
      return start + 1;
    default: {
      // A pair of surrogates is one character (an emoji); a lone one a mark of its own.
      const pair = code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
      return pair ? start + 2 : start + 1;
    }
  }
}
