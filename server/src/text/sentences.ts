import { isLetter, isSpace, isUpper } from './characters';
import { reportingVerbs } from './reporting-verbs';
import { abbreviationRole } from './sentence-abbreviations';
import type { Span } from './span';
import { type Tokens, tokenText } from './tokens';

/** One sentence of a block. */
export interface Sentence {
  /** With its closing marks and quotation marks, without the white space around it; relative to the block. */
  readonly span: Span;
  /** The tokens of the sentence: `[first, last)`, indices into the block's tokens. */
  readonly tokens: Span;
}

const STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ELLIPSIS = 0x2026;
const STRAIGHT = 0x22;

/** How far an attribution is looked for after a quotation that ends in "?" or "!": name, apposition, verb. */
const ATTRIBUTION_REACH = 8;

/**
 * Splits a block into sentences. Knows abbreviations ("U.S.", "Gen.", "No. 10"), initials, decimals, ellipses, and full stops
 * inside closing quotation marks; a quotation whose attribution follows ("…?” he asked.") is one sentence with it. Linear.
 */
export function splitSentences(tokens: Tokens): Sentence[] {
  const sentences: Sentence[] = [];
  const { text, length, start, end } = tokens;
  let first = 0;
  let straightOpen = false;
  const close = (next: number): void => {
    sentences.push({ span: [start[first] ?? 0, end[next - 1] ?? 0], tokens: [first, next] });
    first = next;
  };
  for (let i = 0; i < length; i++) {
    const last = text.charCodeAt((end[i] ?? 0) - 1);
    if (last === STRAIGHT) straightOpen = !straightOpen;
    if (!isTerminal(last)) continue;
    let next = i + 1;
    let dots = last === STOP ? stopsAt(tokens, i) : 0;
    // "?!", ". . ."
    while (next < length && isTerminal(text.charCodeAt(start[next] ?? 0)) && isMark(tokens, next)) {
      if (text.charCodeAt(start[next] ?? 0) === STOP) dots += (end[next] ?? 0) - (start[next] ?? 0);
      next++;
    }
    const marks = next;
    // What closes here: brackets, quotation marks, footnote marks.
    while (next < length && closesAt(tokens, next, straightOpen)) {
      if (text.charCodeAt(start[next] ?? 0) === STRAIGHT) straightOpen = !straightOpen;
      next++;
    }
    next = afterNote(tokens, next);
    if (next < length && endsAt(tokens, i, marks, next, dots > 1 || last === ELLIPSIS)) close(next);
    i = next - 1;
  }
  if (first < length) close(length);
  return sentences;
}

const isTerminal = (code: number): boolean =>
  code === STOP || code === QUESTION || code === EXCLAMATION || code === ELLIPSIS || code === 0x203d || isForeignTerminal(code);

/** Full stops and question marks of scripts without capitals: 。！？．｡؟۔।॥ */
const isForeignTerminal = (code: number): boolean =>
  code >= 0x61f &&
  (code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0xff0e ||
    code === 0xff61 ||
    code === 0x61f ||
    code === 0x6d4 ||
    code === 0x964 ||
    code === 0x965);

/** Whether token `i` is nothing but marks, as against an abbreviation. */
const isMark = ({ text, start }: Tokens, i: number): boolean => isTerminal(text.charCodeAt(start[i] ?? 0));

const stopsAt = (tokens: Tokens, i: number): number => (isMark(tokens, i) ? (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) : 0);

/** The token after a footnote's mark that touches the stop ("[1]"); else `next`. */
function afterNote({ text, start, end }: Tokens, next: number): number {
  const bracket = text.charCodeAt(start[next] ?? 0) === 0x5b && start[next] === end[next - 1];
  const digit = text.charCodeAt(start[next + 1] ?? 0);
  return bracket && digit >= 0x30 && digit <= 0x39 && text.charCodeAt(start[next + 2] ?? 0) === 0x5d ? next + 3 : next;
}

