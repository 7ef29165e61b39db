import type { LinkedAttribution, LinkedQuote, Links } from './attribution/link';
import {
  type ArticleQuote,
  type Attribution,
  type BlockPlace,
  type Move,
  moveAttribution,
  moveQuote,
  placeAttribution,
  placeQuote,
} from './attribution/placed';
import type { Reason } from './attribution/reason';
import type { AnalysedBlock, AnalysedBlocks, BlockAnalysis } from './block';
import { type Claim, type LinkedClaim, moveClaim, placeClaim } from './claims/claim';
import type { Judged } from './claims/support';
import { firstNot } from './text/sorted';
import { firstEndingAfter, type Span, shift } from './text/span';

/**
 * A block with all that its article makes of it, told from the block, so that it is the very same object in every version of the article in which
 * nothing about the block has changed, wherever it stands there. How other attributions are told says LinkedAttribution.
 */
export interface LinkedBlock {
  readonly analysis: BlockAnalysis;
  readonly attributions: readonly LinkedAttribution[];
  readonly quotes: readonly LinkedQuote[];
  readonly claims: readonly LinkedClaim[];
}

/** A block of an article. */
export interface ArticleBlock extends AnalysedBlock {
  readonly linked: LinkedBlock;
}

/** A sentence of an article. */
export interface ArticleSentence {
  readonly span: Span;
  /** Index of its block. */
  readonly block: number;
  /** 0…1 */
  readonly checkworthiness: number;
  readonly why: readonly Reason[];
}

/** What of an article is told block by block. */
export interface Placed {
  readonly blocks: readonly ArticleBlock[];
  readonly sentences: readonly ArticleSentence[];
  readonly quotes: readonly ArticleQuote[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
}

/**
 * Tells what the blocks hold by the offsets and ids of their article. What stands where it stood in the earlier version is the very same object as
 * in `previous`; `old` is what that was made of.
 */
export function placeBlocks(standing: AnalysedBlocks, judged: Judged, previous: Placed = EMPTY, old?: Judged): Placed {
  const { blocks, analyses, was } = standing;
  const { said, links } = judged.linked;
  const first = old ? unmoved(standing, judged, previous, old) : 0;
  const end = blocks[first - 1]?.span[1] ?? 0;
  /** The next block of the earlier version, and where its sentences and claims stand. */
  const at = { block: first, sentence: firstEndingAfter(previous.sentences, end), claim: firstEndingAfter(previous.claims, end) };
  const placed = previous.blocks.slice(0, first);
  const sentences = previous.sentences.slice(0, at.sentence);
  const quotes = previous.quotes.slice(0, said.firstQuotes[first]);
  const attributions = previous.attributions.slice(0, said.starts[first]);
  const claims = previous.claims.slice(0, at.claim);
  for (let b = first; b < blocks.length; b++) {
    const block = blocks[b];
    const analysis = analyses[b];
    const link = links[b];
    const ownClaims = judged.claims[b];
    if (!block || !analysis || !link || !ownClaims) continue;
    const place: BlockPlace = { block: b, offset: block.span[0], first: attributions.length };
    const o = was[b] ?? -1;
    const twin = old && previous.blocks[o];
    if (!old || !twin) {
      placed.push({ kind: block.kind, span: block.span, analysis, linked: linkedBlock(analysis, link, ownClaims) });
      for (let s = 0; s < analysis.sentences.length; s++) sentences.push(placeSentence(analysis, s, place));
      for (const quote of link.quotes) quotes.push(placeQuote(quote, place));
      for (const [a, attribution] of link.attributions.entries()) attributions.push(placeAttribution(attribution, a, place));
      for (const claim of ownClaims) claims.push(placeClaim(claim, place));
      continue;
    }
    while ((previous.sentences[at.sentence]?.block ?? o) < o) at.sentence++;
    for (; at.block < o; at.block++) at.claim += old.claims[at.block]?.length ?? 0;
    const move: Move = { by: place.offset - twin.span[0], block: b };
    const stays = o === b && move.by === 0;
    // Its ids are what they were.
    const isNumbered = place.first === old.linked.said.starts[o];
    const isSameLink = link === old.linked.links[o];
    const isSameClaims = ownClaims === old.claims[o];
    const linked = isSameLink && isSameClaims ? twin.linked : linkedBlock(analysis, link, ownClaims);
    placed.push(stays && twin.linked === linked ? twin : { kind: block.kind, span: block.span, analysis, linked });
    for (let known = previous.sentences[at.sentence]; known?.block === o; known = previous.sentences[++at.sentence]) {
      sentences.push(stays ? known : moveSentence(known, move));
    }
    const firstQuote = old.linked.said.firstQuotes[o] ?? 0;
    for (const [q, quote] of link.quotes.entries()) {
      const known = isNumbered && isSameLink ? previous.quotes[firstQuote + q] : undefined;
      quotes.push(known ? (stays ? known : moveQuote(known, move)) : placeQuote(quote, place));
    }
    for (const [a, attribution] of link.attributions.entries()) {
      const known = isNumbered && isSameLink ? previous.attributions[place.first + a] : undefined;
      attributions.push(known ? (stays ? known : moveAttribution(known, move)) : placeAttribution(attribution, a, place));
    }
    for (const [c, claim] of ownClaims.entries()) {
      const known = isNumbered && isSameClaims ? previous.claims[at.claim + c] : undefined;
      claims.push(known ? (stays ? known : moveClaim(known, move)) : placeClaim(claim, place));
    }
  }
  return { blocks: placed, sentences, quotes, attributions, claims };
}

const EMPTY: Placed = { blocks: [], sentences: [], quotes: [], attributions: [], claims: [] };

/** How many blocks at the beginning are all that they were, where they were. */
function unmoved({ blocks, was }: AnalysedBlocks, { linked: { links }, claims }: Judged, previous: Placed, old: Judged): number {
  let same = 0;
  while (same < blocks.length && was[same] === same && links[same] === old.linked.links[same] && claims[same] === old.claims[same]) same++;
  // What an edit moves is all that comes after it.
  return firstNot(0, same, (b) => blocks[b]?.span[0] === previous.blocks[b]?.span[0]);
}

const linkedBlock = (analysis: BlockAnalysis, { attributions, quotes }: Links, claims: readonly LinkedClaim[]): LinkedBlock => ({
  analysis,
  attributions,
  quotes,
  claims,
});

function placeSentence({ sentences, worth }: BlockAnalysis, s: number, { block, offset }: BlockPlace): ArticleSentence {
  const { score = 0, why = [] } = worth[s] ?? {};
  return { span: shift(sentences[s]?.span ?? [0, 0], offset), block, checkworthiness: score, why };
}

const moveSentence = ({ span, checkworthiness, why }: ArticleSentence, { by, block }: Move): ArticleSentence => ({
  span: shift(span, by),
  block,
  checkworthiness,
  why,
});
