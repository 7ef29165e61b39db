import type { Sentence } from '../text/sentences';
import * as C from './lexicon/word-classes';
import {
  ALL_CAPITALS,
  CAPITALISED,
  is,
  isAdverb,
  isCapital,
  isVerb,
  LOWER,
  opensSentence,
  shapeAt,
  tagOf,
  type Wording,
  wordAt,
} from './wording';

/** A run of capitalised words, as tokens `[first, last)`. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  /** Where its sentence is written like a title, or only the start of a sentence makes it a capital: not to be relied upon alone. */
  readonly doubtful: boolean;
  readonly sentence: number;
}

/** The runs of capitalised words of a block that look like names, roles before them included. Linear. */
export function findNameRuns(w: Wording, sentences: readonly Sentence[]): NameRun[] {
  const runs: NameRun[] = [];
  for (const [s, sentence] of sentences.entries()) {
    const [from, to] = sentence.tokens;
    const title = isTitleCase(w, from, to);
    let i = from;
    while (i < to) {
      const opens = opensSentence(w, i, from);
      if (!startsName(w, i, opens, title)) {
        i++;
        continue;
      }
      const last = title ? titleEnd(w, i, to) : runEnd(w, i, to);
      runs.push({
        first: i,
        last,
        sentence: s,
        doubtful: (title && !isKnownName(w, i, last)) || (opens && last === i + 1 && !isTrusted(w, i)),
      });
      i = last;
    }
  }
  return runs;
}

/** A headline with capitals: all of its words have one but the small ones. */
function isTitleCase(w: Wording, from: number, to: number): boolean {
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const shape = shapeAt(w, i);
    if (shape === LOWER && !(SMALL.test(wordAt(w, i)) || is(w, i, C.PARTICLE))) return false;
    if (shape === CAPITALISED || shape === ALL_CAPITALS) capitals++;
  }
  return capitals >= 4;
}

const SMALL =
  /^(?:an?|the|and|but|or|nor|for|of|in|on|at|to|by|as|from|with|over|into|off|up|out|after|amid|vs?|via|per|is|be|['’]s|n['’]t)$/;

const NAMED = C.GIVEN_NAME | C.KNOWN_ORGANIZATION | C.PLACE;

function isKnownName(w: Wording, first: number, last: number): boolean {
  return (
    is(w, first, C.HONORIFIC | C.TITLE | C.KNOWN_ORGANIZATION) || (is(w, first, C.GIVEN_NAME) && last > first + 1) || is(w, first, C.PLACE)
  );
}

/** One capitalised word at the start of a sentence that is a name whatever follows. */
function isTrusted(w: Wording, i: number): boolean {
  if (shapeAt(w, i) === ALL_CAPITALS || wordAt(w, i).includes('-')) return true;
  if (is(w, i, C.DOUBTFUL_NAME)) return isVerb(w, i + 1);
  // "Iodine deficiency": before a noun in small letters a capital may be the sentence's.
  const next = tagOf(w, i + 1);
  return is(w, i, NAMED) || (isProper(w, i) && !(shapeAt(w, i + 1) === LOWER && (next === 'NN' || next === 'NNS')));
}

/** A word that no lexicon knows, so that the article may know it as a name. */
const isUnknown = (w: Wording, i: number): boolean =>
  (tagOf(w, i) === 'NN' || !opensWithCapital(w, i)) &&
  (w.classes[i] ?? 0) === 0 &&
  wordAt(w, i).length > 2 &&
  !/(?:ing|ed|ly)$/.test(wordAt(w, i));

/** "al-Masri", "iPhone" have their capital inside. */
const opensWithCapital = ({ tokens }: Wording, i: number): boolean => {
  const first = tokens.text.charAt(tokens.start[i] ?? 0);
  return first !== first.toLowerCase();
};

const isProper = (w: Wording, i: number): boolean => {
  const tag = tagOf(w, i);
  return tag === 'NNP' || tag === 'NNPS';
};

/** Nouns and adjectives that are names only in the company of one. */
const COMMON = C.HEAD_NOUN | C.MODIFIER | C.SUFFIX | C.PLURAL | C.ORGANIZATION_ENDING | C.PLACE_ENDING;

function startsName(w: Wording, i: number, opens: boolean, title: boolean): boolean {
  if (!isCapital(w, i)) return false;
  const classes = w.classes[i] ?? 0;
  if (classes & C.CALENDAR_WORD) return (classes & C.GIVEN_NAME) !== 0 && isNameAt(w, i + 1) && !is(w, i + 1, C.CALENDAR_WORD);
  if (classes & C.FUNCTION_WORD) return isUnusual(w, i, opens);
  if (!opens && !title) return tagOf(w, i) !== 'UH' || (classes & NAMED) !== 0;
  if (classes & C.HONORIFIC) return isNameAt(w, i + 1);
  if (classes & C.PARTICLE && (isNameAt(w, i + 1) || (is(w, i + 1, C.PARTICLE) && isNameAt(w, i + 2)))) return true;
  if (classes & C.DOUBTFUL_NAME) return isNameAt(w, i + 1) || isVerb(w, i + 1) || isProper(w, i);
  if (classes & NAMED) return true;
  if (classes & COMMON) return isNameAt(w, i + 1) && !(title && !is(w, i + 1, C.GIVEN_NAME));
  if (shapeAt(w, i) === ALL_CAPITALS && !title) return true;
  if (w.tagged) return isProper(w, i) || (isNameAt(w, i + 1) && tagOf(w, i) === 'JJ') || isUnknown(w, i);
  const word = wordAt(w, i);
  if (/(?:ing|ly)$/.test(word)) return false;
  return title || isNameAt(w, i + 1) || isVerb(w, i + 1) || isAdverb(w, i + 1) || /^['’]s$/.test(wordAt(w, i + 1));
}

/** "IT", "US", "WHO", "May" and the like: a function word by its letters, a name by its capitals; initials ("A. J. Ruiz"). */
function isUnusual(w: Wording, i: number, opens: boolean): boolean {
  const classes = w.classes[i] ?? 0;
  if (shapeAt(w, i) === ALL_CAPITALS && wordAt(w, i).length > 1 && !isShouted(w, i)) return true;
  if (isInitial(w, i)) return isNameAt(w, i + 1);
  return !opens && (classes & C.GIVEN_NAME) !== 0 && isNameAt(w, i + 1);
}

/** The words beside it are in capitals as well: capitals say nothing. */
const isShouted = (w: Wording, i: number): boolean => shapeAt(w, i - 1) === ALL_CAPITALS && shapeAt(w, i + 1) === ALL_CAPITALS;

function isInitial({ tokens }: Wording, i: number): boolean {
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i] ?? 0;
  return end - start <= 2 && end > start && tokens.text.charAt(end - 1) === '.';
}