/** Whether token `i` closes what the sentence before it opened: it touches it, or is the last mark of the block. */
function closesAt({ text, length, start, end }: Tokens, i: number, straightOpen: boolean): boolean {
  const code = text.charCodeAt(start[i] ?? 0);
  if (start[i] !== end[i - 1]) return i === length - 1 && (code === STRAIGHT || code === 0x201d || code === 0x201c);
  // Glued on both sides ('ended."Then'), a straight mark says nothing; then what is open decides.
  if (code === STRAIGHT) return straightOpen || i === length - 1 || start[i + 1] !== end[i] || !isLetter(text.charCodeAt(end[i] ?? 0));
  return CLOSERS.has(code) || (isTurned(code) && !isLetter(text.charCodeAt(end[i] ?? 0)));
}

/** ' ) ] » ’ ” › 」 』 */
const CLOSERS = new Set([0x27, 0x29, 0x5d, 0xbb, 0x2019, 0x201d, 0x203a, 0x300d, 0x300f]);

/** Marks that open in one style and close in another: „…“, ‚…‘, »…«, ›…‹. */
const isTurned = (code: number): boolean => code === 0x201c || code === 0x2018 || code === 0xab || code === 0x2039;

/** Whether a sentence ends between token `next - 1` and token `next`; its terminal marks are `[at, marks)`, what closes after them `[marks, next)`. */
function endsAt(tokens: Tokens, at: number, marks: number, next: number, ellipsis: boolean): boolean {
  const { text, start, end } = tokens;
  const lastMark = text.charCodeAt((end[marks - 1] ?? 0) - 1);
  if (isForeignTerminal(lastMark)) return true;
  const spaced = isSpace(text.charCodeAt((start[next] ?? 0) - 1));
  const opener = skipOpeners(tokens, next);
  const code = text.charCodeAt(start[opener] ?? 0);
  const quoted = opener > next;
  const closed = next > marks;
  if (!spaced && !quoted && !startsUnspaced(tokens, at, next)) return false;
  // Dashes, commas and the like go on with the sentence.
  if (!isLetter(code) && !isDigitOrSign(code)) return quoted && opener >= tokens.length;
  if (isLetter(code) && isSmall(code)) return quoted && lastMark === STOP && !ellipsis && isMark(tokens, at);
  if (!isMark(tokens, at))
    return abbreviationEnds(tokens, at, opener, opensQuotation(tokens, next, opener) || isQuotation(text.charCodeAt(start[next - 1] ?? 0)));
  if (isShortened(tokens, at)) return false;
  if (ellipsis && !closed && !quoted && isFirstPerson(tokens, opener)) return false;
  return !(closed && !quoted && attributionFollows(tokens, next, lastMark === STOP));
}

/** "ended.The next": no space, but a small letter before the mark and a capital after it. */
function startsUnspaced(tokens: Tokens, at: number, next: number): boolean {
  const { text, start, end } = tokens;
  if (!isUpper(text.charCodeAt(start[next] ?? 0))) return false;
  if (!isMark(tokens, at)) return false;
  const before = text.charCodeAt((start[at] ?? 0) - 1);
  const closed = (start[next] ?? 0) - (end[at] ?? 0) > 0;
  return closed || (isLetter(before) && !isUpper(before) && (end[next] ?? 0) - (start[next] ?? 0) > 0);
}

function skipOpeners({ text, length, start }: Tokens, from: number): number {
  let at = from;
  while (at < length && opens(text.charCodeAt(start[at] ?? 0))) at++;
  return at;
}

function opens(code: number): boolean {
  switch (code) {
    case STRAIGHT:
    case 0x27:
    case 0x28:
    case 0x5b:
    case 0x60:
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x2039:
    case 0x300c:
    case 0xbf:
    case 0xa1:
      return true;
    default:
      return false;
  }
}

const isDigitOrSign = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === 0x24 || code === 0xa3 || code === 0x20ac || code === 0x23 || code === 0x40 || code >= 0xd800;

