import { mix } from '../../language/hash';
import type { Draft } from './extract';
import { bucket, type Passage } from './passage';

/** How many features the judge has at most. */
export const JUDGE_FEATURES = 40;

/** A probability in one of twelve steps, finer near 0 and 1. */
function step(p: number): number {
  const q = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.max(-6, Math.min(6, Math.round(Math.log(q / (1 - q))))) + 6;
}

/** What the judge looks at in a draft. Written into `out`; returns how many. */
export function judgeFeatures(p: Passage, draft: Draft, out: Int32Array): number {
  const { candidate, source, content, cue } = draft;
  let head = candidate[0];
  for (let i = candidate[0]; i < candidate[1]; i++) if ((p.saying[i] ?? 0) > (p.saying[head] ?? 0)) head = i;
  const word = p.word[head] ?? 0;
  const tag = p.tag[head] ?? 0;
  const saying = p.saying[head] ?? 0;
  const inside = (p.quoteNumber[head] ?? 0) > 0 ? 1 : 0;
  let tokens = 0;
  let quoted = 0;
  for (const [first, end] of content) {
    tokens += end - first;
    for (let i = first; i < end; i++) if ((p.quoteNumber[i] ?? 0) > 0) quoted++;
  }
  const share = quoted === 0 ? 0 : quoted === tokens ? 2 : 1;
  const first = content[0]?.[0] ?? 0;
  const end = content[content.length - 1]?.[1] ?? 0;
  const [sourceFirst, sourceEnd] = source[0] ?? [-1, -1];
  const sourceSide = sourceFirst < 0 ? 2 : sourceFirst < head ? 0 : 1;
  const contentSide = first > head ? 1 : end <= head ? 0 : 2;
  const gap = first > head ? first - (cue[cue.length - 1]?.[1] ?? head) : Math.max(0, (cue[0]?.[0] ?? head) - end);
  const cueStep = step(draft.cueProbability);
  const contentStep = step(draft.contentProbability);
  const sourceStep = source.length > 0 ? step(draft.sourceProbability) : 13 + step(draft.sourceless);
  let n = 0;
  out[n++] = mix(1, 0);
  out[n++] = mix(2, cueStep);
  out[n++] = mix(3, contentStep);
  out[n++] = mix(4, sourceStep);
  out[n++] = mix(5, step(draft.startProbability));
  out[n++] = mix(6, step(draft.endProbability));
  out[n++] = mix(7, cueStep * 16 + contentStep);
  out[n++] = mix(8, cueStep * 32 + sourceStep);
  out[n++] = mix(9, word);
  out[n++] = mix(10, tag * 8 + saying);
  out[n++] = mix(11, saying * 16 + cueStep);
  out[n++] = mix(12, share * 2 + inside);
  out[n++] = mix(13, bucket(tokens) * 3 + share);
  out[n++] = mix(14, (sourceSide * 3 + contentSide) * 3 + share);
  out[n++] = mix(15, bucket(Math.max(0, gap)) * 3 + contentSide);
  out[n++] = mix(16, Math.min(3, content.length) * 4 + Math.min(3, source.length));
  out[n++] = mix(17, Math.min(9, candidate[1] - candidate[0]));
  out[n++] = mix(18, p.tag[sourceFirst] ?? 63);
  out[n++] = mix(19, bucket(Math.max(0, sourceEnd - sourceFirst)));
  out[n++] = mix(20, (p.boundary[first] ?? 0) * 16 + (p.boundary[end] ?? 15));
  out[n++] = mix(21, p.tag[first] ?? 63);
  out[n++] = mix(22, p.tag[end - 1] ?? 63);
  out[n++] = mix(mix(23, word), contentSide);
  out[n++] = mix(24, Math.min(3, (p.sentence[end - 1] ?? 0) - (p.sentence[first] ?? 0)) * 3 + share);
  out[n++] = mix(25, p.layout);
  out[n++] = mix(26, (p.sentence[head] ?? 0) === (p.sentence[Math.max(0, sourceFirst)] ?? 0) ? 1 : 0);
  const agreement = Math.round(draft.contentAgreement);
  out[n++] = mix(27, agreement);
  out[n++] = mix(28, agreement * 16 + contentStep);
  out[n++] = mix(29, Math.round(draft.sourceAgreement) * 2 + (source.length > 0 ? 1 : 0));
  out[n++] = mix(30, p.cluster[head] ?? 0);
  out[n++] = mix(31, p.word[first] ?? 0);
  out[n++] = mix(32, p.word[candidate[1] - 1] ?? 0);
  out[n++] = mix(mix(33, word), share);
  out[n++] = mix(34, saying * 64 + contentSide * 16 + sourceSide * 4 + share);
  return n;
}

/** How probable it is that a draft is right: the source and at least half of the content as an annotator would have them. */
export function judge(p: Passage, draft: Draft, weights: Float32Array, room: Int32Array): number {
  const count = judgeFeatures(p, draft, room);
  const mask = weights.length - 1;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += weights[(room[k] ?? 0) & mask] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** A draft with how sure the judge is of it. */
export interface Judged extends Draft {
  readonly confidence: number;
}

/**
 * Settles which drafts stay: the surest first, none below `least`. A token is the content of one attribution only; a draft that
 * loses more than half of its content to surer ones goes.
 */
export function settle(judged: readonly Judged[], least: number, length: number): Judged[] {
  const taken = new Uint8Array(length);
  const kept: Judged[] = [];
  for (const draft of [...judged].sort((a, b) => b.confidence - a.confidence || a.candidate[0] - b.candidate[0])) {
    if (draft.confidence < least) break;
    const content: (readonly [number, number])[] = [];
    let lost = 0;
    let all = 0;
    for (const [first, end] of draft.content) {
      let start = -1;
      for (let i = first; i <= end; i++) {
        const free = i < end && taken[i] === 0;
        if (i < end) {
          all++;
          if (!free) lost++;
        }
        if (free && start < 0) start = i;
        if (!free && start >= 0) {
          content.push([start, i]);
          start = -1;
        }
      }
    }
    if (lost * 2 > all) continue;
    for (const [first, end] of content) taken.fill(1, first, end);
    kept.push({ ...draft, content });
  }
  return kept.sort((a, b) => a.candidate[0] - b.candidate[0]);
}
