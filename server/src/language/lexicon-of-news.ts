import lexiconBytes from '../model/lexicon.bin';
import { remembered } from '../text/remembered';
import type { Tokens } from '../text/tokens';
import { Lexicon, NO_ENTRIES, readLexicon } from './lexicon';
import { readShapes, type WordShapes } from './word-shapes';

let read: Lexicon | undefined;

/** The lexicon that training counted; read on first use. */
export function lexicon(): Lexicon {
  read ??= new Lexicon(lexiconBytes.length > 0 ? readLexicon(lexiconBytes) : NO_ENTRIES);
  return read;
}

/** The shapes of a block's tokens, read once: the tagger and the attribution model read the same. */
export const shapesOf = remembered((tokens: Tokens): WordShapes => readShapes(tokens, lexicon()));
