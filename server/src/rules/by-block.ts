import type { Article, BlockAnalysis } from '../article';
import { type Look, numbered, type Places, placesIn, type Written, writtenAt } from './reading';

/**
 * Looks for something in every block of an article, in each once: at a keystroke one block is looked at, and what others have is known. Whatever else a
 * finding depends on (who somebody is, what stands in other blocks) is for the rule to judge, of the few places that come into question.
 */
export function lookFor<T>(look: Look<T>): (article: Article) => Places<T> {
  let number: number | undefined;
  return (article) => {
    number ??= numbered(look);
    // A look's number gives what that look finds.
    return placesIn(article, number) as Places<T>;
  };
}

/** Something about a block, worked out when it is first asked for, and kept for as long as the block is in use; undefined where there is no such block. */
export function ofBlock<T>(read: (block: BlockAnalysis, text: string) => T): (article: Article, block: number) => T | undefined {
  const known = new WeakMap<Written, { readonly made: T }>();
  return (article, block) => {
    const written = writtenAt(article, block);
    if (!written) return undefined;
    let found = known.get(written);
    if (!found) {
      found = { made: read(written.analysis, written.text) };
      known.set(written, found);
    }
    return found.made;
  };
}
