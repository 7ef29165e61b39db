import type { Sentence } from '../text/sentences';
import * as C from './lexicon/word-classes';
import {
  hasVerbForm,
  is,
  isCapital,
  isPossessive,
  isVerb,
  LOWER,
  MARK,
  NUMBER,
  opensSentence,
  shapeAt,
  tagOf,
  type Wording,
  wordAt,
} from './wording';

/** A noun phrase around a noun that may speak: "the ministry", "a senior official", "three sources", "his lawyer", "police". Token indices. */
export interface Description {
  /** With its determiner. */
  readonly first: number;
  /** After the noun. */
  readonly last: number;
  /** After what hangs on it: "a spokesman for the ministry". */
  readonly end: number;
  /** The noun. */
  readonly head: number;
  /** *definite*: "the", "this"; *owned*: "his", "Ruiz’s"; *indefinite*: "a", "three", "another"; *bare*: none. */
  readonly opening: 'definite' | 'owned' | 'indefinite' | 'bare';
  readonly sentence: number;
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
const OWNED = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);
/** How far, in tokens, a description reaches on either side of its noun. */
const REACH = 9;

/** The descriptions of a block. `taken`: for each token the run of capitalised words that it is in, or -1. Linear. */
export function findDescriptions(w: Wording, sentences: readonly Sentence[], taken: Int32Array): Description[] {
  const found: Description[] = [];
  for (const [s, sentence] of sentences.entries()) {
    const [from, to] = sentence.tokens;
    let floor = from;
    for (let i = from; i < to; i++) {
      if (!isHead(w, i, from, taken)) continue;
      const first = leftEnd(w, i, floor);
      const opening = openingOf(w, first, i);
      if (!stands(w, first, i, opening)) continue;
      found.push({ first, last: i + 1, end: rightEnd(w, i + 1, to), head: i, opening, sentence: s });
      if (!isPossessive(w, i + 1)) floor = i + 1;
    }
  }
  return found;
}

function isHead(w: Wording, i: number, from: number, taken: Int32Array): boolean {
  if (!is(w, i, C.HEAD_NOUN)) return false;
  if (isCapital(w, i)) {
    // "Police said": a capital of the sentence, not of a name; names and offices in capitals are runs.
    if ((taken[i] ?? -1) >= 0 || !opensSentence(w, i, from)) return false;
  } else if (shapeAt(w, i) !== LOWER && shapeAt(w, i) !== NUMBER) return false;
  // "they police it", "to report"
  if (BEFORE_VERB.has(wordAt(w, i - 1))) return false;
  const tag = tagOf(w, i);
  if (
    tag !== undefined &&
    tag !== 'NN' &&
    tag !== 'NNS' &&
    tag !== 'NNP' &&
    tag !== 'NNPS' &&
    shapeAt(w, i) !== NUMBER &&
    !(tag === 'JJ' && (is(w, i, C.CROWD) || (DAILY.test(wordAt(w, i)) && isCapital(w, i + 1))))
  )
    return false;
  if (QUANTITIES.has(wordAt(w, i)) || wordAt(w, i) === 'several' || wordAt(w, i) === 'few') return isVerb(w, i + 1);
  // "police officer", "the council leader": the last noun is the head.
  if (shapeAt(w, i + 1) === LOWER && !hasVerbForm(w, i + 1)) {
    const next = tagOf(w, i + 1);
    if (is(w, i, C.PLURAL)) {
      if (is(w, i + 1, C.HEAD_NOUN) && !is(w, i + 1, C.PLURAL) && (next === 'NN' || next === undefined) && !isVerb(w, i + 1)) return false;
    } else if (next !== undefined ? next === 'NN' || next === 'NNS' : is(w, i + 1, C.HEAD_NOUN) && !isVerb(w, i + 1)) return false;
  }
  return wordAt(w, i + 1) !== '-';
}

const QUANTITIES = new Set(['all', 'both', 'half', 'some', 'most', 'many', 'other']);
const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'no',
  'any',
  'each',
  'every',
]);

/** "that" is one only where the tagger says so: "said that officials". */
function isDeterminer(w: Wording, i: number): boolean {
  if (!is(w, i, C.DETERMINER)) return false;
  if (wordAt(w, i) !== 'that') return true;
  const tag = tagOf(w, i);
  return tag === undefined ? !isVerb(w, i - 1) : tag === 'DT';
}

const DAILY = /^(?:daily|weekly)$/;
const BEFORE_VERB = new Set([
  'i',
  'we',
  'you',
  'they',
  'he',
  'she',
  'to',
  'who',
  'will',
  'would',
  'can',
  'could',
  'must',
  'should',
  'may',
  'might',
]);

const NOUNISH = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'JJ', 'JJR', 'JJS', 'VBN', 'CD', 'PRP$', 'POS', 'DT']);

