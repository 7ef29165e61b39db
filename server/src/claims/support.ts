import type { Verdict } from '../annotations/annotation';
import { type PlacedVerdict, verdictOn } from '../annotations/verdicts';
import type { StandingBlock } from '../attribution/block-attribution';
import { kept, type Linked } from '../attribution/link';
import { attributionAt } from '../attribution/said';
import type { Entity } from '../attribution/speakers';
import { firstEndingAfter, shift } from '../text/span';
import { Backing } from './backing';
import { isCited } from './citations';
import type { LinkedClaim, Support } from './claim';
import { EchoIndex } from './echoes';
import { FROM_OUTSIDE, type Held, heldIn, type WeighedBlock } from './holders';
import { type KeywordNumbers, numberingNow } from './keyword-numbers';
import { keywordsIn } from './sentence-keywords';

export type { Claim, Support } from './claim';

/** What support is judged by: an article before its claims. */
export interface Attributed {
  /** As the writer wrote it: links stand in it. */
  readonly text: string;
  /** As it is read. */
  readonly masked: string;
  /** Where it points at its evidence. */
  readonly citations: readonly number[];
  readonly blocks: readonly StandingBlock<WeighedBlock>[];
  readonly linked: Linked;
  readonly entities: readonly Entity[];
  /** What people have judged, the earliest first. */
  readonly verdicts: readonly PlacedVerdict[];
}

/** How much of what a sentence says has to come up in an attributed one to be taken for the same. */
const SAME = 0.6;

const NOBODY: readonly number[] = [];
const NO_CLAIMS: readonly LinkedClaim[] = [];
const NO_VERDICTS: readonly PlacedVerdict[] = [];

/**
 * Judges for each sentence that is a claim who stands behind it: whoever has checked it; a link or footnote; an attribution that holds it; one that a reader carries on
 * from the sentence before, or expects from the quotation right after, in the same paragraph; or an attributed sentence elsewhere that says much
 * the same. Wherever that is in doubt, the claim counts as supported. For each block its claims; `known` gives those that were judged
 * before, if any: whatever of them is still the same is in the result itself. Linear.
 */
export function judgeSupport(
  article: Attributed,
  known: (block: number) => readonly LinkedClaim[] | undefined,
): (readonly LinkedClaim[])[] {
  const { text, citations, blocks, verdicts, linked, entities } = article;
  const { starts } = linked.said;
  const helds = blocks.map(({ analysis }, b) => heldIn(analysis, sureFromOutside(linked, b)));
  const backing = new Backing(linked, entities);
  const echoOf = echoesIn(article, helds);
  const judged = verdicts.length === 0 ? null : verdictsByBlock(verdicts, blocks);
  return blocks.map(({ span: place, analysis }, b) => {
    const { claims } = helds[b] ?? {};
    if (!claims || claims.length === 0) return NO_CLAIMS;
    const before = known(b);
    const first = starts[b] ?? 0;
    const made: LinkedClaim[] = [];
    for (const { sentence, by: holders, reason } of claims) {
      const local = analysis.sentences[sentence]?.span ?? [0, 0];
      const span = shift(local, place[0]);
      if (text.charCodeAt(span[1] - 1) === QUESTION) continue;
      const echo = reason === 'support.nobody' ? echoOf(b, sentence) : NOBODY;
      const by = echo.length > 0 ? echo : numbersOf(linked, b, holders);
      const deniers = backing.deniersOf(by);
      const { verdict } = (judged && verdictOn(judged.get(b) ?? NO_VERDICTS, span)) ?? { verdict: null };
      const cited = citations.length > 0 && isCited(text, span, citations);
      const support = verdict ? SUPPORT_BY[verdict] : cited ? 'cited' : backing.of(by, deniers.length > 0);
      const code = verdict ? `support.${verdict}` : cited ? 'support.cited' : echo.length > 0 ? 'support.elsewhere' : reason;
      made.push(claimOf(analysis, sentence, support, from(first, by), from(first, deniers), code, before?.[made.length]));
    }
    return kept(before, made);
  });
}

