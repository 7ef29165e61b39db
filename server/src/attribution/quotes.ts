import type { BlockKind } from '../text/blocks';
import { isUpper } from '../text/characters';
import type { Span } from '../text/span';
import { type Tokens, tokenText } from '../text/tokens';
import { NearbyCues } from './nearby-cues';
import { quoteKind } from './quote-kind';
import { CAN_CLOSE, CAN_OPEN, familyOf, findMarks, LOOKS_CLOSED, LOOKS_OPEN, type Marks, SINGLE } from './quote-marks';
import { CLOSES, pairMarks, UNMATCHED } from './quote-pairs';
import { likelyEnd } from './unclosed-quote';

/**
 * What a pair of quotation marks does. *direct*: a whole utterance; *mixed*: quoted words built into the writer's own sentence;
 * *scare*: a word or two held at arm's length; *title*: the name of a work; *unclosed*: its closing mark is missing.
 */
export type QuoteKind = 'direct' | 'mixed' | 'scare' | 'title' | 'unclosed';

/** One quotation, outermost marks only. */
export interface Quote {
  /** With its marks; relative to whatever holds it (a block's analysis: the block; an article: the article). */
  readonly span: Span;
  readonly kind: QuoteKind;
  /** The opening mark, one of “ " ‘ ' « „ ‹ and so on; for a paragraph that goes on with a quote without reopening it, the mark that opened it. */
  readonly mark: string;
  /** Goes on from the block before: the same speech. */
  readonly continues: boolean;
  /** Has no closing mark in its block. Whether the next block takes it up decides between a long quote and an unclosed one. */
  readonly open: boolean;
}

/** What a block hands to the next: the opening mark of a quote that it left open, or null. The whole of the carried state. */
export type OpenQuote = string | null;

/** The quotes of one block, and what it leaves open. */
export interface BlockQuotes {
  readonly quotes: readonly Quote[];
  readonly leavesOpen: OpenQuote;
}

/** Blocks inside a speech that are no part of it: what is open before them is open after them. */
const PASSED_OVER: ReadonlySet<BlockKind> = new Set(['subhead', 'caption', 'credit', 'byline', 'dateline']);
/** Blocks whose text a speech may run on from. */
const CARRIES: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'pull-quote']);

/**
 * Finds the quotes of one block by its marks. Straight and curly, double and single, nested, guillemets, low-high marks;
 * apostrophes, feet and inches are none. A quote without a closing mark ends with the block or where its speech most likely ends,
 * and never swallows a later quote. Linear.
 */
export function findQuotes(tokens: Tokens, kind: BlockKind, carried: OpenQuote): BlockQuotes {
  const passed = PASSED_OVER.has(kind);
  const marks = findMarks(tokens);
  if (marks.length === 0) return { quotes: [], leavesOpen: passed ? carried : null };
  const carriedFamily = carried === null || passed ? 0 : familyOf(carried);
  const { partner, carriedTo } = pairMarks(tokens, marks, carriedFamily);
  const quotes: Quote[] = [];
  let leavesOpen: OpenQuote = passed ? carried : null;
  let m = 0;
  /** The closing mark of the latest quote, where that is direct; else -1. */
  let latest = -1;
  if (carriedTo >= 0 && carried !== null) {
    const close = marks.token[carriedTo] ?? 0;
    quotes.push({ span: [tokens.start[0] ?? 0, tokens.end[close] ?? 0], kind: 'direct', mark: carried, continues: true, open: false });
    m = carriedTo + 1;
  }
  const cues = new NearbyCues(tokens);
  const laterPairs = nextPairs(tokens, marks, partner);
  while (m < marks.length) {
    const closing = partner[m] ?? UNMATCHED;
    const token = marks.token[m] ?? 0;
    const mark = tokenText(tokens, token);
    const continues = token === 0 && carriedFamily !== 0 && marks.family[m] === carriedFamily;
    if (closing >= 0) {
      const close = marks.token[closing] ?? 0;
      const form = quoteKind(tokens, kind, [token + 1, close], cues);
      const span: Span = [tokens.start[token] ?? 0, tokens.end[close] ?? 0];
      const resumes = form === 'mixed' && resumesSpeech(tokens, latest, token, close);
      const spoken = resumes || (continues && form !== 'title');
      quotes.push({ span, kind: spoken ? 'direct' : form, mark, continues, open: false });
      latest = spoken || form === 'direct' ? close : -1;
      m = closing + 1;
    } else if (closing === UNMATCHED && isUnclosed(tokens, marks, m)) {
      const later = laterPairs[m] ?? -1;
      const limit = later >= 0 ? (marks.token[later] ?? tokens.length) : tokens.length;
      const { end, runsOn } = likelyEnd(tokens, token, limit, opensUtterance(tokens, token));
      const carries = runsOn && CARRIES.has(kind);
      quotes.push({ span: [tokens.start[token] ?? 0, end], kind: carries ? 'direct' : 'unclosed', mark, continues, open: true });
      if (carries) leavesOpen = mark;
      m++;
      while (m < marks.length && (tokens.start[marks.token[m] ?? 0] ?? 0) < end) m++;
    } else m++;
  }
  return { quotes, leavesOpen };
}

