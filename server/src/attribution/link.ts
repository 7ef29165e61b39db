import type { Span } from '../text/span';
import { shift } from '../text/span';
import type { AttributedBlock, AttributionKind, BlockAttribution, Standing } from './block-attribution';
import { type Disputes, findDisputes } from './disputes';
import type { Quote, QuoteKind } from './quotes';
import type { Reason } from './reason';
import { ANSWER_CONFIDENCE, type Said, whoSaid } from './said';
import type { Candidate, Entity, SpeakerChoice, Speakers } from './speakers';

/**
 * An attribution in its article, told from its own block, so that it is the same wherever that stands. Spans are relative to the block; other
 * attributions are told by how far they are from the block's first: 0, 1… are its own, -1 is the last of those before.
 */
export interface LinkedAttribution {
  readonly kind: AttributionKind;
  readonly source: readonly Span[] | null;
  readonly cue: readonly Span[];
  /** A speech that goes on over several blocks is one content of several spans, which lie in those. */
  readonly content: readonly Span[];
  /** The id of the entity behind it, or null. */
  readonly speaker: string | null;
  readonly candidates: readonly Candidate[];
  readonly via: number | null;
  readonly disputes: readonly number[];
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** A quote in its article, told from its own block. */
export interface LinkedQuote extends Quote {
  /** Its attribution, told as those of a LinkedAttribution are; null where nobody is said to have said it. */
  readonly attribution: number | null;
}

/** What the attributions and quotes of one block are in their article. */
export interface Links {
  readonly attributions: readonly LinkedAttribution[];
  readonly quotes: readonly LinkedQuote[];
}

/** The attributions of a whole article, and which of them each quote belongs to. */
export interface Linked {
  readonly said: Said;
  readonly disputes: Disputes;
  /** For each block and each attribution of it (see `Said`): its speaker. */
  readonly choices: readonly (readonly SpeakerChoice[])[];
  /** For each block. */
  readonly links: readonly Links[];
}

const UNCHOSEN: SpeakerChoice = { speaker: null, candidates: [], why: [] };
const NO_LINKS: Links = { attributions: [], quotes: [] };

/**
 * Joins what the blocks found by themselves: gives each attribution its speaker and what it denies, and each quote its attribution. `text` is the
 * article's, masked. Linear; whatever is as it was in the earlier version is the very same object as in `old`, what was made of that.
 */
export function linkAttributions(text: string, standing: Standing, { choices: chosen, entities }: Speakers, old?: Linked): Linked {
  const said = whoSaid(standing, old?.said);
  const choices = said.answers.size === 0 ? chosen : withAnswers(chosen, said, guestOf(entities));
  const disputes = findDisputes({ text, standing, said, choices, entities }, old);
  const now = { said, disputes, choices };
  const widely = reachingOut(now);
  const widelyBefore = old && reachingOut(old);
  const links = standing.analyses.map((_, b): Links => {
    const o = standing.was[b] ?? -1;
    const before = old?.links[o];
    if (before && widely[b] === 0 && widelyBefore?.[o] === 0 && isAsBefore(now, b, old, o)) return before;
    return linksOf(standing, now, b, before);
  });
  return { ...now, links };
}

/** The blocks that hold what other blocks decide: speeches that go on, denials, quotes left open. */
function reachingOut({ said, disputes }: Omit<Linked, 'links'>): Uint8Array {
  const blocks = new Uint8Array(said.quotings.length);
  for (const n of said.goesOnIn.keys()) blocks[said.blockOf[n] ?? 0] = 1;
  for (const n of disputes.of.keys()) blocks[said.blockOf[n] ?? 0] = 1;
  for (const [b, quoting] of said.quotings.entries()) if (quoting?.isOpen) blocks[b] = 1;
  return blocks;
}

/** Whether a block that is no different has the speakers and the attributions of its quotes that it had; the very same answers of others, told from the block. */
function isAsBefore(now: Omit<Linked, 'links'>, b: number, old: Linked, o: number): boolean {
  if (now.said.attributions[b] !== old.said.attributions[o]) return false;
  const first = now.said.starts[b] ?? 0;
  const firstBefore = old.said.starts[o] ?? 0;
  if (now.choices[b] !== old.choices[o] && now.said.starts[b + 1] !== first) return false;
  let q = now.said.firstQuotes[b] ?? 0;
  for (let p = old.said.firstQuotes[o] ?? 0; p < (old.said.firstQuotes[o + 1] ?? 0); p++, q++) {
    const by = now.said.by[q] ?? -1;
    const byBefore = old.said.by[p] ?? -1;
    if (by < 0 ? byBefore >= 0 : byBefore < 0 || by - first !== byBefore - firstBefore) return false;
  }
  return true;
}

function linksOf(
  { blocks, analyses }: Standing,
  { said, disputes, choices }: Omit<Linked, 'links'>,
  b: number,
  before: Links | undefined,
): Links {
  const own = said.attributions[b] ?? [];
  const ownQuotes = analyses[b]?.quotes ?? [];
  if (own.length === 0 && ownQuotes.length === 0) return NO_LINKS;
  const first = said.starts[b] ?? 0;
  const attributions = kept(
    before?.attributions,
    own.map((attribution, a) => {
      const content = goesOn(attribution.content, blocks, analyses, b, said.goesOnIn.get(first + a));
      const denied = disputes.of.get(first + a)?.map((other) => other - first) ?? NOBODY;
      return linked(attribution, choices[b]?.[a] ?? UNCHOSEN, content, denied, before?.attributions[a]);
    }),
  );
  const quotes = kept(
    before?.quotes,
    ownQuotes.map((quote, q) => {
      const by = said.by[(said.firstQuotes[b] ?? 0) + q] ?? -1;
      const kind = quote.open && !isTakenUp(analyses, b, q) ? 'unclosed' : quote.kind;
      return linkedQuote(quote, kind, by < 0 ? null : by - first, before?.quotes[q]);
    }),
  );
  return before && attributions === before.attributions && quotes === before.quotes ? before : { attributions, quotes };
}

const NOBODY: readonly number[] = [];

/** `before` where it holds the very same things as `now`. */
export const kept = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before && before.length === now.length && now.every((one, i) => one === before[i]) ? before : now;

/** An attribution as `before` has it, if that is the same: what its block finds, its speaker, its content and what it denies. */
function linked(
  { kind, source, cue, via, confidence, why }: BlockAttribution,
  { speaker, candidates, why: chosen }: SpeakerChoice,
  content: readonly Span[],
  disputes: readonly number[],
  before: LinkedAttribution | undefined,
): LinkedAttribution {
  if (
    before &&
    before.cue === cue &&
    before.speaker === speaker &&
    before.disputes.length === disputes.length &&
    before.why.length === why.length + chosen.length &&
    isSameCandidates(before.candidates, candidates) &&
    chosen.every((reason, i) => isSameReason(reason, before.why[why.length + i])) &&
    disputes.every((other, i) => other === before.disputes[i]) &&
    (before.content === content || isSameSpans(before.content, content))
  )
    return before;
  return { kind, source, cue, content, speaker, candidates, via, disputes, confidence, why: chosen.length > 0 ? [...why, ...chosen] : why };
}

const isSameCandidates = (a: readonly Candidate[], b: readonly Candidate[]): boolean =>
  a === b ||
  (a.length === b.length && a.every(({ speaker, confidence }, i) => speaker === b[i]?.speaker && confidence === b[i]?.confidence));

const isSameReason = (a: Reason, b: Reason | undefined): boolean =>
  a === b || (a.code === b?.code && a.words === b.words && a.weight === b.weight);

const isSameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every(([start, end], i) => start === b[i]?.[0] && end === b[i]?.[1]);

const linkedQuote = (quote: Quote, kind: QuoteKind, attribution: number | null, before: LinkedQuote | undefined): LinkedQuote =>
  before && before.span === quote.span && before.kind === kind && before.attribution === attribution
    ? before
    : { span: quote.span, kind, mark: quote.mark, continues: quote.continues, open: quote.open, attribution };

/** A content with what goes on with it in later blocks, told from its own. */
function goesOn(
  content: readonly Span[],
  blocks: Standing['blocks'],
  analyses: readonly AttributedBlock[],
  b: number,
  later: readonly number[] = [],
): readonly Span[] {
  if (later.length === 0) return content;
  const offset = blocks[b]?.span[0] ?? 0;
  const quotes = later.map((other) => shift(analyses[other]?.quotes[0]?.span ?? [0, 0], (blocks[other]?.span[0] ?? 0) - offset));
  return [...content, ...quotes];
}

/** Whether the next quote after quote `q` of block `b` goes on with it. */
function isTakenUp(analyses: readonly AttributedBlock[], b: number, q: number): boolean {
  const next = analyses[b]?.quotes[q + 1];
  if (next) return next.continues;
  for (let later = b + 1; later < analyses.length; later++) {
    const first = analyses[later]?.quotes[0];
    if (first) return first.continues;
  }
  return false;
}

/** `choices` with whom answers are by. */
function withAnswers(
  choices: readonly (readonly SpeakerChoice[])[],
  { answers }: Said,
  guest: Entity | null,
): readonly (readonly SpeakerChoice[])[] {
  const choice: SpeakerChoice[] = guest
    ? [
        {
          speaker: guest.id,
          candidates: [{ speaker: guest.id, confidence: ANSWER_CONFIDENCE }],
          why: [{ code: 'speaker.guest', words: guest.name }],
        },
      ]
    : [UNCHOSEN];
  return choices.map((of, b) => (answers.has(b) ? choice : of));
}

/** Whom an interview is with: the person whom the article mentions most, if no other comes near. */
function guestOf(entities: readonly Entity[]): Entity | null {
  let first: Entity | null = null;
  let second = 0;
  for (const entity of entities) {
    if (entity.kind !== 'person' || entity.anonymity !== 'named') continue;
    const most = first?.mentions.length ?? -1;
    if (entity.mentions.length > most) {
      first = entity;
      second = Math.max(0, most);
    } else second = Math.max(second, entity.mentions.length);
  }
  return first && first.mentions.length >= 2 * second ? first : null;
}
