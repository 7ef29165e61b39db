import { isDigit } from '../text/characters';
import type { Tokens } from '../text/tokens';
import {
  AFTER_STOP,
  CAN_CLOSE,
  CAN_OPEN,
  DOUBLE,
  LOOKS_CLOSED,
  LOOKS_OPEN,
  MAYBE_APOSTROPHE,
  MAYBE_CLIPPED,
  MAYBE_INCHES,
  type Marks,
  SINGLE,
} from './quote-marks';

/** For each mark, the mark that closes it, or one of these. */
export const CLOSES = -1;
export const UNMATCHED = -2;

/** How the marks of a block pair up. */
export interface Pairs {
  /** For each mark: the index of the mark that closes it, `CLOSES` or `UNMATCHED`. */
  readonly partner: Int32Array;
  /** The mark that closes what the block before left open; -1 where none does. */
  readonly carriedTo: number;
}

const OPENS = 1;
const SHUTS = 2;

/**
 * Pairs the marks of a block with one stack. Where shape and glyph leave it open, a mark closes what is open, else it opens. What stays open inside
 * a pair was no mark, or an inner quote that lost its end; what stays open at the bottom is unclosed and holds no later pair. Linear.
 */
export function pairMarks(tokens: Tokens, marks: Marks, carriedFamily: number): Pairs {
  const partner = new Int32Array(marks.length).fill(UNMATCHED);
  const decisive = lookAhead(marks);
  const stack: number[] = [];
  const depth = new Int32Array(8);
  let carriedTo = -1;
  let carried = carriedFamily;
  for (let m = 0; m < marks.length; m++) {
    const family = marks.family[m] ?? 0;
    const top = stack[stack.length - 1];
    const topIsSame = top !== undefined && marks.family[top] === family;
    const isOpen = (depth[family] ?? 0) > 0 && (family !== SINGLE || topIsSame);
    const opener = isOpen ? (family === SINGLE ? (top ?? -1) : lastOf(stack, marks, family)) : -1;
    const does = family === SINGLE ? readSingle(tokens, marks, m, opener, decisive) : readDouble(tokens, marks, m, opener, decisive);
    if (does === OPENS) {
      stack.push(m);
      depth[family] = (depth[family] ?? 0) + 1;
      if (family === carried) carried = 0;
    } else if (does === SHUTS && opener >= 0) {
      for (let popped = stack.pop(); popped !== undefined; popped = stack.pop()) {
        const of = marks.family[popped] ?? 0;
        depth[of] = (depth[of] ?? 1) - 1;
        if (popped === opener) break;
      }
      partner[opener] = m;
      partner[m] = CLOSES;
    } else if (
      does === SHUTS &&
      family === carried &&
      ((marks.bits[m] ?? 0) & CAN_CLOSE) !== 0 &&
      (family !== SINGLE || ((marks.bits[m] ?? 0) & AFTER_STOP) !== 0)
    ) {
      carriedTo = m;
      carried = 0;
      partner[m] = CLOSES;
      // What opened before it opened inside the carried quote.
      stack.length = 0;
      depth.fill(0);
    }
  }
  return { partner, carriedTo };
}

function lastOf(stack: readonly number[], marks: Marks, family: number): number {
  for (let s = stack.length - 1; s >= 0; s--) if (marks.family[stack[s] ?? 0] === family) return stack[s] ?? -1;
  return -1;
}

/** For each mark, what the next mark of its family that tells anything does: `OPENS`, `SHUTS`, or 0 where none follows. */
function lookAhead(marks: Marks): Uint8Array {
  const ahead = new Uint8Array(marks.length);
  const next = new Uint8Array(8);
  for (let m = marks.length - 1; m >= 0; m--) {
    const family = marks.family[m] ?? 0;
    const bits = marks.bits[m] ?? 0;
    ahead[m] = next[family] ?? 0;
    if ((bits & (CAN_OPEN | CAN_CLOSE)) === CAN_OPEN && (bits & (LOOKS_CLOSED | MAYBE_CLIPPED)) === 0) next[family] = OPENS;
    else if ((bits & (CAN_OPEN | CAN_CLOSE)) === CAN_CLOSE && (bits & (MAYBE_APOSTROPHE | MAYBE_INCHES)) === 0) next[family] = SHUTS;
  }
  return ahead;
}

