import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';

/** Remembers the tokens that a client last got of each document, and sends it what has changed. */
export class TokensDesk {
  private readonly last = new Map<string, { readonly id: string; readonly data: number[] }>();
  private count = 0;

  /** What a client last got of a document, whole. */
  of(uri: string): readonly number[] | undefined {
    return this.last.get(uri)?.data;
  }

  /** The tokens of a document, whole. */
  full(uri: string, data: number[]): SemanticTokens {
    const id = String(++this.count);
    this.last.set(uri, { id, data });
    return { resultId: id, data };
  }

  /** What changes the tokens of result `previous` into `data`; whole where that result is not the last. */
  delta(uri: string, data: number[], previous: unknown): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(uri);
    if (before?.id !== previous || before === undefined) return this.full(uri, data);
    const edits = difference(before.data, data);
    const { resultId } = this.full(uri, data);
    return { ...(resultId !== undefined && { resultId }), edits };
  }

  /** The document has been closed. */
  forget(uri: string): void {
    this.last.delete(uri);
  }
}

/** The one edit, in whole tokens of five numbers, that turns `before` into `after`; none where they are equal. */
export function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  start -= start % 5;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  end -= end % 5;
  const data = after.slice(start, after.length - end);
  return [{ start, deleteCount: before.length - end - start, ...(data.length > 0 && { data }) }];
}
