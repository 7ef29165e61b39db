import type { CueVerb } from '../cue-verbs';
import { cueVerb } from '../cue-verbs';
import { isDay, nounPhraseBefore } from './noun-phrase';
import type { Reading, Run } from './reading';

/** A cue verb at its place, with the auxiliaries and adverbs that belong to it. */
export interface PlacedCue {
  readonly verb: CueVerb;
  /** The token of the verb itself. */
  readonly at: number;
  /** From its first auxiliary to the verb. */
  readonly run: Run;
}

const AUXILIARY = new Set([
  'has',
  'have',
  'had',
  '’s',
  'also',
  'later',
  'then',
  'recently',
  'once',
  'is',
  'are',
  'was',
  'were',
  'been',
  '’ve',
]);
const PARENTHESIS = new Set(['IN', 'VBG', 'WP', 'WDT', 'TO', 'RB', 'WRB']);

/** The cue verb at token `at`, outside quotation marks; null where the word is none there ("his claim", "to say", "say," between commas). */
export function cueAt(r: Reading, at: number): PlacedCue | null {
  const verb = cueVerb(r.word(at));
  if (!verb || r.quoteAt(at) >= 0) return null;
  const tag = r.tag(at);
  if (tag !== 'VBD' && tag !== 'VBZ' && tag !== 'VBP' && tag !== 'VBN') return null;
  let first = at;
  while (AUXILIARY.has(r.word(first - 1)) || (r.tag(first - 1) === 'RB' && !/^(?:not|n['’]t|never)$/.test(r.word(first - 1)))) first--;
  // A passive ("was told", "is expected to") says nothing of who spoke; "has been told" neither.
  for (let i = first; i < at; i++) if (/^(?:is|are|was|were|been|be)$/.test(r.word(i)) && tag === 'VBN') return null;
  while (first < at && r.tag(first) === 'RB' && !AUXILIARY.has(r.word(first))) first++;
  return { verb, at, run: [first, at + 1] };
}

/**
 * Who the subject of a cue is: the noun phrase before it, no further left than `floor`. A parenthesis between the two ("CNN, in its report,
 * said") is left out, an apposition ("Ana Ruiz, the coach, said") taken in. Null where none is there.
 */
export function subjectOf(r: Reading, cue: PlacedCue, floor: number): Run | null {
  let end = cue.run[0];
  while (end > floor && r.tag(end - 1) === 'RB') end--;
  if (isDay(r.word(end - 1))) end -= r.word(end - 2) === 'on' ? 2 : 1;
  if (r.word(end - 1) === ',') {
    const open = openingComma(r, end - 1, floor);
    if (open >= 0 && PARENTHESIS.has(r.tag(open + 1))) return nounPhraseBefore(r, open, floor);
  }
  return nounPhraseBefore(r, end, floor);
}

function openingComma(r: Reading, closing: number, floor: number): number {
  for (let at = closing - 1; at > floor && closing - at < 30; at--) if (r.word(at) === ',') return at;
  return -1;
}
