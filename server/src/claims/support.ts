import type { Verdict } from '../annotations/annotation';
import { type PlacedVerdict, verdictOn } from '../annotations/verdicts';
import type { Standing } from '../attribution/block-attribution';
import { kept, type Linked } from '../attribution/link';
import type { Entity } from '../attribution/speakers';
import type { Change } from '../text/change';
import { type Span, shift } from '../text/span';
import { Backing } from './backing';
import { isCited } from './citations';
import type { LinkedClaim, Support } from './claim';
import { ALONE, FROM_OUTSIDE, type Held, heldIn, type WeighedBlock } from './holders';
import { around, citedBlocks, isAmong, outsidesOf, verdictsByBlock } from './reach';
import { echoesAmong, echoOf, NO_ECHO, type SentenceEchoes } from './sentence-echoes';

export type { Claim, Support } from './claim';

/** What support is judged by: an article before its claims. */
export interface Attributed {
  /** As the writer wrote it: links stand in it. */
  readonly text: string;
  /** Where it points at its evidence. */
  readonly citations: readonly number[];
  /** What became of the text of the earlier version, if there is one. */
  readonly change: Change | undefined;
  readonly standing: Standing<WeighedBlock>;
  readonly linked: Linked;
  readonly entities: readonly Entity[];
  /** What people have judged, the earliest first. */
  readonly verdicts: readonly PlacedVerdict[];
}

/** The claims of an article, and what they were judged by. */
export interface Judged {
  /** For each block. */
  readonly claims: readonly (readonly LinkedClaim[])[];
  readonly linked: Linked;
  /** For each entity, in order, whether it is anonymous. */
  readonly anonymous: Uint8Array;
  /** For each block see `outsidesOf`. */
  readonly outsides: Uint8Array;
  /** For each block what its sentences rest on. */
  readonly helds: readonly Held[];
  readonly echoes: SentenceEchoes;
  /** For each block whether its claims rest on more than itself and the links of its own. */
  readonly reached: Uint8Array;
}

const NOBODY: readonly number[] = [];
const NO_CLAIMS: readonly LinkedClaim[] = [];
const NO_VERDICTS: readonly PlacedVerdict[] = [];

/**
 * Judges for each sentence that is a claim who stands behind it: whoever has checked it; a link or footnote; an attribution that holds it; one that a reader carries on
 * from the sentence before, or expects from the quotation right after, in the same paragraph; or an attributed sentence elsewhere that says much
 * the same. Wherever that is in doubt, the claim counts as supported. Linear; what is as it was in the earlier version is taken from `old`, what was judged there.
 */
export function judgeSupport(article: Attributed, old?: Judged): Judged {
  const { text, citations, change, standing, linked, entities, verdicts } = article;
  const { blocks, analyses, was } = standing;
  const outsides = outsidesOf(linked);
  const helds = analyses.map((analysis, b) => {
    const o = was[b] ?? -1;
    const before = old && outsides[b] === old.outsides[o] ? old.helds[o] : undefined;
    return before ?? heldIn(analysis, outsides[b] ?? ALONE);
  });
  const anew = around(standing, change);
  const echoes = echoesAmong(text, standing, helds, anew, old);
  const anonymous = anonymousAmong(entities);
  const verdictsOn = verdictsByBlock(verdicts, blocks);
  // From outside: any that is not ALONE.
  const reached = outsides.slice();
  for (const b of verdictsOn.keys()) reached[b] = 1;
  for (const b of citedBlocks(citations, blocks)) reached[b] = 1;
  for (const denied of linked.disputes.of.values()) for (const n of denied) reached[linked.said.blockOf[n] ?? 0] = 1;
  for (const b of echoes.found.keys()) reached[b] = 1;
  const before = old && startsAlike(anonymous, old.anonymous) ? old : undefined;
  const bench: Bench = { ...article, echoes, backing: new Backing(linked, entities) };
  const claims = helds.map((held, b) => {
    const o = was[b] ?? -1;
    const isAsBefore =
      before?.helds[o] === held &&
      linked.links[b] === before.linked.links[o] &&
      reached[b] === 0 &&
      before.reached[o] === 0 &&
      !isAmong(b, anew);
    const known = old?.claims[o];
    return isAsBefore && known ? known : judgeBlock(bench, b, held, verdictsOn.get(b) ?? NO_VERDICTS, known);
  });
  return { claims, linked, anonymous, outsides, helds, echoes, reached };
}

/** What a block's claims are judged with. */
interface Bench extends Attributed {
  readonly echoes: SentenceEchoes;
  readonly backing: Backing;
}

/** The claims of one block; as `before` has them where they are the same. */
function judgeBlock(
  bench: Bench,
  b: number,
  held: Held,
  verdicts: readonly PlacedVerdict[],
  before: readonly LinkedClaim[] | undefined,
): readonly LinkedClaim[] {
  const { text, citations, standing, linked, echoes, backing } = bench;
  const analysis = standing.analyses[b];
  if (held.claims.length === 0 || !analysis) return NO_CLAIMS;
  const offset = standing.blocks[b]?.span[0] ?? 0;
  const first = linked.said.starts[b] ?? 0;
  const claims: LinkedClaim[] = [];
  for (const { sentence, by: holders, reason } of held.claims) {
    const span = shift(analysis.sentences[sentence]?.span ?? NOWHERE, offset);
    if (text.charCodeAt(span[1] - 1) === QUESTION) continue;
    const echo = reason === 'support.nobody' ? echoOf(echoes, b, sentence) : NO_ECHO;
    const by = echo === NO_ECHO ? numbersOf(linked, b, holders) : numbersOf(linked, echo.block, echo.holders);
    const deniers = backing.deniersOf(by);
    const verdict = verdictOn(verdicts, span)?.verdict;
    const cited = citations.length > 0 && isCited(text, span, citations);
    const support = verdict ? SUPPORT_BY[verdict] : cited ? 'cited' : backing.of(by, deniers.length > 0);
    const code = verdict ? `support.${verdict}` : cited ? 'support.cited' : echo === NO_ECHO ? reason : 'support.elsewhere';
    claims.push(claimOf(analysis, sentence, support, from(first, by), from(first, deniers), code, before?.[claims.length]));
  }
  return kept(before, claims);
}

const NOWHERE: Span = [0, 0];
const QUESTION = 0x3f;

/** What a person's verdict is worth, whatever the article says. */
const SUPPORT_BY: Readonly<Record<Verdict, Support>> = { verified: 'verified', disputed: 'disputed', 'needs-source': 'none' };

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
  const span = sentences[s]?.span ?? NOWHERE;
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

/** For each entity, in order, whether it is anonymous. */
function anonymousAmong(entities: readonly Entity[]): Uint8Array {
  const anonymous = new Uint8Array(entities.length);
  for (let e = 0; e < entities.length; e++) if (entities[e]?.kind === 'anonymous') anonymous[e] = 1;
  return anonymous;
}

/** Whether two rows are the same as far as both go. */
function startsAlike(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
