/** A draft that has been closed and has never been a file. */
export interface Draft {
  readonly uri: string;
  /** As it was in the end. */
  readonly text: string;
}

/**
 * Finds the draft that a file has come of. An editor that saves a draft closes one document and opens another, and says nowhere that the two are one; that the
 * file has the draft's very words does. White space counts for nothing: editors trim and complete lines as they save.
 */
export function draftOf(text: string, drafts: Iterable<Draft>): Draft | undefined {
  const words = wordsOf(text);
  if (words === '') return undefined;
  for (const draft of drafts) if (wordsOf(draft.text) === words) return draft;
  return undefined;
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim();
