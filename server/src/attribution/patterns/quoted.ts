import type { Draft } from './draft';
import { nounPhraseAfter } from './noun-phrase';
import type { Reading, Run } from './reading';
import { cueAt, type PlacedCue, subjectOf } from './subject';

/** How many tokens may stand between a cue and its quote ("said in an interview with the paper on Friday: “…”"). */
const BETWEEN = 16;

/** Attributions of quotes by a cue right after or right before them, on either side in either order; one for each cue, with all its quotes. */
export function quotedPatterns(r: Reading): Draft[] {
  const drafts: Draft[] = [];
  const byCue = new Map<number, number>();
  let latest = -1;
  for (const [q, quote] of r.block.quotes.entries()) {
    if (quote.kind === 'scare' || quote.kind === 'title') continue;
    const run = r.quoteRun(q);
    const found = after(r, run) ?? before(r, run);
    if (!found) {
      // A whole sentence in marks goes on with the speech before it: “…,” he said. “…”
      const open = drafts[latest];
      if (open && quote.kind !== 'mixed' && startsSentence(r, run)) drafts[latest] = { ...open, content: [...open.content, run] };
      continue;
    }
    const key = found.cue[0]?.[0] ?? -1;
    const known = byCue.get(key);
    const old = known === undefined ? undefined : drafts[known];
    if (known !== undefined && old) {
      drafts[known] = { ...old, content: [...old.content, run] };
      latest = known;
      continue;
    }
    latest = drafts.push({ ...found, content: [run] }) - 1;
    byCue.set(key, latest);
  }
  return drafts;
}

type Found = Omit<Draft, 'content'>;

/** “…,” said Ana Ruiz. · “…,” Ana Ruiz said. · “…,” according to Ana Ruiz. */
function after(r: Reading, [first, last]: Run): Found | null {
  const ending = r.word(last - 1) === '' ? '' : lastInside(r, first, last);
  let at = last;
  if (r.word(at) === ',') at++;
  else if (ending === '.' || ending === '') {
    if (!cueVerbFollows(r, at)) return null;
  }
  const ceiling = Math.min(r.length, at + 40);
  const verb = cueAt(r, at) ?? (r.word(at) === 'said' || r.word(at) === 'says' ? saidAt(r, at) : null);
  if (verb?.verb.uses.has('quote') && r.word(at + 1) !== 'that') {
    const source = nounPhraseAfter(r, at + 1, ceiling);
    return source && { source, cue: [[at, at + 1]], pattern: 'verb-speaker-after-quote', confidence: 0.93 };
  }
  if (r.word(at) === 'according' && r.word(at + 1) === 'to') {
    const source = nounPhraseAfter(r, at + 2, ceiling);
    return source && { source, cue: [[at, at + 2]], pattern: 'according-to', confidence: 0.93 };
  }
  const speaker = nounPhraseAfter(r, at, ceiling);
  if (!speaker) return null;
  let next = speaker[1];
  if (r.word(next) === ',') next++;
  if (r.word(next) === 'who') next++;
  while (r.tag(next) === 'RB' || /^(?:has|have|had)$/.test(r.word(next))) next++;
  const cue = cueAt(r, next);
  if (cue?.verb.lemma === 'quote') return carriedBy(r, speaker, cue);
  if (!cue?.verb.uses.has('quote')) return null;
  return { source: speaker, cue: [cue.run], pattern: 'speaker-verb-after-quote', confidence: 0.93 };
}

/** “…,” RT quoted Ana Ruiz as saying: the outlet's own attribution; relay.ts adds hers. */
function carriedBy(r: Reading, outlet: Run, cue: PlacedCue): Found | null {
  const carried = nounPhraseAfter(r, cue.at + 1, Math.min(r.length, cue.at + 40));
  if (!carried || r.word(carried[1]) !== 'as' || r.word(carried[1] + 1) !== 'saying') return null;
  return { source: outlet, cue: [cue.run], pattern: 'quoted-as-saying', confidence: 0.95 };
}

const cueVerbFollows = (r: Reading, at: number): boolean => /^(?:said|says|according)$/.test(r.word(at));

const saidAt = (r: Reading, at: number): PlacedCue => ({ verb: { lemma: r.word(at), uses: new Set(['quote']) }, at, run: [at, at + 1] });

/** Ana Ruiz said: “…” · Ana Ruiz told the paper on Friday, “…” · RT quoted Ana Ruiz as saying “…”. */
function before(r: Reading, [first, last]: Run): Found | null {
  const floor = Math.max(0, first - BETWEEN, sentenceStart(r, first));
  const mark = r.word(first - 1);
  const attached = mark === ',' || mark === ':' || mark === 'that' || mark === '—' || mark === '–';
  for (let at = first - 1; at >= floor; at--) {
    if (r.quoteAt(at) >= 0) return null;
    const cue = cueAt(r, at);
    if (!cue) {
      if (!attached && /^(?:VB[DZP]|MD)$/.test(r.tag(at))) return null;
      continue;
    }
    if (!cue.verb.uses.has('quote') || !(attached || at === first - 1 || cue.verb.uses.has('hearer'))) return null;
    // "said “a bomb” had gone off": the quote is a part of a clause.
    if (!attached && /^[\p{L}\d]/u.test(r.word(last)) && !/^(?:and|but|as|in|on|when|after|before|during)$/.test(r.word(last))) return null;
    const source = subjectOf(r, cue, sentenceStart(r, at));
    return source && { source, cue: [cue.run], pattern: 'speaker-verb-before-quote', confidence: mark === ':' ? 0.95 : 0.88 };
  }
  return null;
}

function lastInside(r: Reading, first: number, last: number): string {
  const at = last - 2;
  return at > first ? r.word(at) : '';
}

function sentenceStart(r: Reading, at: number): number {
  let start = 0;
  for (const { tokens } of r.block.sentences) {
    if (tokens[0] > at) break;
    start = tokens[0];
  }
  // A sentence that only the colon of the one before introduces belongs to it: "She added: “…”"
  return start > 0 && start === at && r.word(start - 1) === ':' ? sentenceStart(r, start - 1) : start;
}

const startsSentence = (r: Reading, [first]: Run): boolean =>
  r.block.sentences.some(({ tokens }) => tokens[0] === first) || /^[.!?…”"’]$/.test(r.word(first - 1));
