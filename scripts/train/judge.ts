import type { Draft } from '../../server/src/attribution/model/extract';
import { JUDGE_FEATURES, judge, judgeFeatures } from '../../server/src/attribution/model/judge';
import type { Passage, Run } from '../../server/src/attribution/model/passage';
import type { GoldPassage } from './passages';
import { random, shuffle } from './random';

/** A draft on text that its models had not seen, and whether an annotator has it too. */
export interface Verdict {
  readonly passage: Passage;
  readonly draft: Draft;
  readonly right: boolean;
}

const spanOf = ({ tokens }: GoldPassage, [first, end]: Run): readonly [number, number] => [
  tokens.start[first] ?? 0,
  tokens.end[end - 1] ?? 0,
];

const shared = (a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): number =>
  a.reduce((n, [s, e]) => n + b.reduce((m, [t, f]) => m + Math.max(0, Math.min(e, f) - Math.max(s, t)), 0), 0);

const size = (spans: readonly (readonly [number, number])[]): number => spans.reduce((n, [s, e]) => n + e - s, 0);

/** Whether a draft matches one of the passage's annotated attributions, as the scorer has it. */
export function isRight(gold: GoldPassage, draft: Draft): boolean {
  const content = draft.content.map((run) => spanOf(gold, run));
  const source = draft.source.map((run) => spanOf(gold, run));
  return gold.attributions.some((attribution) => {
    const theirs = attribution.gold.content.map(([s, e]) => [s - gold.offset, e - gold.offset] as const);
    const both = shared(content, theirs);
    if (both / (size(content) + size(theirs) - both) < 0.5) return false;
    if (!attribution.gold.source) return source.length === 0;
    return (
      shared(
        source,
        attribution.gold.source.map(([s, e]) => [s - gold.offset, e - gold.offset] as const),
      ) > 0
    );
  });
}

/** Trains the judge by logistic regression with AdaGrad; its weights are hashed into `2 ** bits` places. */
export function trainJudge(verdicts: readonly Verdict[], bits: number): Float32Array {
  const mask = 2 ** bits - 1;
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(1);
  const room = new Int32Array(JUDGE_FEATURES);
  const order = [...verdicts];
  const next = random(3);
  for (let epoch = 0; epoch < 12; epoch++) {
    for (const { passage, draft, right } of shuffle(order, next)) {
      const p = judge(passage, draft, weights, room);
      const g = (right ? 1 : 0) - p;
      const count = judgeFeatures(passage, draft, room);
      for (let k = 0; k < count; k++) {
        const slot = (room[k] ?? 0) & mask;
        const w = weights[slot] ?? 0;
        const step = g - 0.002 * w;
        const s = (squares[slot] ?? 0) + step * step;
        squares[slot] = s;
        weights[slot] = w + (0.1 * step) / Math.sqrt(s);
      }
    }
  }
  return weights;
}
