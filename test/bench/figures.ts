/** One measured figure: its name, its values over the rounds, and what they count. */
export interface Figure {
  readonly name: string;
  readonly unit: 'words/s' | 'ms' | 'MB' | 'bytes';
  /** What a table shows, and what two runs are compared by. */
  readonly value: number;
  /** The lowest and the highest of what `value` is the median of; missing where it is a percentile or a sum. */
  readonly range?: readonly [low: number, high: number];
  /** The same figure of something else in the same run, for the ratio beside it. */
  readonly beside?: { readonly name: string; readonly value: number };
}

/** Figures that belong together. */
export interface Group {
  readonly title: string;
  /** What was done, for whoever reads the table. */
  readonly about: string;
  readonly figures: readonly Figure[];
}

/** A run of the benchmark, as it is saved. */
export interface Run {
  readonly schema: 1;
  readonly node: string;
  readonly machine: string;
  readonly groups: readonly Group[];
}

/** The `share`th quantile (0…1) of `values`, by the nearest rank; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of `values` as a figure. */
export const middle = (name: string, unit: Figure['unit'], values: readonly number[]): Figure => ({
  name,
  unit,
  value: median(values),
  range: [Math.min(...values), Math.max(...values)],
});
