import lexiconBytes from '../model/lexicon.bin';
import type { Tokens } from '../text/tokens';
import { Lexicon, NO_ENTRIES, readLexicon } from './lexicon';
import { readShapes, type WordShapes } from './word-shapes';

let read: Lexicon | undefined;

/** The lexicon that training counted; read on first use. */
export function lexicon(): Lexicon {
  read ??= new Lexicon(lexiconBytes.length > 0 ? readLexicon(lexiconBytes) : NO_ENTRIES);
  return read;
}

/** Kept for as long as the tokens are: the tagger and the attribution model read the same shapes. */
const known = new WeakMap<Tokens, WordShapes>();

/** The shapes of a block's tokens, read once. */
export function shapesOf(tokens: Tokens): WordShapes {
  let shapes = known.get(tokens);
  if (!shapes) {
    shapes = readShapes(tokens, lexicon());
    known.set(tokens, shapes);
  }
  return shapes;
}
