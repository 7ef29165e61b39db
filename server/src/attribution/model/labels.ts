/** What a token is to an attribution, begun or gone on with. The numbers are part of the weights. */
export const Label = { Outside: 0, SourceBegin: 1, Source: 2, CueBegin: 3, Cue: 4, ContentBegin: 5, Content: 6 } as const;

/** How many labels there are. */
export const LABELS = 7;

/** Whether `label` may follow `before` (`Outside` before the first token): nothing goes on that hasn't begun. */
export function mayFollow(before: number, label: number): boolean {
  if (label !== Label.Source && label !== Label.Cue && label !== Label.Content) return true;
  return before === label || before === label - 1;
}

/** 0 outside, 1 source, 2 cue, 3 content. */
export const roleOf = (label: number): number => (label + 1) >> 1;
