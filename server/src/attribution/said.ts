import { remembered } from '../text/remembered';
import type { AttributedBlock, BlockAttribution, StandingBlock } from './block-attribution';
import { isQuestion, type Quoting, quotingOf } from './quoting';
import { RepeatedQuotes } from './repeated';

/** Who said each quote of an article, by numbers: its attributions are counted from 0, in order of place, and so are its blocks and quotes. */
export interface Said {
  /** For each block the number of its first attribution; at the end, how many there are. */
  readonly starts: Int32Array;
  /** For each attribution its block. */
  readonly blockOf: Int32Array;
  /** For each block the number of its first quote; at the end, how many there are. */
  readonly firstQuotes: Int32Array;
  /** For each quote the number of its attribution, or -1. */
  readonly by: Int32Array;
  /** For each block that begins by going on with a speech, whose first quote is part of its content: the number of the attribution of that. */
  readonly goesOnWith: ReadonlyMap<number, number>;
  /** For each attribution whose speech goes on: the blocks that go on with it, in order. */
  readonly goesOnIn: ReadonlyMap<number, readonly number[]>;
  /** The blocks that are an interview's answers. */
  readonly answers: ReadonlySet<number>;
  /** For each block its attributions: those that it makes by itself, or the answer that it is. */
  readonly attributions: readonly (readonly BlockAttribution[])[];
}

/**
 * Joins what the blocks found by themselves: carries a speech on into the paragraphs that go on with it (a quote left open, or a paragraph that is
 * nothing but a quote after one that ended in the same voice), finds quotes that are shown again, and answers. Linear; what depends on a block alone is remembered.
 */
export function whoSaid(blocks: readonly StandingBlock[]): Said {
  const quotings = blocks.map(({ analysis }) => (analysis.quotes.length === 0 ? null : quotingOf(analysis)));
  const starts = new Int32Array(blocks.length + 1);
  const firstQuotes = new Int32Array(blocks.length + 1);
  for (const [b, { analysis }] of blocks.entries()) firstQuotes[b + 1] = (firstQuotes[b] ?? 0) + analysis.quotes.length;
  const by = new Int32Array(firstQuotes[blocks.length] ?? 0).fill(-1);
  const goesOnWith = new Map<number, number>();
  const goesOnIn = new Map<number, number[]>();
  const answers = new Set<number>();
  const repeated = wantedOf(blocks, quotings);
  /** Quotes of headlines and the like that nothing before them says. */
  const unresolved: { readonly quote: number; readonly words: readonly string[] }[] = [];
  /** The speech that the next block may go on with. */
  let speech = -1;
  for (const [b, { analysis }] of blocks.entries()) {
    const { kind, quotes, quoteWords, attributions } = analysis;
    const first = starts[b] ?? 0;
    const quoting = quotings[b];
    let lastVoice = -1;
    for (let q = 0; quoting && q < quotes.length; q++) {
      const words = quoteWords[q] ?? [];
      const runs = quoting.runs[q] ?? [];
      const holder = quoting.holders[q] ?? -1;
      let index = holder >= 0 ? first + holder : isShown(analysis, quoting, q) ? (repeated.find(words) ?? -1) : -1;
      if (index < 0 && q === 0 && speech >= 0 && quoting.goesOn) {
        index = speech;
        goesOnWith.set(b, speech);
        const others = goesOnIn.get(speech);
        if (others) others.push(b);
        else goesOnIn.set(speech, [b]);
      } else if (index < 0 && quoting.isBare && isAfterQuestion(blocks, b)) {
        index = first;
        answers.add(b);
      }
      const at = (firstQuotes[b] ?? 0) + q;
      by[at] = index;
      if (index >= 0) repeated.add(words, runs, index);
      else if (quoting.isDisplay) unresolved.push({ quote: at, words });
      const form = quotes[q]?.kind;
      if (form !== 'scare' && form !== 'title') lastVoice = form === 'direct' ? index : -1;
    }
    if (kind === 'paragraph' || kind === 'list-item') speech = quoting?.endsInVoice ? lastVoice : -1;
    else if (kind === 'subhead' || kind === 'headline') speech = -1;
    starts[b + 1] = first + (answers.has(b) ? 1 : attributions.length);
  }
  // A headline quotes what the article has further down.
  for (const { quote, words } of unresolved) by[quote] = repeated.find(words) ?? -1;
  const attributions = blocks.map(({ analysis }, b) => (answers.has(b) ? answerOf(analysis) : analysis.attributions));
  return { starts, blockOf: blocksBy(starts), firstQuotes, by, goesOnWith, goesOnIn, answers, attributions };
}

/** Where attribution `n` stands among those of its block. */
export const placeOf = ({ starts, blockOf }: Said, n: number): number => n - (starts[blockOf[n] ?? 0] ?? 0);

/** An attribution by its number, as its block makes it. */
export const attributionAt = (said: Said, n: number): BlockAttribution | undefined =>
  said.attributions[said.blockOf[n] ?? 0]?.[placeOf(said, n)];

/** How sure it is that an answer is the guest's, and that it is one: by our own interviews, no more than likely. */
export const ANSWER_CONFIDENCE = 0.7;

const answerOf = remembered(({ quotes: [quote] }: AttributedBlock): readonly BlockAttribution[] =>
  quote
    ? [
        {
          kind: 'direct',
          source: null,
          cue: [],
          content: [quote.span],
          via: null,
          confidence: ANSWER_CONFIDENCE,
          why: [{ code: 'pattern.answer' }],
        },
      ]
    : [],
);

/** Whether quote `q` may show again what is said elsewhere: in a display block, or a paragraph that begins with it. */
const isShown = ({ quotes }: AttributedBlock, { isDisplay }: Quoting, q: number): boolean => isDisplay || quotes[q]?.span[0] === 0;

function wantedOf(blocks: readonly StandingBlock[], quotings: readonly (Quoting | null)[]): RepeatedQuotes {
  const repeated = new RepeatedQuotes();
  for (const [b, { analysis }] of blocks.entries()) {
    const quoting = quotings[b];
    for (let q = 0; quoting && q < analysis.quotes.length; q++) {
      if (isShown(analysis, quoting, q)) repeated.want(analysis.quoteWords[q] ?? [], quoting.runs[q] ?? []);
    }
  }
  return repeated;
}

const isAfterQuestion = (blocks: readonly StandingBlock[], b: number): boolean => {
  const before = blocks[b - 1];
  return before !== undefined && isQuestion(before.analysis);
};

function blocksBy(starts: Int32Array): Int32Array {
  const blockOf = new Int32Array(starts.at(-1) ?? 0);
  for (let b = 0; b + 1 < starts.length; b++) blockOf.fill(b, starts[b], starts[b + 1]);
  return blockOf;
}
