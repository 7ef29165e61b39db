import type { AttributedBlock } from '../attribution/block-attribution';
import { remembered } from '../text/remembered';
import { firstEndingAfter, type Span } from '../text/span';
import type { CheckWorthiness } from './checkworthiness';

/** A block whose sentences are weighed. */
export interface WeighedBlock extends AttributedBlock {
  /** For each sentence. */
  readonly worth: readonly CheckWorthiness[];
}

/** The attribution whose content a block's first quote belongs to, where its block is another one, among the indices of the block's own. */
export const FROM_OUTSIDE = -1;

/** What a block's sentences rest on, by the block alone. Attributions are indices into the block's own, and FROM_OUTSIDE. */
export interface Held {
  /** For each sentence the attributions whose content it shares, in order; where none, those whose source or cue it shares. */
  readonly holders: readonly (readonly number[])[];
  /** The sentences that are held by any. */
  readonly held: readonly number[];
  readonly claims: readonly HeldClaim[];
  /** The sentences that are claims behind which nobody stands. */
  readonly unheld: readonly number[];
}

/** A sentence that is a claim. */
export interface HeldClaim {
  readonly sentence: number;
  /** Who stands behind it: whoever holds it, whom a reader carries on from the sentence before, or expects from the one right after. */
  readonly by: readonly number[];
  readonly reason: 'support.attribution' | 'support.carried' | 'support.next' | 'support.nobody';
}

/** From this score on a sentence is a claim. */
export const CLAIM = 0.5;

/** Blocks that make statements of the article's own. A headline or a caption sums up what the text has to support. */
const STATES: ReadonlySet<string> = new Set(['paragraph', 'list-item']);

/** An attribution this sure stands behind a sentence, however little of it is its content; a less sure one only behind what it mostly covers. */
const SURE = 0.8;
const MOSTLY = 0.35;
/** The same with source and cue counted in: "According to the harbour master, Ida Brekke, it is old." */
const NEARLY_ALL = 0.8;

/** Whose content a block's first quote is part of: nobody's from outside, an attribution's of another block, one that is sure. */
export const ALONE = 0;
export const UNSURE_OUTSIDE = 1;
export const SURE_OUTSIDE = 2;

/** Which of these it is, by how sure an attribution of another block is. */
export const outsideBy = (confidence: number): number => (confidence >= SURE ? SURE_OUTSIDE : UNSURE_OUTSIDE);

/** What a block's sentences rest on. */
export const heldIn = (block: WeighedBlock, outside: number): Held =>
  outside === ALONE ? heldAlone(block) : outside === SURE_OUTSIDE ? heldBySure(block) : heldByUnsure(block);

const heldAlone = remembered((block: WeighedBlock) => readHeld(block, null));
const heldBySure = remembered((block: WeighedBlock) => readHeld(block, SURE));
const heldByUnsure = remembered((block: WeighedBlock) => readHeld(block, 0));

/** `outside`: how sure the attribution from outside is; null where there is none. */
function readHeld(block: WeighedBlock, outside: number | null): Held {
  const holders = holdersOf(block, outside);
  const claims: HeldClaim[] = [];
  /** Whom a reader still has in mind. */
  let carried: readonly number[] = [];
  for (const [s, own] of holders.entries()) {
    if ((block.worth[s]?.score ?? 0) >= CLAIM && STATES.has(block.kind)) {
      const next = holders[s + 1] ?? [];
      if (own.length > 0) claims.push({ sentence: s, by: own, reason: 'support.attribution' });
      else if (carried.length > 0) claims.push({ sentence: s, by: carried, reason: 'support.carried' });
      else if (next.length > 0) claims.push({ sentence: s, by: next, reason: 'support.next' });
      else claims.push({ sentence: s, by: own, reason: 'support.nobody' });
    }
    if (own.length > 0) carried = own;
  }
  const held = [...holders.keys()].filter((s) => (holders[s] ?? []).length > 0);
  const unheld = claims.flatMap(({ sentence, reason }) => (reason === 'support.nobody' ? [sentence] : []));
  return { holders, held, claims, unheld };
}

function holdersOf({ sentences, quotes, attributions }: WeighedBlock, outside: number | null): number[][] {
  const byContent: number[][] = sentences.map(() => []);
  const byMention: number[][] = sentences.map(() => []);
  const put = (lists: number[][], a: number, confidence: number, [start, end]: Span, all: readonly Span[]): void => {
    for (let s = firstEndingAfter(sentences, start); s < sentences.length; s++) {
      const span = sentences[s]?.span;
      if (!span || span[0] >= end) break;
      const stands =
        confidence >= SURE ||
        shareOf(span, [start, end]) >= MOSTLY ||
        all.reduce((share, part) => share + Math.max(0, shareOf(span, part)), 0) >= NEARLY_ALL;
      const list = stands ? lists[s] : undefined;
      if (list && list.at(-1) !== a) list.push(a);
    }
  };
  const [first] = quotes;
  if (outside !== null && first) put(byContent, FROM_OUTSIDE, outside, first.span, [first.span]);
  for (const [a, attribution] of attributions.entries()) {
    const mention = [...(attribution.source ?? []), ...attribution.cue];
    const all = [...mention, ...attribution.content];
    for (const span of attribution.content) put(byContent, a, attribution.confidence, span, all);
    for (const span of mention) put(byMention, a, attribution.confidence, span, all);
  }
  return byContent.map((list, s) => (list.length > 0 ? list : (byMention[s] ?? [])));
}

/** The share of `whole` that `part` takes. */
const shareOf = (whole: Span, part: Span): number => (Math.min(whole[1], part[1]) - Math.max(whole[0], part[0])) / (whole[1] - whole[0]);
