import { BlockReader } from './block-kinds';
import type { Block } from './blocks';
import type { Format } from './format';
import { readMarkdown } from './markdown';
import { mask } from './mask';
import { splitParagraphs } from './paragraphs';

/** An article laid out: the text that analysis reads, and its blocks. */
export interface Layout {
  /** As `mask` returns it. */
  readonly masked: string;
  readonly blocks: readonly Block[];
}

/** Masks an article and splits it into blocks, reading it once. Linear; never throws. */
export function layOut(text: string, format: Format): Layout {
  if (format === 'plain') {
    const masked = mask(text, format);
    return { masked, blocks: new BlockReader(masked).read(splitParagraphs(masked)) };
  }
  const { masked, paragraphs } = readMarkdown(text);
  return { masked, blocks: new BlockReader(masked).read(paragraphs) };
}