function readDouble(tokens: Tokens, marks: Marks, m: number, opener: number, ahead: Uint8Array): number {
  const bits = marks.bits[m] ?? 0;
  const canOpen = (bits & CAN_OPEN) !== 0;
  const canClose = (bits & CAN_CLOSE) !== 0;
  const { text, start } = tokens;
  if ((bits & MAYBE_INCHES) !== 0 && (ahead[m] === SHUTS || opener < 0)) return 0;
  if ((bits & LOOKS_OPEN) !== 0) {
    // “…“, „…“ and »…«: turned the wrong way, or another country's way.
    if (canClose && !canOpen) return opener >= 0 ? SHUTS : ahead[m] === SHUTS ? OPENS : 0;
    if (opener >= 0 && (m === marks.length - 1 || canClose) && (endsBlock(tokens, marks, m) || isTurned(marks, opener))) return SHUTS;
    return OPENS;
  }
  if ((bits & LOOKS_CLOSED) !== 0) {
    if (canOpen && !canClose && (opener < 0 || ahead[m] === SHUTS)) return OPENS;
    return SHUTS;
  }
  if (canOpen !== canClose) {
    if (canOpen) return OPENS;
    if (opener >= 0) return SHUTS;
    // "He said" hello,": the space is on the wrong side; after a digit it is inches.
    const before = text.charCodeAt((start[marks.token[m] ?? 0] ?? 0) - 1);
    return ahead[m] === SHUTS && !isDigit(before) && marks.family[m] === DOUBLE && isSpaced(marks, m, text, start) ? OPENS : SHUTS;
  }
  return opener >= 0 ? SHUTS : OPENS;
}

const isSpaced = (marks: Marks, m: number, text: string, start: Uint32Array): boolean =>
  text.charCodeAt((start[marks.token[m] ?? 0] ?? 0) + 1) === 0x20;

const endsBlock = (tokens: Tokens, marks: Marks, m: number): boolean => marks.token[m] === tokens.length - 1;

/** Whether the mark that opened looks like one that closes: »…«. */
const isTurned = (marks: Marks, opener: number): boolean => ((marks.bits[opener] ?? 0) & LOOKS_CLOSED) !== 0;

function readSingle(tokens: Tokens, marks: Marks, m: number, opener: number, ahead: Uint8Array): number {
  const bits = marks.bits[m] ?? 0;
  const canOpen = (bits & CAN_OPEN) !== 0;
  const canClose = (bits & CAN_CLOSE) !== 0;
  if (canClose && opener >= 0 && !((bits & LOOKS_OPEN) !== 0 && canOpen)) {
    if ((bits & AFTER_STOP) !== 0) return SHUTS;
    if ((bits & MAYBE_APOSTROPHE) !== 0 && (ahead[m] === SHUTS || sentenceBetween(tokens, marks, opener, m))) return 0;
    return SHUTS;
  }
  if ((bits & MAYBE_CLIPPED) !== 0) return opener < 0 && ahead[m] === SHUTS ? OPENS : 0;
  if (canOpen && (bits & LOOKS_CLOSED) === 0) return OPENS;
  // ’Hello,’: only where the mark that closes it stands right after, and nothing says apostrophe.
  if (canOpen && !canClose && opener < 0 && ahead[m] === SHUTS) return OPENS;
  return canClose ? SHUTS : 0;
}

/** Whether a full stop stands between two marks; a plural's apostrophe after one closes nothing. Looks back over few tokens only. */
function sentenceBetween({ text, start }: Tokens, marks: Marks, opener: number, m: number): boolean {
  const from = Math.max(marks.token[opener] ?? 0, (marks.token[m] ?? 0) - 60);
  for (let t = (marks.token[m] ?? 0) - 1; t > from; t--) {
    const code = text.charCodeAt(start[t] ?? 0);
    if (code === 0x2e || code === 0x3f || code === 0x21) return true;
  }
  return from > (marks.token[opener] ?? 0);
}
