import type { BlockKind } from '../text/blocks';
import { remembered } from '../text/remembered';
import type { AttributedBlock, BlockAttribution, Standing } from './block-attribution';
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
  /** For each block what its quotes are, whatever the rest says; null where it has none. */
  readonly quotings: readonly (Quoting | null)[];
  /** For each block what it does to a speech: see `PASSES`, `SPEAKS` and `ENDS`. */
  readonly flow: Uint8Array;
}

/**
 * Joins what the blocks found by themselves: carries a speech on into the paragraphs that go on with it (a quote left open, or a paragraph that is
 * nothing but a quote after one that ended in the same voice), finds quotes that are shown again, and answers. Linear; what depends on a block alone is
 * taken from `old`, what was said in the earlier version.
 */
export function whoSaid({ analyses, was }: Standing, old?: Said): Said {
  const size = analyses.length;
  const quotings: (Quoting | null)[] = [];
  const own: (readonly BlockAttribution[])[] = [];
  const flow = new Uint8Array(size);
  const firstQuotes = new Int32Array(size + 1);
  for (let b = 0; b < size; b++) {
    const o = was[b] ?? -1;
    const known = old !== undefined && o >= 0 && !old.answers.has(o) ? old : undefined;
    const analysis = known ? undefined : analyses[b];
    const quoting = known ? known.quotings[o] : analysis && analysis.quotes.length > 0 ? quotingOf(analysis) : null;
    quotings.push(quoting ?? null);
    own.push((known ? known.attributions[o] : analysis?.attributions) ?? []);
    flow[b] = known ? (known.flow[o] ?? PASSES) : flowOf(analysis?.kind);
    firstQuotes[b + 1] = (firstQuotes[b] ?? 0) + (quoting ? quoting.holders.length : 0);
  }
  const starts = new Int32Array(size + 1);
  const by = new Int32Array(firstQuotes[size] ?? 0).fill(-1);
  const goesOnWith = new Map<number, number>();
  const goesOnIn = new Map<number, number[]>();
  const answers = new Set<number>();
  const repeated = new RepeatedQuotes();
  for (const quoting of quotings) {
    for (let q = 0; quoting && q < quoting.shown; q++) repeated.want(quoting.words[q] ?? [], quoting.runs[q] ?? []);
  }
  /** Quotes of headlines and the like that nothing before them says. */
  const unresolved: { readonly quote: number; readonly words: readonly string[] }[] = [];
  /** The speech that the next block may go on with. */
  let speech = -1;
  for (let b = 0; b < size; b++) {
    const first = starts[b] ?? 0;
    const quoting = quotings[b];
    let voice = -1;
    for (let q = 0; quoting && q < quoting.holders.length; q++) {
      const words = quoting.words[q] ?? [];
      const holder = quoting.holders[q] ?? -1;
      const [before, analysis] = holder < 0 ? [analyses[b - 1], analyses[b]] : [];
      let index = holder >= 0 ? first + holder : q < quoting.shown ? (repeated.find(words) ?? -1) : -1;
      if (index < 0 && q === 0 && speech >= 0 && quoting.goesOn) {
        index = speech;
        goesOnWith.set(b, speech);
        const others = goesOnIn.get(speech);
        if (others) others.push(b);
        else goesOnIn.set(speech, [b]);
      } else if (index < 0 && quoting.isBare && analysis && before && isQuestion(before)) {
        index = first;
        answers.add(b);
        own[b] = answerOf(analysis);
      }
      const at = (firstQuotes[b] ?? 0) + q;
      by[at] = index;
      if (index >= 0) repeated.add(words, quoting.runs[q] ?? [], index);
      else if (quoting.isDisplay) unresolved.push({ quote: at, words });
      if (quoting.voices[q] !== 'before') voice = quoting.voices[q] === 'own' ? index : -1;
    }
    if (flow[b] !== PASSES) speech = flow[b] === SPEAKS && quoting?.endsInVoice ? voice : -1;
    starts[b + 1] = first + (own[b]?.length ?? 0);
  }
  // A headline quotes what the article has further down.
  for (const { quote, words } of unresolved) by[quote] = repeated.find(words) ?? -1;
  return { starts, blockOf: blocksBy(starts), firstQuotes, by, goesOnWith, goesOnIn, answers, attributions: own, quotings, flow };
}

/** A speech goes on over a byline or a caption, which is no part of it. */
const PASSES = 0;
/** It goes on after a paragraph that ends in it. */
const SPEAKS = 1;
/** It ends at a heading. */
const ENDS = 2;

const flowOf = (kind: BlockKind | undefined): number =>
  kind === 'paragraph' || kind === 'list-item' ? SPEAKS : kind === 'subhead' || kind === 'headline' ? ENDS : PASSES;

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

function blocksBy(starts: Int32Array): Int32Array {
  const blockOf = new Int32Array(starts.at(-1) ?? 0);
  for (let b = 0; b + 1 < starts.length; b++) for (let n = starts[b] ?? 0; n < (starts[b + 1] ?? 0); n++) blockOf[n] = b;
  return blockOf;
}
