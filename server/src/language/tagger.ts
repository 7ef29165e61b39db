import taggerBytes from '../model/tagger.bin';
import type { Tokens } from '../text/tokens';
import { lexicon, shapesOf } from './lexicon-of-news';
import { chooseBy, PerceptronTagger } from './perceptron-tagger';
import type { Tags } from './tags';

let tagger: PerceptronTagger | undefined;

/** The part of speech of each token (how good: model/MODEL.md). Linear; never throws. */
export function tagTokens(tokens: Tokens): Tags {
  tagger ??= new PerceptronTagger(lexicon(), chooseBy(new Int8Array(taggerBytes.buffer, taggerBytes.byteOffset, taggerBytes.byteLength)));
  return tagger.tag(tokens, shapesOf(tokens));
}
