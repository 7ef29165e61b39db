import { BlockReader } from './block-kinds';
import type { Format } from './format';
import { cutLongBlocks } from './long-blocks';
import { markdownParagraphs } from './markdown';
import { splitParagraphs } from './paragraphs';
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
 * Splits an article into its blocks, by blank lines, by what each line looks like, and by its markup.
 * `masked` is the text as `mask` returns it, `source` the text itself, which plain text doesn't need. The mark of a list item or a pull quote
 * ("•", "1.", ">") belongs to no block. A paragraph longer than any real one is several blocks. Linear in the length; never throws.
 */
export function splitBlocks(masked: string, format: Format, source: string = masked): Block[] {
  const paragraphs = format === 'markdown' ? markdownParagraphs(source) : splitParagraphs(masked);
  return cutLongBlocks(masked, new BlockReader(masked).read(paragraphs));
}
