import { rememberedPair } from '../text/remembered';
import { type Span, shift } from '../text/span';
import type { AttributionKind, BlockAttribution } from './block-attribution';
import { type Quote, settleOpen } from './quotes';
import type { Reason } from './reason';
import { RepeatedQuotes } from './repeated';
import type { Candidate, Entity, PlacedBlock, SpeakerChoice, Speakers } from './speakers';

/** A quote of an article, with who said it. */
export interface ArticleQuote extends Quote {
  /** The id of its attribution; null where nobody is said to have said it. */
  readonly attribution: string | null;
  /** Index of its block. */
  readonly block: number;
}

/** An attribution of an article. Spans are relative to the article. */
export interface Attribution {
  /** `a1`, `a2`… in order of place. */
  readonly id: string;
  readonly kind: AttributionKind;
  readonly source: readonly Span[] | null;
  readonly cue: readonly Span[];
  /** A speech that goes on over several blocks is one content of several spans. */
  readonly content: readonly Span[];
  /** The id of the entity behind it, or null. */
  readonly speaker: string | null;
  /** The likeliest first; more than one where it is unsure. */
  readonly candidates: readonly Candidate[];
  /** The id of the attribution that carries it, or null. */
  readonly via: string | null;
  /** The ids of the attributions that it denies; see disputes.ts. */
  readonly disputes: readonly string[];
  /** 0…1 */
  readonly confidence: number;
  readonly why: readonly Reason[];
  /** Index of its block. */
  readonly block: number;
}

/** The attributions of a whole article, and which of them each quote belongs to. */
export interface Linked {
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly ArticleQuote[];
}

const UNCHOSEN: SpeakerChoice = { speaker: null, candidates: [], why: [] };

/**
 * Joins what the blocks found by themselves: gives each attribution its id and its speaker, each quote its attribution, and carries a speech on
 * into the paragraphs that go on with it (a quote left open, or a paragraph that is nothing but a quote after one that ended in the same voice). Linear.
 */
export function linkAttributions(blocks: readonly PlacedBlock[], { choices, entities }: Speakers): Linked {
  const guest = guestOf(entities);
  const attributions: Attribution[] = [];
  const quotes: ArticleQuote[] = [];
  /** The speech that the next block may go on with: an index into `attributions`. */
  let speech: number | null = null;
  const repeated = new RepeatedQuotes();
  for (const block of blocks) for (const [q, words] of block.quoteWords.entries()) if (isShown(block, q)) repeated.want(words);
  /** Quotes of headlines and the like that nothing before them says. */
  const unresolved: { at: number; words: readonly string[] }[] = [];
  for (const [b, block] of blocks.entries()) {
    const first = attributions.length;
    const move = (spans: readonly Span[]) => spans.map((span) => shift(span, block.offset));
    for (const [a, attribution] of block.attributions.entries()) {
      const { speaker, candidates, why } = choices[b]?.[a] ?? UNCHOSEN;
      attributions.push({
        id: `a${first + a + 1}`,
        kind: attribution.kind,
        source: attribution.source && move(attribution.source),
        cue: move(attribution.cue),
        content: move(attribution.content),
        speaker,
        candidates,
        via: attribution.via === null ? null : `a${first + attribution.via + 1}`,
        disputes: [],
        confidence: attribution.confidence,
        why: [...attribution.why, ...why],
        block: b,
      });
    }
    const holders = holdersOf(block);
    let lastVoice: number | null = null;
    for (const [q, quote] of block.quotes.entries()) {
      const holder = holders[q] ?? -1;
      const span = shift(quote.span, block.offset);
      let index = holder < 0 ? null : first + holder;
      const words = block.quoteWords[q] ?? [];
      const said = isShown(block, q) ? repeated.find(words) : null;
      if (index === null && said !== null) index = said;
      else if (index === null && speech !== null && goesOn(block, q)) {
        index = speech;
        const carried = attributions[speech];
        if (carried) attributions[speech] = { ...carried, content: [...carried.content, span] };
      } else if (index === null && isAnswer(blocks[b - 1], block)) {
        index = attributions.length;
        attributions.push(answer(`a${index + 1}`, span, b, guest));
      }
      if (index !== null) repeated.add(words, index);
      else if (isDisplay(block)) unresolved.push({ at: quotes.length, words });
      if (quote.kind !== 'scare' && quote.kind !== 'title') lastVoice = quote.kind === 'direct' ? index : null;
      quotes.push({ ...quote, span, attribution: index === null ? null : (attributions[index]?.id ?? null), block: b });
    }
    if (block.kind === 'paragraph' || block.kind === 'list-item') speech = endsInVoice(block) ? (lastVoice ?? null) : null;
    else if (block.kind === 'subhead' || block.kind === 'headline') speech = null;
  }
  // A headline quotes what the article has further down.
  for (const { at, words } of unresolved) {
    const quote = quotes[at];
    const said = repeated.find(words);
    const attribution = said === null ? undefined : attributions[said];
    if (quote && attribution) quotes[at] = { ...quote, attribution: attribution.id };
  }
  return { attributions, quotes: settleOpen(quotes) };
}

