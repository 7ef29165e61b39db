import { type ToldBlocks, tellBlocks } from './block-kinds';
import type { Block } from './blocks';
import { changeBetween } from './change';
import type { Format, Reading } from './format';
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

/** How a layout came about. */
interface Making {
  readonly text: string;
  readonly format: Format;
  readonly reading: Reading;
  readonly told: ToldBlocks;
}

/** By its citations, which an article keeps as they are when it becomes more than a layout. */
const makings = new WeakMap<readonly number[], Making>();

/**
 * Reads an article by its format and splits it into its blocks, by its markup and by what each paragraph looks like. Linear; never throws. With an earlier
 * layout, or the article that was made of it, what an edit left alone is taken over; the result is the same with and without.
 */
export function layOut(text: string, format: Format, earlier?: Pick<Layout, 'citations'>): Layout {
  const known = earlier && makings.get(earlier.citations);
  const old = known?.format === format ? known : undefined;
  const reading = formatNamed(format).read(text, old);
  const { masked, paragraphs } = reading;
  const told = tellBlocks(masked, paragraphs, old && { told: old.told, change: changeBetween(old.reading.masked, masked) });
  const citations = [...reading.citations];
  makings.set(citations, { text, format, reading, told });
  return { masked, blocks: cutLongBlocks(masked, told.blocks), citations };
}
