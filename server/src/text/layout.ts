import { BlockReader } from './block-kinds';
import type { Block } from './blocks';
import type { Format } from './format';
import { formatNamed } from './formats';
import { cutLongBlocks } from './long-blocks';

/** An article laid out: the text that analysis reads, its blocks, and where it points at its evidence. */
export interface Layout {
  /** See Reading in format.ts. */
  readonly masked: string;
  /** The mark of a list item or a pull quote ("•", "1.", ">") belongs to no block; a paragraph longer than any real one is several. */
  readonly blocks: readonly Block[];
  readonly citations: readonly number[];
}

/** Reads an article by its format and splits it into its blocks, by its markup and by what each paragraph looks like. Linear; never throws. */
export function layOut(text: string, format: Format): Layout {
  const { masked, paragraphs, citations } = formatNamed(format).read(text);
  return { masked, blocks: cutLongBlocks(masked, new BlockReader(masked).read(paragraphs)), citations };
}
