import { bestLabels, type Chain, marginals } from './crf';
import { type CueView, type Grammar, type Marks, viewCue } from './cue-view';
import { LABELS, Label, roleOf } from './labels';
import { type Passage, QuoteState, type Run } from './passage';

/** A stage's trained weights, however they are kept. */
export interface TrainedStage<View> {
  /** The scores of the tokens `[from, to)`, `(i - from) * LABELS + label`. */
  scores(view: View, from: number, to: number): Float32Array;
  readonly transitions: Float32Array;
  /** `expTransitions` of them. */
  readonly steps: Float32Array;
}

/** Both stages' weights, and what decoding is set to. */
export interface AttributionWeights {
  readonly stageOne: TrainedStage<Passage>;
  readonly stageTwo: TrainedStage<CueView>;
  readonly grammar: Grammar;
  readonly cueBias: number;
}

/** One attribution as the models see it: runs of tokens, and how probable they are. */
export interface Draft {
  readonly source: readonly Run[];
  readonly cue: readonly Run[];
  readonly content: readonly Run[];
  /** Stage one's probability that the cue is one. */
  readonly cueProbability: number;
  /** Mean of stage two's probabilities over the content's tokens, and over the source's (0 without one). */
  readonly contentProbability: number;
  readonly sourceProbability: number;
  /** Probability of the content's first and last token each being its first and last. */
  readonly startProbability: number;
  readonly endProbability: number;
  /** How much stage one agrees: the mean of its probabilities, in tenths, over the content and over the source. */
  readonly contentAgreement: number;
  readonly sourceAgreement: number;
  /** Probability that there is no source. */
  readonly sourceless: number;
  /** The candidate that stage two was asked about. */
  readonly candidate: Run;
}

/** Stage one on a passage: a chain of scores, the labels it finds with cues favoured, and the probabilities. */
export interface Marked extends Marks {
  readonly probabilities: Float32Array;
}

/** Runs stage one. */
export function markPassage(passage: Passage, { stageOne, cueBias }: Pick<AttributionWeights, 'stageOne' | 'cueBias'>): Marked {
  const chain: Chain = {
    length: passage.length,
    emissions: stageOne.scores(passage, 0, passage.length),
    boundary: passage.boundary,
    transitions: stageOne.transitions,
    steps: stageOne.steps,
  };
  const probabilities = marginals(chain);
  const sources = new Uint8Array(passage.length);
  const contents = new Uint8Array(passage.length);
  for (let i = 0; i < passage.length; i++) {
    const at = i * LABELS;
    sources[i] = tenth((probabilities[at + Label.SourceBegin] ?? 0) + (probabilities[at + Label.Source] ?? 0));
    contents[i] = tenth((probabilities[at + Label.ContentBegin] ?? 0) + (probabilities[at + Label.Content] ?? 0));
  }
  return { labels: bestLabels(chain, cueBias), probabilities, sources, contents };
}

/** A probability in ten steps. */
const tenth = (p: number): number => Math.max(0, Math.min(9, Math.floor(p * 10)));

/** The runs of tokens with a role's labels, in order. */
export function runsOf(labels: Uint8Array, role: number): Run[] {
  const runs: Run[] = [];
  let first = -1;
  for (let i = 0; i <= labels.length; i++) {
    const label = labels[i] ?? Label.Outside;
    const begins = label === role * 2 - 1;
    if (first >= 0 && (begins || roleOf(label) !== role)) {
      runs.push([first, i]);
      first = -1;
    }
    if (first < 0 && roleOf(label) === role) first = i;
  }
  return runs;
}

/** From which probability on a token may belong to a source that the likeliest labels leave out. */
const LIKELY_SOURCE = 0.3;

/** The run around the likeliest source token among those that no label takes; none where all are improbable. */
function likelySource(labels: Uint8Array, probability: (i: number) => number): Run[] {
  let best = -1;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === Label.Outside && probability(i) >= (best < 0 ? LIKELY_SOURCE : probability(best))) best = i;
  }
  if (best < 0) return [];
  const may = (i: number): boolean => i >= 0 && i < labels.length && labels[i] === Label.Outside && probability(i) >= LIKELY_SOURCE;
  let first = best;
  let end = best + 1;
  while (may(first - 1)) first--;
  while (may(end)) end++;
  return [[first, end]];
}

/** The most cue candidates of a passage that are gone into: far more than any paragraph of news has. */
const MOST_CANDIDATES = 24;

