import { tagTokens } from '../../server/src/language/tagger';
import { readPolnearTags } from '../train/corpora';
import { gumBlocks } from '../train/language';
import { NO_TAG, type TaggedBlock, taggedBlocks } from '../train/tagged-blocks';
import { type Evaluation, percent } from './evaluation';

/** The share of tokens whose tag is the corpus's. */
function accuracy(blocks: readonly TaggedBlock[]): number {
  let right = 0;
  let all = 0;
  for (const { tokens, tags } of blocks) {
    const found = tagTokens(tokens);
    for (let i = 0; i < tokens.length; i++) {
      if (tags[i] === NO_TAG) continue;
      all++;
      if (tags[i] === found[i]) right++;
    }
  }
  return percent(right, all);
}

/** Parts of speech on documents that training has not seen. */
export const tagging: Evaluation = {
  title: 'Parts of speech',
  measure({ corpora }) {
    const { test } = gumBlocks(corpora);
    const dev = readPolnearTags(corpora, 'dev').flatMap((text) => taggedBlocks(text, true));
    return [
      { key: 'tags.gum', label: 'accuracy, held-out GUM, every genre', value: accuracy(test) },
      {
        key: 'tags.gum-news',
        label: 'accuracy, its news and interviews',
        value: accuracy(test.filter(({ name }) => /_(?:news|interview)_/.test(name))),
      },
      { key: 'tags.polnear', label: 'agreement with polnear/dev’s automatic tags', value: accuracy(dev) },
    ];
  },
};
