import type { PlacedVerdict } from './annotations/verdicts';
import { linkDisputes } from './attribution/disputes';
import { type ArticleQuote, type Attribution, linkAttributions } from './attribution/link';
import type { OpenQuote } from './attribution/quotes';
import type { Reason } from './attribution/reason';
import { type Entity, type PlacedBlock, resolveSpeakers } from './attribution/speakers';
import { analyseBlock, type BlockAnalysis } from './block';
import { type Claim, judgeSupport } from './claims/support';
import { type Evidence, NO_EVIDENCE } from './evidence/evidence';
import type { Block, BlockKind } from './text/blocks';
import type { Format } from './text/format';
import { layOut } from './text/layout';
import { ownCopy } from './text/remembered';
import { type Span, shift, spanLength } from './text/span';

export type { ArticleQuote, Attribution } from './attribution/link';
export type { BlockAnalysis } from './block';

/** A block of an article with what it says by itself. */
export interface ArticleBlock extends Block {
  readonly analysis: BlockAnalysis;
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
  const blocks = analyseBlocks(masked, laidOut, previous);
  const placed: PlacedBlock[] = blocks.map(({ span, analysis }) => ({ ...analysis, offset: span[0] }));
  const speakers = resolveSpeakers(placed);
  const linked = linkAttributions(placed, speakers);
  const attributions = linkDisputes(masked, linked.attributions, speakers.entities);
  const sentences = blocks.flatMap(({ span, analysis }, block) =>
    analysis.sentences.map((sentence, s): ArticleSentence => {
      const worth = analysis.worth[s];
      return { span: shift(sentence.span, span[0]), block, checkworthiness: worth?.score ?? 0, why: worth?.why ?? [] };
    }),
  );
  const { entities } = speakers;
  const claims = judgeSupport({ text, citations, blocks, sentences, attributions, entities, verdicts });
  return {
    text,
    format,
    masked,
    citations,
    blocks,
    sentences,
    quotes: linked.quotes,
    attributions,
    entities,
    claims,
    verdicts,
    evidence: NO_EVIDENCE,
  };
}

/** The same article, with what the documents beside it say; rules/sought.ts tells what is to be looked up in them. */
export const withEvidence = (article: Article, evidence: Evidence): Article => ({ ...article, evidence });

/**
 * Analyses the blocks, those of `previous` taken over: from the beginning and from the end as far as they are the same, between those by content.
 */
function analyseBlocks(masked: string, blocks: readonly Block[], previous: Article | undefined): ArticleBlock[] {
  const old = previous?.blocks ?? [];
  const isSame = (block: Block | undefined, known: ArticleBlock | undefined): boolean =>
    block !== undefined &&
    known !== undefined &&
    block.kind === known.kind &&
    spanLength(block.span) === known.analysis.text.length &&
    masked.startsWith(known.analysis.text, block.span[0]);
  let first = 0;
  while (isSame(blocks[first], old[first])) first++;
  let last = 0;
  while (last < blocks.length - first && last < old.length - first && isSame(blocks[blocks.length - 1 - last], old[old.length - 1 - last]))
    last++;
  const known = new Map<string, BlockAnalysis>();
  for (const { analysis } of old.slice(first, old.length - last))
    known.set(keyOf(analysis.text, analysis.kind, analysis.carried), analysis);
  let carried: OpenQuote = null;
  return blocks.map((block, b) => {
    const { kind, span } = block;
    const twin = b < first ? old[b] : b >= blocks.length - last ? old[b - blocks.length + old.length] : undefined;
    if (twin && twin.analysis.carried === carried) {
      carried = twin.analysis.leavesOpen;
      return twin.span[0] === span[0] ? twin : { kind, span, analysis: twin.analysis };
    }
    const text = ownCopy(masked.slice(span[0], span[1]));
    const key = keyOf(text, kind, carried);
    const analysis = known.get(key) ?? analyseBlock(text, kind, carried);
    known.set(key, analysis);
    carried = analysis.leavesOpen;
    return { kind, span, analysis };
  });
}

const keyOf = (text: string, kind: BlockKind, carried: OpenQuote): string => `${kind}\n${carried ?? ''}\n${text}`;
