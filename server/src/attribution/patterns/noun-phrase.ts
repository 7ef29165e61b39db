import type { TagName } from '../../language/tags';
import type { Reading, Run } from './reading';

/** How far, in tokens, a phrase is followed; sources are seldom longer (polnear/train: 99 % have at most 32 tokens). */
const REACH = 40;

const HEAD: ReadonlySet<TagName> = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'CD']);
const INSIDE: ReadonlySet<TagName> = new Set([
  ...HEAD, 'DT', 'PDT', 'JJ', 'JJR', 'JJS', 'PRP$', 'POS', 'VBN', 'VBG', '$', 'FW',
]); // biome-ignore format: one list
const OPENERS = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'its',
  'our',
  'my',
  'this',
  'that',
  'these',
  'those',
  'another',
  'some',
  'no',
]);
const ALONE = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
  'others',
  'many',
  'some',
  'both',
  'one',
  'another',
  'those',
  'most',
  'few',
]);
/** Prepositions that go on with a phrase: "a spokesman for the ministry". */
const LINKS = new Set([
  'of',
  'for',
  'at',
  'from',
  'with',
  'in',
  'on',
  'to',
  'close',
  'familiar',
  'about',
  'inside',
  'within',
  'and',
  'or',
  '&',
  '/',
]);
/** Those that still do to the right of a verb, where "said Ana Ruiz in a statement" must stop. */
const LINKS_AFTER = new Set(['of', 'for', 'from', 'with', 'at', 'and', 'or', '&', '/', 'close', 'familiar', 'to']);
const DAYS = new Set([
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'yesterday', 'today', 'tonight', 'tomorrow',
]); // biome-ignore format: one list

/** Whether the word is a day, which ends a phrase: "On Monday Ruiz said". */
export const isDay = (word: string): boolean => DAYS.has(word);

/**
 * The noun phrase that ends right before token `end`, no further left than `floor`: pronoun, name with its title, description, with what
 * hangs on it: "a spokesman for the ministry", "Ana Ruiz, the coach,", "Rep. Ana Ruiz (D-Ohio)", "officials who asked not to be named". Null where there is none.
 */
export function nounPhraseBefore(r: Reading, end: number, floor: number): Run | null {
  let last = end;
  if (r.word(last - 1) === ',') {
    const opened = matchingComma(r, last - 1, floor);
    if (opened < 0) return null;
    const head = nounPhraseBefore(r, opened, floor);
    return head && [beforeDetails(r, head, floor), last - 1];
  }
  if (r.word(last - 1) === 'who' || r.word(last - 1) === 'which') {
    last--;
    if (r.word(last - 1) === ',') last--;
    return nounPhraseBefore(r, last, floor);
  }
  if (last - 1 < floor) return null;
  if (ALONE.has(r.word(last - 1)) && !HEAD.has(r.tag(last - 2))) return [last - 1, last];
  const stop = Math.max(floor, last - REACH);
  let first = last;
  let head = false;
  while (first > stop) {
    const at = first - 1;
    const word = r.word(at);
    if (word === ')' || word === ']') {
      const opened = openingBracket(r, at, stop);
      if (opened < 0) break;
      first = opened;
      continue;
    }
    if (isDay(word)) break;
    if (word === 'who' || word === 'that') break;
    const tag = r.tag(at);
    const opener = r.word(first);
    if (INSIDE.has(tag) || word === '’s' || word === "'s") {
      // "In a statement [the company] said": a second phrase without a preposition between is another phrase.
      if (first < last && OPENERS.has(opener) && !(LINKS.has(word) || word === 'all' || word === 'both')) break;
      if (first < last && r.tag(first) === 'PRP') break;
      first = at;
      head ||= HEAD.has(tag);
      continue;
    }
    if (first < last && LINKS.has(word) && at > stop && (HEAD.has(r.tag(at - 1)) || r.word(at - 1) === ')' || LINKS.has(r.word(at - 1)))) {
      first = at;
      continue;
    }
    break;
  }
  while (first < last && (LINKS.has(r.word(first)) || r.word(first) === '’s')) first++;
  if (first === last || !head) {
    const relative = relativeClause(r, last, stop);
    return relative;
  }
  if (r.word(first - 1) === 'who' || r.word(first - 1) === 'that') return relativeClause(r, last, stop) ?? [first, last];
  return [first, last];
}