const isSmall = (code: number): boolean => {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  if (isUpper(code)) return false;
  const letter = String.fromCharCode(code);
  return letter.toUpperCase() !== letter;
};

/** Whether what opens before `opener` is a quotation, not a bracket. */
function opensQuotation({ text, start }: Tokens, next: number, opener: number): boolean {
  const code = text.charCodeAt(start[next] ?? 0);
  return opener > next && code !== 0x28 && code !== 0x5b;
}

const isQuotation = (code: number): boolean => code === STRAIGHT || code === 0x201d || code === 0x2019 || isTurned(code);

/** "Hale v. Moss", "p. 12": a small letter alone before the stop. */
function isShortened({ text, start, end }: Tokens, at: number): boolean {
  const before = (end[at - 1] ?? 0) - (start[at - 1] ?? 0) === 1 ? text.charCodeAt(start[at - 1] ?? 0) : 0;
  return (before === 0x76 || before === 0x63 || before === 0x70) && start[at] === end[at - 1];
}

function isFirstPerson(tokens: Tokens, at: number): boolean {
  const { text, start, end } = tokens;
  return text.charCodeAt(start[at] ?? 0) === 0x49 && (end[at] ?? 0) - (start[at] ?? 0) === 1;
}

/** Words that open sentences far more often than they go on with a name. */
const STARTERS = new Set('A After All Also Although An And Another As At Before But By Despite During Even For From He Her His How However I If In It Its Last Many Meanwhile More Most No Nor Not Now On Once One Only Or Other Our Several She Since So Some Such That The Their Then There These They This Those Though Three Two Under Until We What When Where Whether Which While Who Why With Yet You'.split(' ')); // biome-ignore format: one list

/** Whether the abbreviation at token `at` ends its sentence, where something with a capital follows at `next`. */
function abbreviationEnds(tokens: Tokens, at: number, next: number, quoted: boolean): boolean {
  const role = abbreviationRole(tokenText(tokens, at));
  const word = tokenText(tokens, next);
  if (role === 'initial') return STARTERS.has(word);
  if (role === 'goes-on') return false;
  if (role === 'time')
    return !/^(?:[A-Z]{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Pacific|Central|Jan.*|Feb.*|March|April|May|June|July|Aug.*|Sept.*|Oct.*|Nov.*|Dec.*)$/.test(
      word,
    );
  if (role === 'ends') return true;
  return quoted || STARTERS.has(word);
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i']);

/**
 * Whether what follows a closing quotation mark says who spoke ("Jane Doe asked.", "The minister replied:"). After a full stop the attribution must
 * be all that follows, as nearly always a new sentence starts there.
 */
function attributionFollows(tokens: Tokens, from: number, afterStop: boolean): boolean {
  // A capital on a word that is no name: a new sentence.
  if (STARTERS.has(tokenText(tokens, from)) && !isFirstPerson(tokens, from)) return false;
  const reach = Math.min(tokens.length, from + ATTRIBUTION_REACH);
  for (let at = from; at < reach; at++) {
    const word = tokenText(tokens, at);
    const small = word.toLowerCase();
    if (reportingVerbs.has(small)) {
      if (at === from) return word === small;
      const pronoun = at === from + 1 && PRONOUNS.has(tokenText(tokens, from).toLowerCase());
      const after = tokenText(tokens, at + 1);
      // A colon, or a comma before marks, introduces what is said next.
      return afterStop ? after === '.' || after === '' : after !== ':' && (pronoun || after !== 'that');
    }
    if (/^[.;:!?“”"()]$/.test(word)) return false;
    const named =
      /^\p{Lu}/u.test(word) ||
      /^(?:,|-|of|the|de|van|von|al|and|for|’s|'s)$/.test(word) ||
      (at > from && at < from + 4 && /^[a-z-]+$/.test(word));
    if (!named) return false;
  }
  return false;
}
