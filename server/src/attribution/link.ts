import { type Span, shift } from '../text/span';
import type { AttributionKind } from './attributions';
import type { Quote } from './quotes';
import type { Reason } from './reason';
import type { Candidate, PlacedBlock, SpeakerChoice, Speakers } from './speakers';

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
export function linkAttributions(blocks: readonly PlacedBlock[], { choices }: Speakers): Linked {
  const attributions: Attribution[] = [];
  const quotes: ArticleQuote[] = [];
  /** The speech that the next block may go on with: an index into `attributions`. */
  let speech: number | null = null;
  const repeated = new RepeatedQuotes();
  /** Quotes of headlines and the like that nothing before them says. */
  const unresolved: number[] = [];
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
      const said = repeated.find(block.tokens.text, quote.span);
      if (index === null && said !== null && (quote.span[0] === 0 || isDisplay(block))) index = said;
      else if (index === null && speech !== null && goesOn(block, q)) {
        index = speech;
        const carried = attributions[speech];
        if (carried) attributions[speech] = { ...carried, content: [...carried.content, span] };
      }
      if (index !== null) repeated.add(block.tokens.text, quote.span, index);
      else if (isDisplay(block)) unresolved.push(quotes.length);
      if (index !== null && quote.kind !== 'scare' && quote.kind !== 'title') lastVoice = index;
      quotes.push({ ...quote, span, attribution: index === null ? null : (attributions[index]?.id ?? null), block: b });
    }
    if (block.kind === 'paragraph' || block.kind === 'list-item') speech = endsInVoice(block) ? (lastVoice ?? null) : null;
    else if (block.kind === 'subhead' || block.kind === 'headline') speech = null;
  }
  // A headline quotes what the article has further down.
  for (const at of unresolved) {
    const quote = quotes[at];
    const block = quote && blocks[quote.block];
    if (!quote || !block) continue;
    const said = repeated.find(block.tokens.text, shift(quote.span, -block.offset));
    const attribution = said === null ? undefined : attributions[said];
    if (attribution) quotes[at] = { ...quote, attribution: attribution.id };
  }
  return { attributions, quotes };
}

/** Blocks that show again what the article says elsewhere. */
const isDisplay = ({ kind }: PlacedBlock): boolean =>
  kind === 'headline' || kind === 'subhead' || kind === 'pull-quote' || kind === 'caption';

/** The quotes seen so far by their words, three at a time, so that a quote shown again is known at once. */
class RepeatedQuotes {
  readonly #byStart = new Map<string, { words: string; index: number }[]>();

  add(text: string, span: Span, index: number): void {
    const words = wordsOf(text, span);
    for (let at = 0; at + 2 < words.length; at++) {
      const key = words.slice(at, at + 3).join(' ');
      const places = this.#byStart.get(key) ?? [];
      // The first places are enough, and keep the cost linear.
      if (places.length < 8) this.#byStart.set(key, [...places, { words: words.slice(at).join(' '), index }]);
    }
  }

  /** The attribution of an earlier quote that holds all the words of this one, if it has three at least; else null. */
  find(text: string, span: Span): number | null {
    const words = wordsOf(text, span);
    const sought = words.join(' ');
    const places = words.length < 3 ? [] : (this.#byStart.get(words.slice(0, 3).join(' ')) ?? []);
    return places.find((place) => place.words.startsWith(sought))?.index ?? null;
  }
}

/** How many words of a quote are compared; a display quote is shorter. */
const COMPARED_WORDS = 60;

const wordsOf = (text: string, [start, end]: Span): string[] =>
  (
    text
      .slice(start, Math.min(end, start + 600))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, COMPARED_WORDS);

/** For each quote of a block, the innermost attribution whose content holds it, or -1. */
function holdersOf({ quotes, attributions }: PlacedBlock): number[] {
  return quotes.map(({ span }) => {
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
  });
}

/** Whether quote `q` goes on with the speech of the block before: left open there, or the whole of this paragraph. */
function goesOn({ quotes, attributions, tokens }: PlacedBlock, q: number): boolean {
  const quote = quotes[q];
  if (!quote || q > 0) return false;
  if (quote.continues) return true;
  const outside = tokens.text.length - (quote.span[1] - quote.span[0]);
  return attributions.length === 0 && quote.span[0] === 0 && outside <= 1;
}

/** Whether the last thing in a block is somebody's quote or its cue, so that a bare quote after it is the same voice. */
function endsInVoice({ quotes, sentences }: PlacedBlock): boolean {
  const last = sentences[sentences.length - 1];
  return last !== undefined && quotes.some(({ span }) => span[0] < last.span[1] && span[1] > last.span[0]);
}