/** Runs both stages on a passage: every cue candidate with its source and content; none is left out yet, but where there are absurdly many. */
export function draftAttributions(passage: Passage, weights: AttributionWeights): Draft[] {
  const marked = markPassage(passage, weights);
  return likeliest(runsOf(marked.labels, 2), marked).flatMap((candidate) => draftFor(passage, candidate, marked, weights) ?? []);
}

/** The likeliest candidates, in order of their place. */
function likeliest(candidates: Run[], { probabilities }: Marked): Run[] {
  if (candidates.length <= MOST_CANDIDATES) return candidates;
  const begins = ([first]: Run): number => probabilities[first * LABELS + Label.CueBegin] ?? 0;
  const best = new Set([...candidates].sort((a, b) => begins(b) - begins(a) || a[0] - b[0]).slice(0, MOST_CANDIDATES));
  return candidates.filter((candidate) => best.has(candidate));
}

/** Runs stage two on one candidate; null where it finds no content. */
export function draftFor(passage: Passage, candidate: Run, marked: Marked, { stageTwo, grammar }: AttributionWeights): Draft | null {
  const { probabilities } = marked;
  const view = viewCue(passage, candidate, marked, grammar);
  const [from, to] = reachOf(passage, candidate);
  const chain: Chain = {
    length: to - from,
    emissions: stageTwo.scores(view, from, to),
    boundary: passage.boundary.subarray(from, to),
    transitions: stageTwo.transitions,
    steps: stageTwo.steps,
  };
  const found = new Uint8Array(passage.length);
  found.set(bestLabels(chain, 0), from);
  const content = runsOf(found, 3);
  const [firstRun] = content;
  const lastRun = content[content.length - 1];
  if (!firstRun || !lastRun) return null;
  const own = marginals(chain);
  const at = (i: number, label: number): number => own[(i - from) * LABELS + label] ?? 0;
  const cue = runsOf(found, 2);
  const surely = runsOf(found, 1);
  const source = surely.length > 0 ? surely : likelySource(found, (i) => at(i, Label.SourceBegin) + at(i, Label.Source));
  const mean = (runs: readonly Run[], label: number): number => {
    let sum = 0;
    let count = 0;
    for (const [first, end] of runs) {
      for (let i = first; i < end; i++, count++) sum += at(i, label) + at(i, label - 1);
    }
    return count === 0 ? 0 : sum / count;
  };
  let cueProbability = 0;
  for (let i = candidate[0]; i < candidate[1]; i++) {
    cueProbability = Math.max(
      cueProbability,
      (probabilities[i * LABELS + Label.CueBegin] ?? 0) + (probabilities[i * LABELS + Label.Cue] ?? 0),
    );
  }
  let anySource = 0;
  for (let i = from; i < to; i++) anySource = Math.max(anySource, at(i, Label.Source) + at(i, Label.SourceBegin));
  const end = lastRun[1];
  return {
    source,
    cue: cue.length > 0 ? cue : [candidate],
    content,
    cueProbability,
    contentProbability: mean(content, Label.Content),
    sourceProbability: mean(source, Label.Source),
    startProbability: at(firstRun[0], Label.ContentBegin),
    endProbability: at(end - 1, Label.Content) + at(end - 1, Label.ContentBegin) - (end < to ? at(end, Label.Content) : 0),
    contentAgreement: meanOf(content, marked.contents),
    sourceAgreement: meanOf(source, marked.sources),
    sourceless: 1 - anySource,
    candidate,
  };
}

/** How far stage two looks from a cue, in tokens, before it stops at the next sentence outside quotation marks. */
const REACH = 60;

/** The stretch of a passage that stage two reads for one cue. */
export function reachOf({ length, sinceStart, quote }: Passage, [first, end]: Run): Run {
  const mayCut = (i: number): boolean => sinceStart[i] === 0 && (quote[i] === QuoteState.Outside || quote[i] === QuoteState.Open);
  let from = Math.max(0, first - REACH);
  while (from > 0 && !mayCut(from)) from--;
  let to = Math.min(length, end + REACH);
  while (to < length && !mayCut(to)) to++;
  return [from, to];
}

function meanOf(runs: readonly Run[], values: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (const [first, end] of runs) {
    for (let i = first; i < end; i++, count++) sum += values[i] ?? 0;
  }
  return count === 0 ? 0 : sum / count;
}
