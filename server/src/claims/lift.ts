import type { Tags } from '../language/tags';
import type { WordShapes } from '../language/word-shapes';
import type { Sentence } from '../text/sentences';
import { type Tokens, tokenText } from '../text/tokens';
import { mayHaveStake, stakeOf } from './stakes';

/**
 * What a comparison, a share, a trend and the like add to the margin. Debates, on which the weights are trained, are full of comparisons that
 * only applaud; in news each of them is somebody's finding. Chosen as large as four-fold cross-validation allows without loss.
 */
const LIFT = 0.3;

const SPOKEN = /^(?:i|we|me|us|you|our|my|your)$/i;

/** What is added to the margin of a sentence, in the training and at work. Linear. */
export function liftOf(tokens: Tokens, tags: Tags, sentence: Sentence, shapes: WordShapes): number {
  if (!mayHaveStake(tokens, tags, shapes, sentence) || !stakeOf(tokens, tags, sentence)) return 0;
  for (let i = sentence.tokens[0]; i < sentence.tokens[1]; i++) if (SPOKEN.test(tokenText(tokens, i))) return 0;
  return LIFT;
}