/** An interview's answer: a paragraph that is nothing but a quote, below a question. */
function isAnswer(before: PlacedBlock | undefined, block: PlacedBlock): boolean {
  return (
    (before?.kind === 'paragraph' || before?.kind === 'subhead') &&
    before.quotes.every(({ kind }) => kind !== 'direct') &&
    /\?\s*$/.test(before.tokens.text.slice(-3)) &&
    isBareQuote(block, 0)
  );
}

/** How sure it is that an answer is the guest's, and that it is one: by our own interviews, no more than likely. */
const ANSWER_CONFIDENCE = 0.7;

function answer(id: string, content: Span, block: number, guest: Entity | null): Attribution {
  return {
    id,
    kind: 'direct',
    source: null,
    cue: [],
    content: [content],
    speaker: guest?.id ?? null,
    candidates: guest ? [{ speaker: guest.id, confidence: ANSWER_CONFIDENCE }] : [],
    via: null,
    disputes: [],
    confidence: ANSWER_CONFIDENCE,
    why: [{ code: 'pattern.answer' }, ...(guest ? [{ code: 'speaker.guest', words: guest.name }] : [])],
    block,
  };
}

/** Whom an interview is with: the person whom the article mentions most, if no other comes near. */
function guestOf(entities: readonly Entity[]): Entity | null {
  const people = entities
    .filter(({ kind, anonymity }) => kind === 'person' && anonymity === 'named')
    .sort((a, b) => b.mentions.length - a.mentions.length);
  const [first, second] = people;
  return first && first.mentions.length >= 2 * (second?.mentions.length ?? 0) ? first : null;
}

/** Whether quote `q` may show again what is said elsewhere: in a display block, or a paragraph that begins with it. */
const isShown = (block: PlacedBlock, q: number): boolean => isDisplay(block) || block.quotes[q]?.span[0] === 0;

/** Blocks that show again what the article says elsewhere. */
const isDisplay = ({ kind }: PlacedBlock): boolean =>
  kind === 'headline' || kind === 'subhead' || kind === 'pull-quote' || kind === 'caption';

/** For each quote of a block, the innermost attribution whose content holds it, or -1. */
const holdersOf = ({ quotes, attributions }: PlacedBlock): readonly number[] =>
  quotes.length === 0 || attributions.length === 0 ? NO_HOLDERS : findHolders(quotes, attributions);
const NO_HOLDERS: readonly number[] = [];

const findHolders = rememberedPair((quotes: readonly Quote[], attributions: readonly BlockAttribution[]): readonly number[] =>
  quotes.map(({ span }) => {
    let best = -1;
    let size = Number.POSITIVE_INFINITY;
    for (const [a, { content }] of attributions.entries()) {
      for (const [start, end] of content) {
        const shared = Math.min(end, span[1]) - Math.max(start, span[0]);
        if (shared * 2 >= span[1] - span[0] && end - start <= size) {
          best = a;
          size = end - start;
        }
      }
    }
    return best;
  }),
);

/** Whether quote `q` goes on with the speech of the block before: left open there, or the whole of this paragraph. */
function goesOn(block: PlacedBlock, q: number): boolean {
  return q === 0 && (block.quotes[q]?.continues === true || isBareQuote(block, q));
}

/** Whether a block is nothing but its quote `q`. */
function isBareQuote({ quotes, attributions, tokens }: PlacedBlock, q: number): boolean {
  const quote = quotes[q];
  if (!quote || attributions.length > 0 || quote.span[0] !== 0) return false;
  return tokens.text.length - (quote.span[1] - quote.span[0]) <= 1;
}

/** Whether the last thing in a block is somebody's quote or its cue, so that a bare quote after it is the same voice. */
function endsInVoice({ quotes, sentences }: PlacedBlock): boolean {
  const last = sentences[sentences.length - 1];
  return last !== undefined && quotes.some(({ span }) => span[0] < last.span[1] && span[1] > last.span[0]);
}
