import { mix } from '../../language/hash';
import { type FeatureGroup, itself } from './feature-groups';
import { bucket, type Passage } from './passage';
import { FAR, leftAt, NO_TAG, NONE, quoteAt, rightAt, sayingAt, tagAt, wordAt } from './passage-values';

// What stage one reads of the nearest words of the sentence that may be cues.

type Group = FeatureGroup<Passage>;

/** The word of a likely cue at token `at`, its part of speech and how far it is; `at` is -1 where there is none. */
function readSaying(p: Passage, i: number, at: number, v: Int32Array): void {
  v[0] = at < 0 ? NONE : wordAt(p, at);
  v[1] = at < 0 ? NO_TAG : tagAt(p, at);
  v[2] = at < 0 ? FAR : bucket(Math.abs(i - at));
  v[3] = quoteAt(p, i);
}

/** The likely cue to the left. */
export const LEFT: Group = itself(
  (p, i, v) => readSaying(p, i, leftAt(p, i), v),
  (v, out, n) => {
    const [word, tag, far, quote] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(39, word), far);
    out[n++] = mix(mix(41, word), quote);
    out[n++] = mix(52, far * 64 + tag);
    return n;
  },
);

/** The likely cue to the right. */
export const RIGHT: Group = itself(
  (p, i, v) => readSaying(p, i, rightAt(p, i), v),
  (v, out, n) => {
    const [word, tag, far, quote] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(40, word), far);
    out[n++] = mix(mix(42, word), quote);
    out[n++] = mix(51, far * 64 + tag);
    return n;
  },
);

/** The likely cue to the left and the token's part of speech. */
export const LEFT_TAG: Group = itself(
  (p, i, v) => {
    const left = leftAt(p, i);
    v[0] = left < 0 ? NONE : wordAt(p, left);
    v[1] = tagAt(p, i);
  },
  (v, out, n) => {
    out[n++] = mix(mix(81, v[0] as number), v[1] as number);
    return n;
  },
);

/** The likely cue to the right, what stands before it, and the token's part of speech. */
export const RIGHT_TAG: Group = itself(
  (p, i, v) => {
    const right = rightAt(p, i);
    v[0] = right < 0 ? NONE : wordAt(p, right);
    v[1] = tagAt(p, i);
    v[2] = right < 0 ? NO_TAG : tagAt(p, right - 1);
  },
  (v, out, n) => {
    const [word, tag, before] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(mix(82, word), tag);
    out[n++] = mix(84, before * 64 + tag);
    return n;
  },
);

/** How far both are. */
export const SIDES: Group = itself(
  (p, i, v) => {
    const [left, right] = [leftAt(p, i), rightAt(p, i)];
    v[0] = ((left < 0 ? FAR : bucket(i - left)) * 16 + (right < 0 ? FAR : bucket(right - i))) * 8 + quoteAt(p, i);
  },
  (v, out, n) => {
    out[n++] = mix(38, v[0] as number);
    return n;
  },
);

/** Both likely cues and what is around them: the same for all tokens between two of them. */
export const BOTH: Group = itself(
  (p, i, v) => {
    const [left, right] = [leftAt(p, i), rightAt(p, i)];
    v[0] = left < 0 ? NONE : wordAt(p, left);
    v[1] = right < 0 ? NONE : wordAt(p, right);
    v[2] = left < 0 ? NO_TAG : tagAt(p, left) * 64 + tagAt(p, left + 1);
    v[3] = left < 0 ? NONE : wordAt(p, left + 1);
    v[4] =
      (left < 0 ? 0 : quoteAt(p, left) + 1) * 512 + (right < 0 ? 0 : sayingAt(p, right) + 1) * 16 + (left < 0 ? 0 : sayingAt(p, left) + 1);
  },
  (v, out, n) => {
    const [left, right, tags, next, states] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(mix(43, left), tags);
    out[n++] = mix(mix(80, left), right);
    out[n++] = mix(mix(83, next), left);
    out[n++] = mix(85, states);
    return n;
  },
);
