/** One measured figure. */
export interface Figure {
  /** Names it in floors.json: `attribution.relation.all`. */
  readonly key: string;
  readonly label: string;
  /** In percent. */
  readonly value: number;
  /** What others reached, and who: "75.7 people". */
  readonly beside?: string;
  readonly target?: number;
}

/** Where the corpora and the scorers lie. */
export interface Shared {
  readonly corpora: string;
  readonly scorers: string;
}

/** A set of figures that are measured together. */
export interface Evaluation {
  readonly title: string;
  /** Whether it can be measured without the corpora. */
  readonly own?: boolean;
  measure(shared: Shared): Promise<readonly Figure[]> | readonly Figure[];
}

/** A share in percent; 0 of nothing. */
export const percent = (right: number, all: number): number => (all === 0 ? 0 : (100 * right) / all);

/** The harmonic mean of precision and recall, given as how many are right of how many. */
export function f1(predictedRight: number, predicted: number, goldRight: number, gold: number): number {
  const [p, r] = [percent(predictedRight, predicted), percent(goldRight, gold)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
