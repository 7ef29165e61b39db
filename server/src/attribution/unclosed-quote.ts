import { isSpace, isUpper } from '../text/characters';
import { type Tokens, tokenText } from '../text/tokens';
import { cueVerb } from './cue-verbs';

/** Where a quote without a closing mark ends. */
export interface LikelyEnd {
  /** After the last unit of the speech. */
  readonly end: number;
  /** Nothing says that it ends inside the block: the next block may go on with it. */
  readonly runsOn: boolean;
}

const PRONOUN = new Set(['he', 'she', 'they', 'it', 'we', 'i']);
const MOST_NAME_TOKENS = 6;

/**
 * Where the speech that opens at token `opener` most likely ends: before an attribution ("…, he said"), else, where the words are a fragment in the
 * writer's own sentence or a later quote follows, with its sentence; else with the block. `limit`: the first token that can't belong to it.
 */
export function likelyEnd(tokens: Tokens, opener: number, limit: number, utterance: boolean): LikelyEnd {
  const { text, length, start, end } = tokens;
  let sentence = -1;
  let spoken = -1;
  let clause = -1;
  let brackets = 0;
  let inner = 0;
  for (let t = opener + 1; t < limit; t++) {
    const code = text.charCodeAt((end[t] ?? 0) - 1);
    const stop = (code === 0x2e || code === 0x3f || code === 0x21) && (start[t] ?? 0) === (end[t] ?? 0) - 1;
    if (code === 0x28) brackets++;
    // A bracket that opened before the quote closes: the quote was a fragment inside.
    else if (code === 0x29 && --brackets < 0) return { end: end[t - 1] ?? 0, runsOn: false };
    if (code === 0x2018 || (code === 0x27 && isSpace(text.charCodeAt((start[t] ?? 0) - 1)))) inner++;
    // A mark of the other kind after the full stop, that closes no inner quote: “Never.’ She left.
    else if (
      t > opener + 1 &&
      isClosingMark(code) &&
      start[t] === (end[t] ?? 0) - 1 &&
      --inner < 0 &&
      endsSpeech(text.charCodeAt((start[t] ?? 0) - 1)) &&
      !(end[t] === start[t + 1])
    ) {
      return { end: end[t] ?? 0, runsOn: false };
    }
    if ((code === 0x2c || code === 0x3f || code === 0x21) && attributionAt(tokens, t + 1, limit)) {
      spoken = end[t] ?? 0;
      break;
    }
    if (isSaidBy(tokens, t + 1, limit)) {
      spoken = end[t] ?? 0;
      break;
    }
    if (clause < 0 && t > opener + 1 && reportsOn(tokens, t)) clause = end[t - 1] ?? 0;
    if (stop && sentence < 0 && (t + 1 >= limit || startsSentence(tokens, t + 1))) sentence = end[t] ?? 0;
  }
  if (spoken >= 0) return { end: spoken, runsOn: false };
  const whole = end[limit - 1] ?? text.length;
  if (limit < length) return { end: sentence >= 0 ? sentence : clause >= 0 ? clause : whole, runsOn: false };
  if (!utterance) return { end: sentence >= 0 ? sentence : whole, runsOn: false };
  return { end: whole, runsOn: true };
}

const isClosingMark = (code: number): boolean => code === 0x27 || code === 0x2019;
const endsSpeech = (code: number): boolean => code === 0x2e || code === 0x2c || code === 0x3f || code === 0x21;

function startsSentence({ text, start }: Tokens, t: number): boolean {
  const from = start[t] ?? 0;
  return isSpace(text.charCodeAt(from - 1)) && isUpper(text.charCodeAt(from));
}

/** Whether "he said", "said Jane Doe" or "Jane Doe, the mayor, said" stands at token `at`, and ends there as an attribution does. */
function attributionAt(tokens: Tokens, at: number, limit: number): boolean {
  const first = tokenText(tokens, at);
  if (isQuoteCue(first.toLowerCase())) {
    const next = tokenText(tokens, at + 1);
    return /^(?:\p{Lu}|the$|a$|an$|one$)/u.test(next) || PRONOUN.has(next);
  }
  if (PRONOUN.has(first)) return isQuoteCue(tokenText(tokens, at + 1).toLowerCase()) && endsAttribution(tokens, at + 2, limit);
  if (!/^\p{Lu}/u.test(first) && first !== 'the' && first !== 'a') return false;
  for (let t = at + 1; t <= at + MOST_NAME_TOKENS && t < limit; t++) {
    const word = tokenText(tokens, t);
    if (isQuoteCue(word.toLowerCase())) return endsAttribution(tokens, t + 1, limit);
    if (/^[.;:?!]$/.test(word)) return false;
  }
  return false;
}

/** "said Jane Doe." without the comma that should stand before it. */
function isSaidBy(tokens: Tokens, at: number, limit: number): boolean {
  const word = tokenText(tokens, at);
  if (word !== 'said' && word !== 'says') return false;
  let next = at + 1;
  while (next < limit && next < at + MOST_NAME_TOKENS && isUpper(tokens.text.charCodeAt(tokens.start[next] ?? 0))) next++;
  return next > at + 1 && (next >= limit || /^[.,]$/.test(tokenText(tokens, next)));
}

/** "and added", "but Jane Doe said": the writer's sentence goes on with a verb of its own. */
function reportsOn(tokens: Tokens, at: number): boolean {
  const word = tokenText(tokens, at);
  if (word !== 'and' && word !== 'but' && word !== 'while') return false;
  return isQuoteCue(tokenText(tokens, at + 1).toLowerCase()) || isQuoteCue(tokenText(tokens, at + 2).toLowerCase());
}

const isQuoteCue = (word: string): boolean => cueVerb(word)?.uses.has('quote') === true;

/** Words that an attribution goes on with; a clause of the speech ("he said no to us", "she said she would") goes on with others. */
const TRAILING = new Set(
  (
    '. , ; : — – - ( aboard about above across after again against along also amid among around as at because before behind below beneath beside between beyond ' +
    'by despite during earlier following for from in inside into last later near next of off on onto outside over past recently reporters since then ' +
    'through throughout to today tomorrow tonight toward towards under until upon via when where while with within without yesterday ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

function endsAttribution(tokens: Tokens, at: number, limit: number): boolean {
  const word = tokenText(tokens, at).toLowerCase();
  return at >= limit || TRAILING.has(word) || (word.length > 4 && word.endsWith('ly'));
}
