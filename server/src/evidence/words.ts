import { isDigit, isLetter, isSpace, isWord } from '../text/characters';

/** What a word is besides its letters. */
export const Flag = {
  /** "uh", "[laughter]": a transcript may have it and a quote may leave it out. */
  Filler: 1,
  /** A quotation mark opens right before it, or closes right after it. */
  Opens: 2,
  Closes: 4,
  /** The first of a sentence. */
  Starts: 8,
} as const;

/** Takes a word: as it is compared, where it stands, what it is besides. */
export type TakeWord = (word: string, start: number, end: number, flags: number) => void;

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LEFT_QUOTE = 0x2018;
const SOFT_HYPHEN = 0xad;
const HYPHEN = 0x2d;
const STOP = 0x2e;
const COMMA = 0x2c;

const OPENING = new Set('“„«‹‘"'.split('').map((mark) => mark.charCodeAt(0)));
const CLOSING = new Set('”“»›’"'.split('').map((mark) => mark.charCodeAt(0)));
const ENDS = new Set('.?!…'.split('').map((mark) => mark.charCodeAt(0)));
/** What people say while they look for words. */
const FILLERS = new Set('uh uhh um umm er erm eh ah ahh hm hmm mm mmm mhm uhm'.split(' '));
const CURRENCY: Readonly<Record<string, string>> = { $: 'dollars', '£': 'pounds', '€': 'euros', '¥': 'yen' };
const MAGNITUDE = /^[ \u00a0-]?(?:hundred|thousand|million|billion|trillion|mn|bn|m|k)\b/i;
/** As far before its figure a sign of money may stand: a character reference leaves blanks behind. */
const REFERENCE = 8;
/** The longest note in square brackets that a transcriber puts in. */
const LONGEST_NOTE = 60;

/**
 * Reads the words of `text` from `from` up to `to`, as they are compared: in lower case, apostrophes straight, abbreviations without stops, figures
 * without commas; compounds fall into their parts, and a word that a line's end hyphenates is one. "£3m" says "3", "m", "pounds". Linear. Returns
 * where it stopped, which is between words.
 */
export function readWords(text: string, from: number, to: number, take: TakeWord): number {
  let at = from;
  let noteEnd = -1;
  let starts = true;
  let opens = false;
  const limit = Math.min(to, text.length);
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (!isWord(code)) {
      if (OPENING.has(code) && (isWord(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 0x5b)) opens = true;
      if (ENDS.has(code)) starts = true;
      else if (code === 0x0a && isBlankLine(text, at + 1)) starts = true;
      if (code === 0x5b) noteEnd = noteAt(text, at);
      const percent = code === 0x25 && isDigit(text.charCodeAt(at - 1));
      if (percent) take('percent', at, at + 1, 0);
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const flags =
      (opens ? Flag.Opens : 0) | (closesAt(text, end) ? Flag.Closes : 0) | (starts ? Flag.Starts : 0) | (at < noteEnd ? Flag.Filler : 0);
    const word = normal(text, at, end);
    if (word !== '') {
      take(word, at, end, flags | (FILLERS.has(word) ? Flag.Filler : 0));
      opens = false;
      starts = false;
      const unit = isDigit(text.charCodeAt(at))
        ? CURRENCY[
            text
              .slice(Math.max(0, at - REFERENCE), at)
              .trimEnd()
              .slice(-1)
          ]
        : undefined;
      if (unit !== undefined) at = money(text, end, unit, take);
      else at = end;
    } else at = end;
  }
  return at;
}

/** "million" after a sum, and then what the sum is of. */
function money(text: string, figureEnd: number, unit: string, take: TakeWord): number {
  const magnitude = MAGNITUDE.exec(text.slice(figureEnd, figureEnd + 12));
  const end = figureEnd + (magnitude?.[0].length ?? 0);
  if (magnitude) take(normal(text, end - magnitude[0].replace(/^[ \u00a0-]/, '').length, end), figureEnd, end, 0);
  take(unit, end - 1, end, 0);
  return end;
}

function wordEnd(text: string, start: number): number {
  let at = start;
  const number = isDigit(text.charCodeAt(start));
  for (;;) {
    while (isWord(text.charCodeAt(at)) && !(number && isLetter(text.charCodeAt(at)))) at++;
    if (number && isLetter(text.charCodeAt(at))) return at + (FIGURE_ENDING.exec(text.slice(at, at + 3))?.[0].length ?? 0);
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if ((code === APOSTROPHE || code === RIGHT_QUOTE) && isLetter(next) && at > start) at++;
    else if (code === COMMA && isDigit(text.charCodeAt(at - 1)) && isDigit(next)) at++;
    else if (code === STOP && isDigit(text.charCodeAt(at - 1)) && isDigit(next)) at++;
    else if (code === STOP && isLetter(text.charCodeAt(at - 1)) && isInitials(text, start, at)) at++;
    else if (code === HYPHEN && wrapEnd(text, at) > 0) at = wrapEnd(text, at);
    else return at;
  }
}

/** "3rd", "1970s": letters that belong to the figure before them; of "3m" they don't. */
const FIGURE_ENDING = /^(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/u;

/** Whether the stop at `at` stands in an abbreviation of single letters: "U.S.", "p.m." */
function isInitials(text: string, start: number, at: number): boolean {
  for (let i = start; i < at; i += 2) if (!isLetter(text.charCodeAt(i)) || (i + 1 < at && text.charCodeAt(i + 1) !== STOP)) return false;
  const next = text.charCodeAt(at + 1);
  return (isLetter(next) && text.charCodeAt(at + 2) === STOP) || (at - start > 1 && !isWord(next));
}

/** Where a word goes on that the hyphen at `at` breaks over a line's end; 0 where it does not. */
function wrapEnd(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at - 1))) return 0;
  let next = at + 1;
  let lines = 0;
  while (next < text.length && isSpace(text.charCodeAt(next)) && next - at < 40) {
    if (text.charCodeAt(next) === 0x0a) lines++;
    next++;
  }
  const first = text.charAt(next);
  return lines === 1 && /\p{Ll}/u.test(first) ? next : 0;
}

function closesAt(text: string, end: number): boolean {
  for (let at = end; at < end + 3; at++) {
    const code = text.charCodeAt(at);
    if (CLOSING.has(code)) return true;
    if (code !== COMMA && !ENDS.has(code)) return false;
  }
  return false;
}

const isBlankLine = (text: string, at: number): boolean => /^[ \t\r]*\n/.test(text.slice(at, at + 20));

/** Where a transcriber's note ends that opens at `at`: "[laughter]", "[crosstalk]"; -1 where the bracket is none. */
function noteAt(text: string, at: number): number {
  const end = text.slice(at, at + LONGEST_NOTE).indexOf(']');
  return end < 0 ? -1 : at + end;
}

const PLAIN = /^[a-z0-9]+$/;

function normal(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  if (PLAIN.test(word)) return word;
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  let plain = '';
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code === RIGHT_QUOTE || code === LEFT_QUOTE || code === APOSTROPHE) plain += "'";
    else if (isSpace(code) || code === SOFT_HYPHEN || code === HYPHEN || code === COMMA || code === 0x200c || code === 0x200d) continue;
    else if (code === STOP && !isDigit(lower.charCodeAt(i + 1))) continue;
    else plain += lower.charAt(i);
  }
  return /[^\u0020-\u007e]/.test(plain) ? plain.normalize('NFKC') : plain;
}
