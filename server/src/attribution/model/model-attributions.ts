import { lexicon, shapesOf } from '../../language/lexicon-of-news';
import bytes from '../../model/attribution.bin';
import type { Span } from '../../text/span';
import type { AttributionKind, ReadBlock } from '../block-attribution';
import type { Reason } from '../reason';
import { type AttributionWeights, draftAttributions } from './extract';
import { grammarOf } from './grammar';
import { JUDGE_FEATURES, type Judged, judge, settle } from './judge';
import { type Part, partsOf } from './parts';
import { type Run, readPassage } from './passage';
import { StageOneScores } from './stage-one-scores';
import { StageTwoScores } from './stage-two-scores';
import { readWeights } from './weights';

/** An attribution that the trained models find in a block. Spans are relative to the block. */
export interface ModelAttribution {
  readonly kind: AttributionKind;
  readonly source: readonly Span[] | null;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** How probable it is that an annotator would have the same source and most of the same content, 0…1. */
  readonly confidence: number;
  readonly why: readonly Reason[];
  /** The same as runs of tokens. */
  readonly runs: { readonly source: readonly Run[]; readonly cue: readonly Run[]; readonly content: readonly Run[] };
}

/** What is added to the beginnings of cues when stage one looks for candidates; the judge rejects the false ones. */
export const CUE_BIAS = 2;

/** Attributions less probable than this are left out: where F1 on jack-knifed training data is highest. */
export const LEAST = 0.3;

interface Loaded extends AttributionWeights {
  readonly judge: Float32Array;
}

let loaded: Loaded | null | undefined;

function weights(): Loaded | null {
  if (loaded !== undefined) return loaded;
  if (bytes.length === 0) {
    loaded = null;
    return loaded;
  }
  const stored = readWeights(bytes);
  loaded = {
    stageOne: new StageOneScores(stored.stageOne),
    stageTwo: new StageTwoScores(stored.stageTwo),
    grammar: grammarOf(lexicon()),
    cueBias: CUE_BIAS,
    judge: stored.judge,
  };
  return loaded;
}

/** What the trained models find in a block, in order of the cue. A pure function of the block; linear in its length. */
export function extractAttributions(block: Pick<ReadBlock, 'tokens' | 'tags' | 'sentences' | 'quotes'>): ModelAttribution[] {
  const model = weights();
  return model ? partsOf(block).flatMap((part) => extractFrom(part, model)) : [];
}

function extractFrom({ source: block, first: offset }: Part, model: Loaded): ModelAttribution[] {
  if (block.tokens.length < 3) return [];
  const moved = (runs: readonly Run[]): Run[] => runs.map(([first, last]): Run => [first + offset, last + offset]);
  const passage = readPassage(block, shapesOf(block.tokens), lexicon(), model.grammar.that);
  const room = new Int32Array(JUDGE_FEATURES);
  const judged = draftAttributions(passage, model).map(
    (draft): Judged => ({ ...draft, confidence: judge(passage, draft, model.judge, room) }),
  );
  const { start, end, text } = block.tokens;
  const spans = (runs: readonly Run[]): Span[] => runs.map(([first, last]): Span => [start[first] ?? 0, end[last - 1] ?? 0]);
  return settle(judged, LEAST, passage.length).map(({ source, cue, content, confidence }): ModelAttribution => {
    const cueSpans = spans(cue);
    const quoted = content.map(([first, last]) => {
      let count = 0;
      for (let i = first; i < last; i++) if ((passage.quoteNumber[i] ?? 0) > 0) count++;
      return { count, all: last - first };
    });
    const inside = quoted.reduce((sum, { count }) => sum + count, 0);
    const all = quoted.reduce((sum, part) => sum + part.all, 0);
    return {
      kind: inside === 0 ? 'indirect' : all - inside <= content.length ? 'direct' : 'mixed',
      source: source.length > 0 ? spans(source) : null,
      cue: cueSpans,
      content: spans(content),
      confidence,
      why: [{ code: 'model.cue', words: cueSpans.map((span) => text.slice(...span)).join(' … '), weight: confidence }],
      runs: { source: moved(source), cue: moved(cue), content: moved(content) },
    };
  });
}
