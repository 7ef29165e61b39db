import { ownCopy } from '../text/remembered';
import type { WeighedBlock } from './holders';
import type { KeywordNumbers, Numbering } from './keyword-numbers';

interface Known {
  readonly numbering: Numbering;
  /** The block as the writer wrote it. */
  readonly written: string;
  readonly numbers: (KeywordNumbers | undefined)[];
}

/** Blocks outlive the edits to others, so that the words of nearly all sentences are known. */
const known = new WeakMap<WeighedBlock, Known>();

/**
 * The keywords of a block's sentences, each read when it is first asked for. `text` is the article as the writer wrote it, where the block stands at `offset`;
 * null where nothing is masked in it.
 */
export function keywordsIn(block: WeighedBlock, text: string | null, offset: number, numbering: Numbering): (s: number) => KeywordNumbers {
  let read = known.get(block);
  if (
    !read ||
    read.numbering !== numbering ||
    !(text === null ? read.written === block.tokens.text : text.startsWith(read.written, offset))
  ) {
    const { length } = block.tokens.text;
    read = { numbering, written: text === null ? block.tokens.text : ownCopy(text.slice(offset, offset + length)), numbers: [] };
    known.set(block, read);
  }
  const { written, numbers } = read;
  return (s) => {
    const [start, end] = block.sentences[s]?.span ?? [0, 0];
    numbers[s] ??= numbering.of(written.slice(start, end));
    return numbers[s];
  };
}