/** The quotes of an article, in order, with those *unclosed* that their block left open and no later one takes up. */
export const settleOpen = <Q extends Quote>(quotes: readonly Q[]): Q[] =>
  quotes.map((quote, q) => (quote.open && quotes[q + 1]?.continues !== true ? { ...quote, kind: 'unclosed' } : quote));

/**
 * For each mark, the next later mark that opens a pair or stays open, of its family; -1 where none follows. Copy whose paragraphs open with a straight
 * mark may quote inside them with curly ones: those don't end it.
 */
function nextPairs(tokens: Tokens, marks: Marks, partner: Int32Array): Int32Array {
  const next = new Int32Array(marks.length);
  const straight = new Int32Array(8).fill(-1);
  const curly = new Int32Array(8).fill(-1);
  for (let m = marks.length - 1; m >= 0; m--) {
    const family = marks.family[m] ?? 0;
    const bits = marks.bits[m] ?? 0;
    const isStraight = (bits & (LOOKS_OPEN | LOOKS_CLOSED)) === 0;
    const a = straight[family] ?? -1;
    const b = curly[family] ?? -1;
    next[m] = (isStraight && marks.token[m] === 0) || b < 0 ? a : a < 0 ? b : Math.min(a, b);
    const unclosed = partner[m] === UNMATCHED && (bits & CAN_OPEN) !== 0 && (family !== SINGLE || isUnclosed(tokens, marks, m));
    const opens = (partner[m] ?? CLOSES) >= 0 || unclosed;
    if (opens) (isStraight ? straight : curly)[family] = m;
  }
  return next;
}

/** Whether the quote `[token, close]` goes on with the sentence that the direct quote closed at `latest` broke off: “If it stops,” he said, “we starve.” */
function resumesSpeech(tokens: Tokens, latest: number, token: number, close: number): boolean {
  if (latest < 0 || token - latest > LONGEST_INTERRUPTION || tokenText(tokens, token - 1) !== ',') return false;
  // The comma and the stop may stand on either side of the marks, as papers have it.
  if (!/^[,—–-]+$/.test(tokenText(tokens, latest - 1)) && tokenText(tokens, latest + 1) !== ',') return false;
  if (!/^[.,?!…]+$/.test(tokenText(tokens, close - 1)) && !/^[.,?!…]+$/.test(tokenText(tokens, close + 1))) return false;
  for (let t = latest + 1; t < token; t++) if (/^[.?!]$/.test(tokenText(tokens, t))) return false;
  return true;
}

/** Tokens of the writer's between two halves of one quoted sentence. */
const LONGEST_INTERRUPTION = 40;

/** Whether a mark without a partner is a quotation that lost its end, rather than a stray mark or an apostrophe. */
function isUnclosed(tokens: Tokens, marks: Marks, m: number): boolean {
  const bits = marks.bits[m] ?? 0;
  if ((bits & CAN_OPEN) === 0 && (bits & LOOKS_OPEN) === 0) return false;
  if ((bits & CAN_OPEN) === 0 && (bits & CAN_CLOSE) !== 0) return false;
  const token = marks.token[m] ?? 0;
  if (token + 1 >= tokens.length) return false;
  // "“Never”: two marks for one.
  if (marks.token[m + 1] === token + 1 && tokens.start[token + 1] === tokens.end[token]) return false;
  if (marks.family[m] !== SINGLE) return true;
  return (
    isUpper(tokens.text.charCodeAt(tokens.start[token + 1] ?? 0)) &&
    opensUtterance(tokens, token) &&
    tokens.length - token > SHORTEST_UNCLOSED
  );
}

/** Tokens that follow a single mark before it is taken for a quotation that lost its end. */
const SHORTEST_UNCLOSED = 4;

/** Whether the mark at `token` stands where an utterance starts: at a sentence's start, after a colon, or after a comma and a reporting verb. */
function opensUtterance(tokens: Tokens, token: number): boolean {
  if (token === 0) return true;
  const before = tokens.text.charAt((tokens.end[token - 1] ?? 0) - 1);
  return '.?!:,…”’"»–—'.includes(before) || isUpper(tokens.text.charCodeAt(tokens.start[token + 1] ?? 0));
}
