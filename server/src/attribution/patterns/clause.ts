import type { Draft } from './draft';
import { isDay, nounPhraseAfter, nounPhraseBefore } from './noun-phrase';
import type { Reading, Run } from './reading';
import { cueAt, type PlacedCue, subjectOf } from './subject';

/**
 * Attributions of one sentence by its grammar, without the help of quotation marks: "X said that …", "…, X reported", "according to X, …",
 * "X urged the states to …", "X rejected the report", "X's claim that …". The content of one may hold another.
 */
export function clausePatterns(r: Reading, [first, end]: Run): Draft[] {
  const drafts: Draft[] = [];
  let last = end;
  while (last > first && /^[.!?…”"’)]$/.test(r.word(last - 1)) && r.quoteAt(last - 1) < 0) last--;
  const trailing = trailingCue(r, first, last);
  if (trailing) {
    drafts.push(trailing);
    last = trailing.content[0]?.[1] ?? last;
  }
  let scope = first;
  let shared: Run | null = null;
  for (let at = first; at < last; at++) {
    if (r.quoteAt(at) >= 0) continue;
    if (r.word(at) === 'according' && r.word(at + 1) === 'to') {
      const draft = according(r, at, scope, last);
      if (draft) drafts.push(draft);
      continue;
    }
    const noun = nominal(r, at, scope, last);
    if (noun) {
      drafts.push(noun);
      continue;
    }
    const cue = cueAt(r, at);
    if (!cue) continue;
    const source: Run | null = subjectOf(r, cue, scope) ?? (coordinated(r, cue) ? shared : null);
    if (!source) continue;
    const content = contentAfter(r, cue, last);
    if (!content) continue;
    shared = source;
    drafts.push({ source, cue: [cue.run], content: [content.run], pattern: content.pattern, confidence: content.confidence });
    if (content.pattern === 'that-clause' || content.pattern === 'clause') scope = content.run[0];
  }
  return drafts;
}

/** "…, Dawn reported." · "…, said the ministry." · "…, the harbour master, Joan Trevanion, told us on Friday." */
function trailingCue(r: Reading, first: number, last: number): Draft | null {
  let best: Draft | null = null;
  for (let comma = last - 1; comma > first + 2 && last - comma < 30; comma--) {
    if (r.quoteAt(comma) >= 0) break;
    if (r.word(comma) !== ',' || !hasFiniteVerb(r, first, comma)) continue;
    if (!best) {
      const inverted = cueAt(r, comma + 1);
      const source = inverted?.verb.uses.has('last') ? nounPhraseAfter(r, inverted.at + 1, last) : null;
      if (inverted && source && !contentAfter(r, inverted, last)) return trailing(source, inverted.run, [first, comma]);
    }
    const source = nounPhraseAfter(r, comma + 1, last);
    if (!source) continue;
    let next = source[1];
    if (r.word(next) === ',') next++;
    while (next < last && (r.tag(next) === 'RB' || /^(?:has|have|had)$/.test(r.word(next)))) next++;
    // A comma further left that leads to the same cue takes in the whole apposition.
    if (best && best.cue[0]?.[1] !== next + 1) break;
    const cue = cueAt(r, next);
    if (!cue?.verb.uses.has('last') || contentAfter(r, cue, last)) continue;
    best = trailing(source, cue.run, [first, comma]) ?? best;
  }
  return best;
}

function hasFiniteVerb(r: Reading, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(r.tag(at))) return true;
  return false;
}

const trailing = (source: Run, cue: Run, content: Run): Draft | null =>
  content[1] - content[0] < 3 ? null : { source, cue: [cue], content: [content], pattern: 'trailing', confidence: 0.85 };

function according(r: Reading, at: number, scope: number, last: number): Draft | null {
  const atStart = at === scope || /^(?:that|but|and|however|,)$/.test(r.word(at - 1)) ? at - scope <= 2 : false;
  const source = atStart ? sourceInFront(r, at + 2, last) : nounPhraseAfter(r, at + 2, last);
  if (!source) return null;
  let content: Run;
  if (atStart) {
    let start = source[1];
    while (start < last && r.word(start) !== ',' && start - source[1] < 12) start++;
    if (r.word(start) !== ',') return null;
    content = [start + 1, last];
  } else {
    content = [scope, r.word(at - 1) === ',' ? at - 1 : at];
  }
  return content[1] - content[0] < 2 ? null : { source, cue: [[at, at + 2]], content: [content], pattern: 'according-to', confidence: 0.9 };
}

/** "According to the harbour master, Ida Brekke, the bridge …": an apposition there is a name, an age or a role, and something must be left to say. */
function sourceInFront(r: Reading, from: number, last: number): Run | null {
  const source = nounPhraseAfter(r, from, last, false);
  if (!source || r.word(source[1]) !== ',') return source;
  const closing = nextComma(r, source[1] + 1, last);
  const named =
    closing > 0 && last - closing > 3 && /^(?:NNP|NNPS|CD|DT)$/.test(r.tag(source[1] + 1)) && !hasFiniteVerb(r, source[1], closing);
  return named ? [source[0], closing] : source;
}

const NOUNS = new Set(['claim', 'claims', 'statement', 'allegation', 'allegations', 'assertion', 'suggestion', 'warning', 'announcement']);

/** "Hale's claim that …", "his assertion that …". */
function nominal(r: Reading, at: number, scope: number, last: number): Draft | null {
  if (!NOUNS.has(r.word(at)) || r.word(at + 1) !== 'that') return null;
  const possessive = r.word(at - 1) === '’s' || r.word(at - 1) === "'s";
  const owner = possessive ? at - 2 : at - 1;
  const source = r.tag(owner) === 'PRP$' ? ([owner, owner + 1] as const) : nounPhraseBefore(r, owner + 1, scope);
  if (!source || !(possessive || r.tag(owner) === 'PRP$' || r.tag(owner) === 'NNP')) return null;
  return {
    source,
    cue: [[at, at + 1]],
    content: [[at + 1, last]],
    pattern: 'noun-that',
    confidence: 0.75,
  };
}

/** Whether the cue shares its subject with the one before: "cited three sources and said". */
const coordinated = (r: Reading, cue: PlacedCue): boolean => /^(?:and|but|then|,)$/.test(r.word(cue.run[0] - 1));

interface Content {
  readonly run: Run;
  readonly pattern: string;
  readonly confidence: number;
}

const HEARERS = new Set(['me', 'us', 'him', 'her', 'them', 'you']);

/** What a cue says to its right, up to `last` or to the next thing that its sentence says; null where nothing there is its content. */
function contentAfter(r: Reading, { verb, at }: PlacedCue, last: number): Content | null {
  let next = at + 1;
  if (verb.uses.has('hearer')) next = HEARERS.has(r.word(next)) ? next + 1 : (nounPhraseAfter(r, next, last, false)?.[1] ?? next);
  const end = clauseEnd(r, next, last);
  if (verb.uses.has('that')) {
    const that = skipAdverbial(r, next, last);
    const thatEnd = clauseEnd(r, that + 1, last);
    if (r.word(that) === 'that' && thatEnd - that > 2) return { run: [that, thatEnd], pattern: 'that-clause', confidence: 0.85 };
  }
  if (verb.uses.has('infinitive') && infinitive(r, next, end)) return { run: [next, end], pattern: 'infinitive', confidence: 0.75 };
  if (verb.uses.has('bare')) {
    const start = isDay(r.word(next)) ? next + 1 : next;
    if (startsClause(r, start, end)) return { run: [start, end], pattern: 'clause', confidence: 0.8 };
  }
  if (verb.uses.has('object') && nounPhraseAfter(r, next, end, false)) return { run: [next, end], pattern: 'object', confidence: 0.5 };
  return null;
}

/**
 * Where what a cue says ends at the latest: before another cue with the same subject ("and warned that …") or with its own after a comma ("…, but Hale said"),
 * or at a semicolon.
 */
function clauseEnd(r: Reading, from: number, last: number): number {
  for (let at = from; at < last; at++) {
    if (r.quoteAt(at) >= 0) continue;
    if (r.word(at) === ';') return at;
    if (r.word(at) !== 'and' && r.word(at) !== 'but') continue;
    const comma = r.word(at - 1) === ',';
    let next = at + 1;
    while (next < last && (r.tag(next) === 'RB' || /^(?:has|have|had)$/.test(r.word(next)))) next++;
    if (!cueAt(r, next) && comma) {
      const subject = nounPhraseAfter(r, at + 1, last);
      next = subject?.[1] ?? next;
      while (next < last && r.tag(next) === 'RB') next++;
    }
    if (cueAt(r, next)) return comma ? at - 1 : at;
  }
  return last;
}

/** Past "in a statement on Monday" or ", citing two officials,", which may stand between a verb and its "that". */
function skipAdverbial(r: Reading, from: number, last: number): number {
  for (let at = from; at < last && at - from < 24; at++) {
    if (r.word(at) === 'that') return at;
    if (r.word(at) === ',' && /^(?:VBG|IN)$/.test(r.tag(at + 1))) {
      const closing = nextComma(r, at + 1, last);
      return closing > 0 && r.word(closing + 1) === 'that' ? closing + 1 : from;
    }
    if (r.quoteAt(at) >= 0 || /^(?:VBD|VBZ|VBP|MD|VBG)$/.test(r.tag(at)) || /^[,;:]$/.test(r.word(at))) break;
  }
  return from;
}

function nextComma(r: Reading, from: number, last: number): number {
  for (let at = from; at < last && at - from < 20; at++) if (r.word(at) === ',') return at;
  return -1;
}

/** "the neighbours to keep out": a noun phrase and an infinitive. */
function infinitive(r: Reading, from: number, last: number): boolean {
  for (let at = from; at < last && at - from < 15; at++) {
    if (r.word(at) === 'to' && r.tag(at + 1) === 'VB') return true;
    if (/^(?:VBD|VBZ|VBP|MD|,|:)$/.test(r.tag(at))) return false;
  }
  return false;
}

/** A subject and a finite verb, without "that": "said [the talks had failed]". */
function startsClause(r: Reading, from: number, last: number): boolean {
  if (!/^(?:DT|PRP|PRP\$|NNP|NNPS|NN|NNS|JJ|CD|EX|PDT|JJR|IN)$/.test(r.tag(from))) return false;
  if (r.tag(from) === 'IN' && !/^(?:if|while|although|because|when|after|before|unless)$/.test(r.word(from))) return false;
  for (let at = from; at < last && at - from < 20; at++) {
    if (r.quoteAt(at) >= 0) continue;
    // "reported a fall and warned": the second verb is not the first's content.
    if (/^(?:and|but)$/.test(r.word(at)) && /^(?:VBD|VBZ|VBP|MD)$/.test(r.tag(at + 1))) return false;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(r.tag(at))) return at > from;
  }
  return false;
}