/** Where a phrase of several commas starts: "Alan Fairweather, 58, of Lodge Road, Carrow, denies". */
function beforeDetails(r: Reading, [first, last]: Run, floor: number): number {
  let start = first;
  for (let hops = 0; hops < 4; hops++) {
    const comma = /^(?:of|from|in)$/.test(r.word(start - 1)) ? start - 2 : start - 1;
    const detail = comma < start - 1 || (r.tag(start) === 'CD' && last > start);
    if (!detail || r.word(comma) !== ',' || comma <= floor) break;
    const more = nounPhraseBefore(r, comma, floor);
    if (!more) break;
    start = more[0];
  }
  return start;
}

/** "officials who asked not to be named" before token `end`. */
function relativeClause(r: Reading, end: number, stop: number): Run | null {
  for (let at = end - 1; at > stop; at--) {
    const word = r.word(at);
    if (word === ',' || word === ':' || word === ';' || r.quoteAt(at) >= 0) return null;
    if (word === 'who') {
      const head = nounPhraseBefore(r, at, stop);
      return head && [head[0], end];
    }
  }
  return null;
}

function matchingComma(r: Reading, comma: number, floor: number): number {
  for (let at = comma - 1; at > Math.max(floor, comma - REACH); at--) {
    const word = r.word(at);
    if (word === ')') {
      const opened = openingBracket(r, at, floor);
      if (opened < 0) return -1;
      at = opened;
    } else if (word === ',') return at;
    else if (word === ';' || word === ':' || r.quoteAt(at) >= 0) return -1;
  }
  return -1;
}

function openingBracket(r: Reading, closing: number, stop: number): number {
  for (let at = closing - 1; at >= stop; at--) if (r.word(at) === '(' || r.word(at) === '[') return at;
  return -1;
}

/**
 * The noun phrase that starts at token `start`, before `ceiling`, with its apposition where `apposition` is set ("Ana Ruiz, the club's coach").
 * Null where none starts there.
 */
export function nounPhraseAfter(r: Reading, start: number, ceiling: number, apposition = true): Run | null {
  if (start >= ceiling) return null;
  if (ALONE.has(r.word(start)) && !INSIDE.has(r.tag(start + 1))) return [start, start + 1];
  const stop = Math.min(ceiling, start + REACH);
  let last = start;
  let head = false;
  while (last < stop) {
    const word = r.word(last);
    const tag = r.tag(last);
    if (isDay(word) || r.quoteAt(last) >= 0) break;
    if (word === '(') {
      const closed = closingBracket(r, last, stop);
      if (closed < 0) break;
      last = closed + 1;
      continue;
    }
    if (head && OPENERS.has(word) && r.tag(last - 1) !== 'IN' && !LINKS_AFTER.has(r.word(last - 1))) break;
    if (INSIDE.has(tag) || word === '’s' || word === "'s" || (OPENERS.has(word) && !head)) {
      head ||= HEAD.has(tag);
      last++;
      continue;
    }
    const next = r.tag(last + 1);
    // "a notice published in the gazette", "two officials briefed on the talks"
    const participle = r.tag(last - 1) === 'VBN' && (word === 'in' || word === 'by' || word === 'on');
    if (head && (participle || LINKS_AFTER.has(word)) && (INSIDE.has(next) || LINKS_AFTER.has(r.word(last + 1)))) {
      last++;
      continue;
    }
    break;
  }
  while (last > start && (LINKS.has(r.word(last - 1)) || OPENERS.has(r.word(last - 1)))) last--;
  if (last === start || !head) return null;
  if (apposition && r.word(last) === ',' && startsApposition(r, last + 1)) {
    const more = nounPhraseAfter(r, last + 1, stop, true);
    if (more && (more[1] >= stop || /^[,.;:”"’]$/.test(r.word(more[1])) || r.tag(more[1]) === 'IN')) return [start, more[1]];
  }
  return [start, last];
}

/** After a name's comma: "the …", "a …", "43", "chief …", but no new clause. */
function startsApposition(r: Reading, at: number): boolean {
  const word = r.word(at);
  return OPENERS.has(word) || r.tag(at) === 'CD' || r.tag(at) === 'NN' || r.tag(at) === 'JJ' || r.tag(at) === 'NNP';
}

function closingBracket(r: Reading, opening: number, stop: number): number {
  for (let at = opening + 1; at < stop; at++) if (r.word(at) === ')' || r.word(at) === ']') return at;
  return -1;
}