/** Whether token `i` can go on with a name. */
function isNameAt(w: Wording, i: number): boolean {
  if (!isCapital(w, i)) return false;
  const classes = w.classes[i] ?? 0;
  if (classes & (C.FUNCTION_WORD | C.CALENDAR_WORD)) {
    if (isInitial(w, i)) return true;
    if (shapeAt(w, i) === ALL_CAPITALS && shapeAt(w, i - 1) === CAPITALISED && wordAt(w, i).length > 1) return true;
    const between = isCapital(w, i - 1) && isCapital(w, i + 1) && !is(w, i - 1, C.FUNCTION_WORD) && !is(w, i + 1, C.FUNCTION_WORD);
    if (between && SYLLABLES.has(wordAt(w, i))) return true;
    return (
      (classes & (C.GIVEN_NAME | C.FAMILY_FIRST_NAME | C.SUFFIX)) !== 0 && is(w, i - 1, C.GIVEN_NAME | C.FAMILY_FIRST_NAME | C.HONORIFIC)
    );
  }
  return true;
}

/** Words that are syllables of Asian names as well, between two of them. */
const SYLLABLES = new Set(['an', 'so', 'do', 'no', 'in', 'on', 'my', 'than', 'he', 'she', 'you', 'may', 'yet', 'ten', 'at', 'to', 'but']);

/** In a title every word has its capital, so a name goes on only while the lexicons say so. */
function titleEnd(w: Wording, first: number, to: number): number {
  let at = first;
  while (at + 1 < to && is(w, at, C.HONORIFIC | C.TITLE | C.OFFICE | C.DEMONYM) && isNameAt(w, at + 1)) at++;
  if (is(w, at, C.GIVEN_NAME) && isNameAt(w, at + 1) && at + 1 < to && !is(w, at + 1, C.HEAD_NOUN) && !isVerb(w, at + 1)) at++;
  else {
    while (
      at + 1 < to &&
      isNameAt(w, at + 1) &&
      is(w, at + 1, C.ORGANIZATION_HEAD | C.ORGANIZATION_ENDING | C.PLACE_ENDING) &&
      !isVerb(w, at + 1)
    )
      at++;
  }
  return at + 1;
}

const OF = new Set(['of', 'for']);
const ORGANISED = C.ORGANIZATION_HEAD | C.ORGANIZATION_ENDING;
/** "Secretary of State", "Duke of York": "of" goes on right after these only. */
const OFFICES = C.OFFICE | C.HONORIFIC;

function runEnd(w: Wording, first: number, to: number): number {
  let at = first + 1;
  /** Whether an organisation's or an office's noun has been seen, so that "of" may go on. */
  let organised = is(w, first, ORGANISED);
  /** "Department for Work": "and" may go on. */
  let long = false;
  while (at < to) {
    const next = continues(w, at, to, organised, long);
    if (next === 0) break;
    if (next > 1 && OF.has(wordAt(w, at))) long = true;
    for (let i = at; i < at + next; i++) organised ||= is(w, i, ORGANISED);
    at += next;
  }
  return at;
}

/** How many tokens from `at` on still belong to the run that ends there; 0 where it ends. */
function continues(w: Wording, at: number, to: number, organised: boolean, long: boolean): number {
  if (isNameAt(w, at)) return 1;
  const word = wordAt(w, at);
  const inside = (i: number): boolean => i < to && isNameAt(w, i);
  if (is(w, at, C.PARTICLE) && shapeAt(w, at) === LOWER) {
    for (let i = at + 1; i <= at + 3; i++) {
      if (inside(i)) return word === 'do' && isVerb(w, i + 1) ? 0 : i + 1 - at;
      if (!is(w, i, C.PARTICLE)) break;
    }
  }
  if ((organised || is(w, at - 1, OFFICES)) && OF.has(word)) {
    if (inside(at + 1)) return 2;
    if (wordAt(w, at + 1) === 'the' && inside(at + 2)) return 3;
  }
  if (word === '&') return inside(at + 1) ? 2 : 0;
  if (
    word === 'and' &&
    long &&
    inside(at + 1) &&
    !is(w, at + 1, C.GIVEN_NAME | C.HONORIFIC | C.TITLE) &&
    !is(w, at + 1, C.ORGANIZATION_HEAD)
  )
    return 2;
  if (word === ',' && inside(at + 1) && /^(?:jr|sr)$/.test(wordAt(w, at + 1))) return 2;
  // Vladimir “Vova” Petrov
  if (/^["“‘'(]$/.test(word) && inside(at + 1) && /^["”’')]$/.test(wordAt(w, at + 2)) && inside(at + 3) && is(w, at - 1, C.GIVEN_NAME))
    return 4;
  return 0;
}
