import { type Span, shift } from '../text/span';
import type { AttributionKind } from './block-attribution';
import type { LinkedAttribution, LinkedQuote } from './link';
import type { Quote } from './quotes';
import type { Reason } from './reason';
import type { Candidate } from './speakers';

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

/** Where a block stands in its article. */
export interface BlockPlace {
  /** Its index. */
  readonly block: number;
  readonly offset: number;
  /** The number of its first attribution. */
  readonly first: number;
}

/** How a block has moved that is what it was, as are the numbers of its attributions. */
export interface Move {
  /** How far. */
  readonly by: number;
  /** Its index now. */
  readonly block: number;
}

/** The id of the attribution that stands `from` behind the first of a block. */
export const idAt = ({ first }: BlockPlace, from: number): string => attributionId(first + from);

const attributionId = (n: number): string => {
  for (let known = ids.length; known <= n; known++) ids.push(`a${known + 1}`);
  return ids[n] ?? '';
};
const ids: string[] = [];

/** Several of those. */
export const idsAt = (place: BlockPlace, from: readonly number[]): readonly string[] =>
  from.length === 0 ? NO_IDS : from.map((one) => idAt(place, one));
const NO_IDS: readonly string[] = [];

const shifted = (spans: readonly Span[], by: number): readonly Span[] =>
  spans.length === 0 ? NO_SPANS : spans.map((span) => shift(span, by));
const NO_SPANS: readonly Span[] = [];

/** Attribution `a` of a block, in its article. */
export function placeAttribution(linked: LinkedAttribution, a: number, place: BlockPlace): Attribution {
  const { kind, source, cue, content, speaker, candidates, via, disputes, confidence, why } = linked;
  return {
    id: idAt(place, a),
    kind,
    source: source && shifted(source, place.offset),
    cue: shifted(cue, place.offset),
    content: shifted(content, place.offset),
    speaker,
    candidates,
    via: via === null ? null : idAt(place, via),
    disputes: idsAt(place, disputes),
    confidence,
    why,
    block: place.block,
  };
}

/** A quote of a block, in its article. */
export function placeQuote({ span, kind, mark, continues, open, attribution }: LinkedQuote, place: BlockPlace): ArticleQuote {
  return {
    span: shift(span, place.offset),
    kind,
    mark,
    continues,
    open,
    attribution: attribution === null ? null : idAt(place, attribution),
    block: place.block,
  };
}

/** An attribution of a block that has moved. */
export function moveAttribution(known: Attribution, { by, block }: Move): Attribution {
  const { id, kind, source, cue, content, speaker, candidates, via, disputes, confidence, why } = known;
  return {
    id,
    kind,
    source: source && shifted(source, by),
    cue: shifted(cue, by),
    content: shifted(content, by),
    speaker,
    candidates,
    via,
    disputes,
    confidence,
    why,
    block,
  };
}

/** A quote of a block that has moved. */
export const moveQuote = ({ span, kind, mark, continues, open, attribution }: ArticleQuote, { by, block }: Move): ArticleQuote => ({
  span: shift(span, by),
  kind,
  mark,
  continues,
  open,
  attribution,
  block,
});
