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

let latest: { readonly tokens: Tokens; readonly shapes: WordShapes } | undefined;

/** The shapes of a block's tokens: the tagger, the attribution model and the weighing of claims read the same, one block after the other. */
export function shapesOf(tokens: Tokens): WordShapes {
  if (latest?.tokens !== tokens) latest = { tokens, shapes: readShapes(tokens, lexicon()) };
  return latest.shapes;
}