/** Where the phrase of the noun at `head` starts: at its determiner if it has one. */
export function leftEnd(w: Wording, head: number, floor: number): number {
  const stop = Math.max(floor, head - REACH);
  /** The leftmost token that is certainly of the phrase. */
  let first = head;
  let unsure = 0;
  for (let i = head - 1; i >= stop; i--) {
    const word = wordAt(w, i);
    if (isDeterminer(w, i) || shapeAt(w, i) === NUMBER) {
      first = i;
      // "all three officials", "the two men", "these other people"
      const more = i - 1 >= stop && isDeterminer(w, i - 1) && (QUANTITIES.has(wordAt(w, i - 1)) || !ARTICLES.has(word));
      if (more) continue;
      return first;
    }
    if (isPossessive(w, i)) {
      if (i - 1 < stop) return first;
      first = i - 1;
      i--;
      continue;
    }
    const mark = shapeAt(w, i) === MARK;
    if (mark) {
      // three “sources familiar with …”
      if (/^[“"‘']$/.test(word) && isDeterminer(w, i - 1) && i - 1 >= stop) return i - 1;
      if (word !== '-') return first;
      continue;
    }
    const tag = tagOf(w, i);
    if (word === 'that') return first;
    if (tag !== undefined) {
      if (!NOUNISH.has(tag) && !(tag === 'VBG' && (is(w, i, C.MODIFIER) || isDeterminer(w, i - 1))) && !(tag === 'IN' && word === 'ex'))
        return first;
      first = i;
      continue;
    }
    if (is(w, i, C.FUNCTION_WORD) && !is(w, i, C.MODIFIER)) return first;
    if (is(w, i, C.MODIFIER | C.DEMONYM | C.HEAD_NOUN | C.KNOWN_ORGANIZATION | C.PLACE) || isCapital(w, i) || word.includes('-')) {
      if (unsure === 0) first = i;
      continue;
    }
    if (++unsure > 2) return first;
  }
  return first;
}

function openingOf(w: Wording, first: number, head: number): Description['opening'] {
  const word = wordAt(w, first);
  if (OWNED.has(word)) return 'owned';
  for (let i = first; i < head; i++) if (isPossessive(w, i)) return 'owned';
  if (first === head) return 'bare';
  if (DEFINITE.has(word)) return 'definite';
  return is(w, first, C.DETERMINER) || shapeAt(w, first) === NUMBER ? 'indefinite' : 'bare';
}

/** Whether a noun with this opening stands for somebody or something at all: a bare singular ("chair", "paper") seldom does. */
function stands(w: Wording, first: number, head: number, opening: Description['opening']): boolean {
  if (opening !== 'bare') return wordAt(w, first) !== 'no' || !is(w, head, C.DOCUMENT | C.ORGANIZATION_HEAD);
  if (is(w, head, C.CROWD | C.PLURAL)) return !is(w, head, C.SILENT);
  // "power company Ellis Grid": stands before a name or not at all.
  if (is(w, head, C.ORGANIZATION_HEAD) && isCapital(w, head + 1)) return true;
  return is(w, head, C.OFFICE | C.PART | C.UNNAMED_SOURCE) && !is(w, head, C.DOCUMENT);
}

const LINKS = new Set(['by', 'of', 'for', 'at', 'from', 'in', 'with', 'inside', 'within', 'on', 'near', 'to']);
const CLOSE = new Set(['close', 'familiar', 'briefed', 'involved']);

/** Where what hangs on the noun ends: "a spokesman [for the ministry]", "three sources [close to the talks]". */
function rightEnd(w: Wording, from: number, to: number): number {
  let end = from;
  const stop = Math.min(to, from + REACH);
  while (end < stop) {
    let at = end;
    if (CLOSE.has(wordAt(w, at))) at++;
    if (!LINKS.has(wordAt(w, at))) break;
    const after = phraseEnd(w, at + 1, stop);
    if (after === at + 1) break;
    end = after;
  }
  return end;
}

/** The end of the simple noun phrase that starts at `from`; `from` where none does. */
function phraseEnd(w: Wording, from: number, stop: number): number {
  let at = from;
  let noun = false;
  while (at < stop) {
    if (shapeAt(w, at) === MARK && !isPossessive(w, at)) break;
    const tag = tagOf(w, at);
    if (tag !== undefined ? !NOUNISH.has(tag) : at > from && (is(w, at, C.FUNCTION_WORD) || isVerb(w, at)) && !isPossessive(w, at)) break;
    if (at > from && is(w, at, C.DETERMINER)) break;
    if (is(w, at, C.CALENDAR_WORD) && isCapital(w, at)) return from;
    noun ||= !is(w, at, C.DETERMINER);
    at++;
  }
  return noun ? at : from;
}
