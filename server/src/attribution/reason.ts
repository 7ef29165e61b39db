/** Why the analysis believes something, in a form that a hover can put into words. */
export interface Reason {
  /** What was seen, `group.name`: `cue.verb-after-quote`, `speaker.surname`, `worth.number`. Each code has its sentence in features/reasons.ts. */
  readonly code: string;
  /** The article's own words that it rests on, if any. Data, never markup. */
  readonly words?: string;
  /** How much it counted, where that is a number: the share of a score, −1…1. */
  readonly weight?: number;
}
