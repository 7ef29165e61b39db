import type { Run } from './reading';

/** An attribution as a pattern sees it: runs of tokens. */
export interface Draft {
  readonly source: Run | null;
  readonly cue: readonly Run[];
  readonly content: readonly Run[];
  /** The pattern: the end of its reason's code, `pattern.…`. */
  readonly pattern: string;
  /** How often this pattern is right, 0…1 (precision of relations on polnear/train, rounded; see docs/architecture.md). */
  readonly confidence: number;
  /** Carried by this other draft, where the pattern itself says so ("RT quoted Lavrov as saying"). */
  readonly via?: Draft;
}
