import type { Lexicon } from '../../language/lexicon';
import { Shape, type WordShapes } from '../../language/word-shapes';
import type { ReadBlock } from '../block-attribution';

/** What the models read of a block, before its mentions are known. */
export type PassageSource = Pick<ReadBlock, 'tokens' | 'tags' | 'sentences' | 'quotes'>;

/** A run of tokens `[first, last)`. */
export type Run = readonly [first: number, last: number];

/** Where a token stands with regard to quotation marks. */
export const QuoteState = { Outside: 0, Open: 1, Inside: 2, Close: 3, Scare: 4 } as const;

/** What lies between a token and the one before it, as far as spans may begin or end there. */
export const Boundary = {
  None: 0,
  Start: 1,
  Sentence: 2,
  OpenQuote: 3,
  CloseQuote: 4,
  AfterComma: 5,
  BeforeComma: 6,
  BeforeStop: 7,
  That: 8,
  Colon: 9,
  Conjunction: 10,
  Bracket: 11,
  InQuote: 12,
} as const;

/** How many kinds of boundary there are. */
export const BOUNDARIES = 13;

/** A block in numbers, for both stages. */
export interface Passage {
  readonly length: number;
  readonly word: Uint16Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
  readonly cluster: Uint8Array;
  readonly suffix3: Int32Array;
  /** How likely the word is to be in a cue: 0…7. */
  readonly saying: Uint8Array;
  /** A value of `QuoteState`. */
  readonly quote: Uint8Array;
  /** Which quote the token is in, from 1; 0 outside. */
  readonly quoteNumber: Uint16Array;
  /** Tokens since the last mark and to the next one, in buckets. */
  readonly sinceMark: Uint8Array;
  readonly toMark: Uint8Array;
  /** Which sentence, and how far into it, and how far it goes on. */
  readonly sentence: Uint16Array;
  readonly sinceStart: Uint16Array;
  readonly toEnd: Uint16Array;
  /** The nearest likely cue word of the sentence to the left and to the right, outside quotes; -1 where there is none. */
  readonly sayingLeft: Int32Array;
  readonly sayingRight: Int32Array;
  /** A value of `Boundary`: between the token before and this one. */
  readonly boundary: Uint8Array;
  /** What the block is like as a whole, in a small number: how many quotes, whether it starts or ends in one, whether anything stands outside. */
  readonly layout: number;
}

/** From this bucket on a word counts as a likely cue. */
export const LIKELY = 3;

/** Where the steps of `bucket` begin. */
const STEPS = [0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 50];
const BUCKETS = Uint8Array.from({ length: 51 }, (_, n) => STEPS.filter((step) => step <= n).length - 1);

/** A distance in one of eleven steps. */
export const bucket = (n: number): number => BUCKETS[n < 50 ? n : 50] as number;

