/**
 * Features that are read from the same few values: one definition for training, which writes them out token by token, and for decoding, which remembers
 * what they come to. `View` is what the values are read from: a passage, or one of its cues.
 */
export interface FeatureGroup<View> {
  /** The tokens that get features from token `j` and its neighbours: from `j + from` to `j + to`. */
  readonly from: number;
  readonly to: number;
  /** Reads the values at token `j`, which may lie outside the passage, into `values`. `sided`: where the token that gets the features stands to the cue. */
  read(view: View, j: number, values: Int32Array, sided: number): void;
  /** Writes the features of token `j + at` into `out` from `n` on; returns the next `n`. Reads nothing but `values`. */
  write(at: number, values: Int32Array, out: Int32Array, n: number): number;
}

/** The most values that a group reads. */
export const VALUES = 12;

/** Writes all features of token `i`; returns how many. */
export function writeFeatures<View>(
  groups: readonly FeatureGroup<View>[],
  view: View,
  i: number,
  sided: number,
  values: Int32Array,
  out: Int32Array,
): number {
  let n = 0;
  for (const group of groups) {
    for (let at = group.from; at <= group.to; at++) {
      group.read(view, i - at, values, sided);
      n = group.write(at, values, out, n);
    }
  }
  return n;
}

/** A group that gives features to the token itself only. */
export const itself = <View>(
  read: FeatureGroup<View>['read'],
  write: (values: Int32Array, out: Int32Array, n: number) => number,
): FeatureGroup<View> => ({ from: 0, to: 0, read, write: (_, values, out, n) => write(values, out, n) });
