import type { AttributionKind } from './attribution/attributions';
import type { OpenQuote, Quote } from './attribution/quotes';
import type { Reason } from './attribution/reason';
import { type Candidate, type Entity, type PlacedBlock, resolveSpeakers } from './attribution/speakers';
import { analyseBlock, type BlockAnalysis } from './block';
import type { Claim } from './claims/support';
import { type Block, type BlockKind, splitBlocks } from './text/blocks';
import type { Format } from './text/format';
import { mask } from './text/mask';
import { type Span, shift } from './text/span';

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
  readonly content: readonly Span[];
  /** The id of the entity behind it, or null. */
  readonly speaker: string | null;
  /** The likeliest first; more than one where it is unsure. */
  readonly candidates: readonly Candidate[];
  /** The id of the attribution that carries it, or null. */
  readonly via: string | null;
  /** 0…1 */
  readonly confidence: number;
  readonly why: readonly Reason[];
  /** Index of its block. */
  readonly block: number;
}

/** An article, understood: plain immutable data; all offsets are UTF-16 units into `text`, `[start, end)`. */
export interface Article {
  readonly text: string;
  readonly format: Format;
  readonly blocks: readonly ArticleBlock[];
  readonly sentences: readonly ArticleSentence[];
  readonly quotes: readonly ArticleQuote[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
}

/** How to analyse. */
export interface AnalyseOptions {
  readonly format?: Format;
  /** An earlier article whose blocks may be reused; the result is the same with and without. */
  readonly previous?: Article | undefined;
}

/**
 * Reads an article: blocks, sentences, quotes, attributions, speakers, claims.
 * Never throws, on any text; linear in its length. With `previous`, only blocks that it does not hold are analysed.
 */
export function analyse(text: string, { format = 'plain', previous }: AnalyseOptions = {}): Article {
  const masked = mask(text, format);
  const blocks = analyseBlocks(masked, splitBlocks(masked, format), previous);
  const placed: PlacedBlock[] = blocks.map(({ span, analysis }) => ({ ...analysis, offset: span[0] }));
  const { entities, choices } = resolveSpeakers(placed);

  const attributions: Attribution[] = [];
  for (const [b, { span, analysis }] of blocks.entries()) {
    const first = attributions.length + 1;
    for (const [a, attribution] of analysis.attributions.entries()) {
      const move = (spans: readonly Span[]) => spans.map((s) => shift(s, span[0]));
      const choice = choices[b]?.[a];
      attributions.push({
        id: `a${first + a}`,
        kind: attribution.kind,
        source: attribution.source && move(attribution.source),
        cue: move(attribution.cue),
        content: move(attribution.content),
        speaker: choice?.speaker ?? null,
        candidates: choice?.candidates ?? [],
        via: attribution.via === null ? null : `a${first + attribution.via}`,
        confidence: attribution.confidence,
        why: [...attribution.why, ...(choice?.why ?? [])],
        block: b,
      });
    }
  }
  const sentences = blocks.flatMap(({ span, analysis }, block) =>
    analysis.sentences.map((sentence, s): ArticleSentence => {
      const worth = analysis.worth[s];
      return { span: shift(sentence.span, span[0]), block, checkworthiness: worth?.score ?? 0, why: worth?.why ?? [] };
    }),
  );
  const quotes = blocks.flatMap(({ span, analysis }, block) =>
    analysis.quotes.map((quote): ArticleQuote => ({ ...quote, span: shift(quote.span, span[0]), attribution: null, block })),
  );
  return { text, format, blocks, sentences, quotes, attributions, entities, claims: [] };
}

function analyseBlocks(masked: string, blocks: readonly Block[], previous: Article | undefined): ArticleBlock[] {
  const known = new Map<string, BlockAnalysis>();
  for (const { analysis } of previous?.blocks ?? []) known.set(keyOf(analysis.text, analysis.kind, analysis.carried), analysis);
  let carried: OpenQuote = null;
  return blocks.map(({ kind, span }) => {
    const text = masked.slice(span[0], span[1]);
    const key = keyOf(text, kind, carried);
    const analysis = known.get(key) ?? analyseBlock(text, kind, carried);
    known.set(key, analysis);
    carried = analysis.leavesOpen;
    return { kind, span, analysis };
  });
}

const keyOf = (text: string, kind: BlockKind, carried: OpenQuote): string => `${kind}\n${carried ?? ''}\n${text}`;
