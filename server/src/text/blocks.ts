import type { Span } from './span';
/** What a stretch of an article is on the page. */
export type BlockKind = 'headline' | 'byline' | 'dateline' | 'caption' | 'credit' | 'paragraph' | 'subhead' | 'list-item' | 'pull-quote';

/** One block of an article. Blocks come in order and never overlap; a dateline and the paragraph that it opens are two blocks on one line. */
export interface Block {
  readonly kind: BlockKind;
  /** Without the white space around it; never empty. */
  readonly span: Span;
}