/** Reads a block. Linear. */
export function readPassage(
  { tokens, tags, sentences, quotes }: PassageSource,
  shapes: WordShapes,
  lexicon: Lexicon,
  that: number,
): Passage {
  const { length } = tokens;
  const saying = new Uint8Array(length);
  for (let i = 0; i < length; i++) saying[i] = lexicon.saying[shapes.word[i] ?? 0] ?? 0;
  const quote = new Uint8Array(length);
  const quoteNumber = new Uint16Array(length);
  let t = 0;
  for (const [q, { span }] of quotes.entries()) {
    while (t < length && (tokens.start[t] ?? 0) < span[0]) t++;
    const first = t;
    while (t < length && (tokens.end[t] ?? 0) <= span[1]) {
      quote[t] = QuoteState.Inside;
      quoteNumber[t++] = q + 1;
    }
    if (t - first <= 4) for (let i = first; i < t; i++) quote[i] = QuoteState.Scare;
    if (t > first && isMark(shapes.shape[first] ?? 0)) quote[first] = QuoteState.Open;
    if (t > first + 1 && isMark(shapes.shape[t - 1] ?? 0)) quote[t - 1] = QuoteState.Close;
  }
  const sentence = new Uint16Array(length);
  const sinceStart = new Uint16Array(length);
  const toEnd = new Uint16Array(length);
  const sayingLeft = new Int32Array(length).fill(-1);
  const sayingRight = new Int32Array(length).fill(-1);
  for (const [s, { tokens: run }] of sentences.entries()) {
    let last = -1;
    for (let i = run[0]; i < run[1]; i++) {
      sentence[i] = s;
      sinceStart[i] = i - run[0];
      toEnd[i] = run[1] - 1 - i;
      sayingLeft[i] = last;
      if ((saying[i] ?? 0) >= LIKELY && quoteNumber[i] === 0) last = i;
    }
    last = -1;
    for (let i = run[1] - 1; i >= run[0]; i--) {
      sayingRight[i] = last;
      if ((saying[i] ?? 0) >= LIKELY && quoteNumber[i] === 0) last = i;
    }
  }
  const sinceMark = new Uint8Array(length);
  const toMark = new Uint8Array(length);
  let since = 99;
  for (let i = 0; i < length; i++) {
    const state = quote[i];
    since = state === QuoteState.Open || state === QuoteState.Close ? 0 : since + 1;
    sinceMark[i] = bucket(since);
  }
  since = 99;
  for (let i = length - 1; i >= 0; i--) {
    const state = quote[i];
    since = state === QuoteState.Open || state === QuoteState.Close ? 0 : since + 1;
    toMark[i] = bucket(since);
  }
  const { word, shape, cluster, suffix3 } = shapes;
  const boundary = new Uint8Array(length);
  for (let i = 0; i < length; i++) boundary[i] = boundaryAt(i, word, shape, tags, quote, sinceStart, that);
  return {
    length,
    word,
    tag: tags,
    shape,
    cluster,
    suffix3,
    saying,
    quote,
    quoteNumber,
    sinceMark,
    toMark,
    sentence,
    sinceStart,
    toEnd,
    sayingLeft,
    sayingRight,
    boundary,
    layout: layoutOf(quoteNumber, quotes.length, length),
  };
}

const isMark = (shape: number): boolean => shape >= Shape.OpenQuote && shape <= Shape.Apostrophe;

function boundaryAt(
  i: number,
  word: Uint16Array,
  shape: Uint8Array,
  tag: Uint8Array,
  quote: Uint8Array,
  sinceStart: Uint16Array,
  that: number,
): number {
  if (i === 0) return Boundary.Start;
  if (quote[i] === QuoteState.Open) return Boundary.OpenQuote;
  if (quote[i - 1] === QuoteState.Close) return Boundary.CloseQuote;
  if (sinceStart[i] === 0) return Boundary.Sentence;
  const here = shape[i] ?? 0;
  const before = shape[i - 1] ?? 0;
  if (here === Shape.Stop || here === Shape.Query) return Boundary.BeforeStop;
  if (here === Shape.Comma) return Boundary.BeforeComma;
  if (here === Shape.OpenBracket || before === Shape.CloseBracket) return Boundary.Bracket;
  if ((here >= Shape.Colon && here <= Shape.Dash) || (before >= Shape.Colon && before <= Shape.Dash)) return Boundary.Colon;
  if (before === Shape.Comma) return Boundary.AfterComma;
  if (quote[i] === QuoteState.Inside) return Boundary.InQuote;
  if (word[i] === that && that !== 0) return Boundary.That;
  return tag[i] === 0 ? Boundary.Conjunction : Boundary.None;
}

function layoutOf(quoteNumber: Uint16Array, quotes: number, length: number): number {
  let outside = 0;
  for (let i = 0; i < length; i++) if (quoteNumber[i] === 0) outside++;
  const starts = (quoteNumber[0] ?? 0) > 0 ? 1 : 0;
  const ends = (quoteNumber[length - 1] ?? 0) > 0 ? 1 : 0;
  return Math.min(quotes, 3) * 16 + starts * 8 + ends * 4 + (outside === 0 ? 0 : outside < 6 ? 1 : outside < 15 ? 2 : 3);
}
