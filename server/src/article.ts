import type { PlacedVerdict } from './annotations/verdicts';
import { type LinkedAttribution, type LinkedQuote, linkAttributions } from './attribution/link';
import { type ArticleQuote, type Attribution, type BlockPlace, placeAttribution, placeQuote } from './attribution/placed';
import type { Reason } from './attribution/reason';
import { type Entity, type PlacedBlock, resolveSpeakers } from './attribution/speakers';
import { type AnalysedBlock, analyseBlocks, type BlockAnalysis } from './block';
import { type Claim, type LinkedClaim, placeClaim } from './claims/claim';
import { judgeSupport } from './claims/support';
import { type Evidence, NO_EVIDENCE } from './evidence/evidence';
import type { Format } from './text/format';
import { layOut } from './text/layout';
import { type Span, shift } from './text/span';

export type { ArticleQuote, Attribution } from './attribution/placed';
export type { BlockAnalysis } from './block';

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

/** An article, understood: plain immutable data; all offsets are UTF-16 units into `text`, `[start, end)`. */
export interface Article {
  readonly text: string;
  readonly format: Format;
  /** The text as it is read: markup replaced by spaces, unit for unit. */
  readonly masked: string;
  /** Where the text points at its evidence, in order: links and footnote marks. */
  readonly citations: readonly number[];
  readonly blocks: readonly ArticleBlock[];
  readonly sentences: readonly ArticleSentence[];
  readonly quotes: readonly ArticleQuote[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  /** What people have judged of it, as it was given. */
  readonly verdicts: readonly PlacedVerdict[];
  /** What the documents beside it say of its quotes and claims. */
  readonly evidence: Evidence;
}

/** How to analyse. */
export interface AnalyseOptions {
  readonly format?: Format;
  /** An earlier article whose blocks may be reused; the result is the same with and without. */
  readonly previous?: Article | undefined;
  /** What people have judged of this very text, the earliest first (`verdictsOf`). */
  readonly verdicts?: readonly PlacedVerdict[];
}

/**
 * Reads an article: blocks, sentences, quotes, attributions, speakers, claims.
 * Never throws, on any text; linear in its length. With `previous`, only blocks that it does not hold are analysed.
 */
export function analyse(text: string, { format = 'plain', previous, verdicts = [] }: AnalyseOptions = {}): Article {
  const { masked, blocks: laidOut, citations } = layOut(text, format, previous);
  const { blocks, was } = analyseBlocks(masked, laidOut, previous?.blocks ?? []);
  const speakers = resolveSpeakers(blocks.map(toBeResolved), previous?.entities);
  const { entities } = speakers;
  const known = (b: number): LinkedBlock | undefined => {
    const old = previous?.blocks[was[b] ?? -1];
    return old && old.analysis === blocks[b]?.analysis ? old.linked : undefined;
  };
  const linked = linkAttributions(masked, blocks, speakers, known);
  const judged = judgeSupport({ text, masked, citations, blocks, linked, entities, verdicts }, (b) => known(b)?.claims);
  const linkedBlocks = blocks.map(({ kind, span, analysis }, b): ArticleBlock => {
    const before = known(b);
    const { attributions = [], quotes = [] } = linked.links[b] ?? {};
    const now = { analysis, attributions, quotes, claims: judged[b] ?? [] };
    const isSame = before && before.attributions === attributions && before.quotes === quotes && before.claims === now.claims;
    return { kind, span, analysis, linked: isSame ? before : now };
  });
  const { claims, ...parts } = place(linkedBlocks, was, previous);
  return { text, format, masked, citations, ...parts, entities, claims, verdicts, evidence: NO_EVIDENCE };
}

/** The same article, with what the documents beside it say; rules/sought.ts tells what is to be looked up in them. */
export const withEvidence = (article: Article, evidence: Evidence): Article => ({ ...article, evidence });

/** Each field named, none spread; see analyseBlock. */
function toBeResolved({ span, analysis }: AnalysedBlock): PlacedBlock {
  const { kind, tokens, tags, sentences, quotes, quoteWords, mentions, attributions } = analysis;
  return { kind, tokens, tags, sentences, quotes, quoteWords, mentions, attributions, offset: span[0] };
}

/** What of an article is told block by block. */
type Placed = Pick<Article, 'blocks' | 'sentences' | 'quotes' | 'attributions' | 'claims'>;

/** Tells what the blocks hold by the offsets and ids of their article; what stands where it stood in the earlier version is taken over from there. */
function place(blocks: readonly ArticleBlock[], was: Int32Array, previous: Placed | undefined): Placed {
  const placed: ArticleBlock[] = [];
  const sentences: ArticleSentence[] = [];
  const quotes: ArticleQuote[] = [];
  const attributions: Attribution[] = [];
  const claims: Claim[] = [];
  const old = previous?.blocks ?? [];
  /** The next block of the earlier version, and where the lists of that have what it holds. */
  const at = { block: 0, sentence: 0, quote: 0, attribution: 0, claim: 0 };
  for (const [b, block] of blocks.entries()) {
    const { analysis, linked } = block;
    const spot = { block: b, offset: block.span[0], first: attributions.length };
    for (const last = was[b] ?? -1; at.block < last; at.block++) {
      const { analysis, linked } = old[at.block] ?? block;
      at.sentence += analysis.sentences.length;
      at.quote += linked.quotes.length;
      at.attribution += linked.attributions.length;
      at.claim += linked.claims.length;
    }
    const twin = was[b] === b ? old[b] : undefined;
    const stays = twin?.analysis === analysis && twin.span[0] === spot.offset ? twin : undefined;
    const named = stays && at.attribution === spot.first ? stays.linked : undefined;
    placed.push(stays?.linked === linked ? stays : block);
    append(sentences, analysis.sentences, stays && previous?.sentences, at.sentence, (_, s) => placeSentence(analysis, s, spot));
    append(quotes, linked.quotes, named?.quotes === linked.quotes ? previous?.quotes : undefined, at.quote, (quote) =>
      placeQuote(quote, spot),
    );
    append(
      attributions,
      linked.attributions,
      named?.attributions === linked.attributions ? previous?.attributions : undefined,
      at.attribution,
      (attribution, a) => placeAttribution(attribution, a, spot),
    );
    append(claims, linked.claims, named?.claims === linked.claims ? previous?.claims : undefined, at.claim, (claim) =>
      placeClaim(claim, spot),
    );
  }
  return { blocks: placed, sentences, quotes, attributions, claims };
}

/** Appends to `list` what is made of `things`; where `known` is given, as it has it from index `at` on. */
function append<T, P>(
  list: P[],
  things: readonly T[],
  known: readonly P[] | undefined,
  at: number,
  make: (thing: T, i: number) => P,
): void {
  for (const [i, thing] of things.entries()) list.push(known?.[at + i] ?? make(thing, i));
}

function placeSentence({ sentences, worth }: BlockAnalysis, s: number, { block, offset }: BlockPlace): ArticleSentence {
  const { score = 0, why = [] } = worth[s] ?? {};
  return { span: shift(sentences[s]?.span ?? [0, 0], offset), block, checkworthiness: score, why };
}