const QUESTION = 0x3f;

/** What a person's verdict is worth, whatever the article says. */
const SUPPORT_BY: Readonly<Record<Verdict, Support>> = { verified: 'verified', disputed: 'disputed', 'needs-source': 'none' };

/** How sure the attribution is whose content the first quote of block `b` belongs to though its block is another one; null where there is none. */
function sureFromOutside({ said }: Linked, b: number): number | null {
  const speech = said.goesOnWith.get(b) ?? (said.answers.has(b) ? said.starts[b] : undefined);
  return speech === undefined ? null : (attributionAt(said, speech)?.confidence ?? null);
}

/** Holders in block `b` by their numbers in the article. */
function numbersOf({ said }: Linked, b: number, holders: readonly number[]): readonly number[] {
  const first = said.starts[b] ?? 0;
  return holders.map((a) => (a === FROM_OUTSIDE ? (said.goesOnWith.get(b) ?? first) : first + a));
}

/** How far attributions are from number `first`. */
const from = (first: number, numbers: readonly number[]): readonly number[] =>
  numbers.length === 0 ? NOBODY : numbers.map((n) => n - first);

/** A claim as `before` has it, if that is the same. */
function claimOf(
  { sentences, worth }: WeighedBlock,
  s: number,
  support: Support,
  attributions: readonly number[],
  disputedBy: readonly number[],
  code: string,
  before: LinkedClaim | undefined,
): LinkedClaim {
  const span = sentences[s]?.span ?? [0, 0];
  if (
    before &&
    before.span === span &&
    before.support === support &&
    before.why[0]?.code === code &&
    kept(before.attributions, attributions) === before.attributions &&
    kept(before.disputedBy, disputedBy) === before.disputedBy
  )
    return before;
  const { score = 0, why = [] } = worth[s] ?? {};
  return { span, checkworthiness: score, support, attributions, disputedBy, why: [{ code }, ...why] };
}

/** Finds for a sentence whoever holds another one, elsewhere, that says much the same. */
function echoesIn(
  { text, masked, blocks, linked }: Attributed,
  helds: readonly Held[],
): (block: number, sentence: number) => readonly number[] {
  const asks = helds.some(({ claims }) => claims.some(({ reason }) => reason === 'support.nobody'));
  if (!asks) return () => NOBODY;
  const written = text === masked ? null : text;
  const numbering = numberingNow();
  const keywords = (b: number): ((s: number) => KeywordNumbers) => {
    const block = blocks[b];
    return block ? keywordsIn(block.analysis, written, block.span[0], numbering) : () => NOBODY;
  };
  /** The held sentences, and the block and place of each. */
  const found: KeywordNumbers[] = [];
  const places: number[] = [];
  for (const [b, { held }] of helds.entries()) {
    if (held.length === 0) continue;
    const read = keywords(b);
    for (const s of held) {
      found.push(read(s));
      places.push(b, s);
    }
  }
  const index = new EchoIndex(found, numbering.size);
  return (b, s) => {
    const echo = index.of(keywords(b)(s), SAME);
    if (echo < 0) return NOBODY;
    const block = places[2 * echo] ?? 0;
    return numbersOf(linked, block, helds[block]?.holders[places[2 * echo + 1] ?? 0] ?? NOBODY);
  };
}

/** The verdicts that reach each block, the earliest first. */
function verdictsByBlock(verdicts: readonly PlacedVerdict[], blocks: readonly StandingBlock[]): Map<number, PlacedVerdict[]> {
  const byBlock = new Map<number, PlacedVerdict[]>();
  for (const verdict of verdicts) {
    for (let b = firstEndingAfter(blocks, verdict.span[0]); b < blocks.length && (blocks[b]?.span[0] ?? 0) < verdict.span[1]; b++) {
      const others = byBlock.get(b);
      if (others) others.push(verdict);
      else byBlock.set(b, [verdict]);
    }
  }
  return byBlock;
}
