import type { Span } from '../text/span';
import { shift } from '../text/span';
import type { AttributionKind, BlockAttribution, StandingBlock } from './block-attribution';
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
 * article's, masked. `known` gives for a block what was made of it before, if anything was: of that, whatever is still the same is in the result itself. Linear.
 */
export function linkAttributions(
  text: string,
  blocks: readonly StandingBlock[],
  { choices: chosen, entities }: Speakers,
  known: (block: number) => Links | undefined,
): Linked {
  const said = whoSaid(blocks);
  const choices = said.answers.size === 0 ? chosen : withAnswers(chosen, said, guestOf(entities));
  const disputes = findDisputes({ text, blocks, said, choices, entities });
  const links = blocks.map(({ analysis }, b): Links => {
    const own = said.attributions[b] ?? [];
    if (own.length === 0 && analysis.quotes.length === 0) return NO_LINKS;
    const before = known(b);
    const attributions = kept(
      before?.attributions,
      own.map((attribution, a) => {
        const n = (said.starts[b] ?? 0) + a;
        const content = goesOn(attribution.content, blocks, b, said.goesOnIn.get(n));
        const denied = disputes.get(n)?.map((other) => other - (said.starts[b] ?? 0)) ?? NOBODY;
        return linked(attribution, choices[b]?.[a] ?? UNCHOSEN, content, denied, before?.attributions[a]);
      }),
    );
    const quotes = kept(
      before?.quotes,
      analysis.quotes.map((quote, q) => {
        const at = (said.firstQuotes[b] ?? 0) + q;
        const by = said.by[at] ?? -1;
        const attribution = by < 0 ? null : by - (said.starts[b] ?? 0);
        const kind = quote.open && !isTakenUp(blocks, b, q) ? 'unclosed' : quote.kind;
        return linkedQuote(quote, kind, attribution, before?.quotes[q]);
      }),
    );
    return before && attributions === before.attributions && quotes === before.quotes ? before : { attributions, quotes };
  });
  return { said, disputes, choices, links };
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
    : { ...quote, kind, attribution };

/** A content with what goes on with it in later blocks, told from its own. */
function goesOn(content: readonly Span[], blocks: readonly StandingBlock[], b: number, later: readonly number[] = []): readonly Span[] {
  if (later.length === 0) return content;
  const offset = blocks[b]?.span[0] ?? 0;
  return [
    ...content,
    ...later.flatMap((other) => {
      const { span, analysis } = blocks[other] ?? {};
      const quote = analysis?.quotes[0];
      return span && quote ? [shift(quote.span, span[0] - offset)] : [];
    }),
  ];
}

/** Whether the next quote after quote `q` of block `b` goes on with it. */
function isTakenUp(blocks: readonly StandingBlock[], b: number, q: number): boolean {
  const next = blocks[b]?.analysis.quotes[q + 1];
  if (next) return next.continues;
  for (let later = b + 1; later < blocks.length; later++) {
    const first = blocks[later]?.analysis.quotes[0];
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
