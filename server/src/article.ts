import type { PlacedVerdict } from './annotations/verdicts';
import { linkAttributions } from './attribution/link';
import type { ArticleQuote, Attribution } from './attribution/placed';
import { type Entity, type PlacedBlock, resolveSpeakers } from './attribution/speakers';
import { type AnalysedBlocks, analyseBlocks } from './block';
import type { Claim } from './claims/claim';
import { type Judged, judgeSupport } from './claims/support';
import { type Evidence, NO_EVIDENCE } from './evidence/evidence';
import { type ArticleBlock, type ArticleSentence, placeBlocks } from './placing';
import { changeBetween } from './text/change';
import type { Format } from './text/format';
import { layOut } from './text/layout';

export type { ArticleQuote, Attribution } from './attribution/placed';
export type { BlockAnalysis } from './block';
export type { ArticleBlock, ArticleSentence, LinkedBlock } from './placing';

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
  const standing = analyseBlocks(masked, laidOut, previous);
  const speakers = resolveSpeakers(toBeResolved(standing), previous?.entities);
  const { entities } = speakers;
  const old = previous && makings.get(previous.blocks);
  const linked = linkAttributions(masked, standing, speakers, old?.linked);
  const change = previous && (text === masked && previous.text === previous.masked ? standing.change : changeBetween(previous.text, text));
  const judged = judgeSupport({ text, citations, change, standing, linked, entities, verdicts }, old);
  const { blocks, sentences, quotes, attributions, claims } = placeBlocks(standing, judged, previous, old);
  makings.set(blocks, judged);
  const evidence = NO_EVIDENCE;
  return { text, format, masked, citations, blocks, sentences, quotes, attributions, entities, claims, verdicts, evidence };
}

/** How the blocks of an article came to what they hold, for the next version. */
const makings = new WeakMap<readonly ArticleBlock[], Judged>();

/** The same article, with what the documents beside it say; rules/sought.ts tells what is to be looked up in them. */
export const withEvidence = (article: Article, evidence: Evidence): Article => ({ ...article, evidence });

/** The blocks as their speakers are read. Each field named, none spread; see analyseBlock. */
const toBeResolved = ({ blocks, analyses }: AnalysedBlocks): PlacedBlock[] =>
  analyses.map(({ kind, tokens, tags, sentences, quotes, quoteWords, mentions, attributions }, b) => {
    const offset = blocks[b]?.span[0] ?? 0;
    return { kind, tokens, tags, sentences, quotes, quoteWords, mentions, attributions, offset };
  });
