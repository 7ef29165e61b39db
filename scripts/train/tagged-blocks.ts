import { TAG_NAMES, type TagName } from '../../server/src/language/tags';
import { type Tokens, tokenize } from '../../server/src/text/tokens';
import type { TaggedText, TaggedWord } from './corpora';

/** Where a token has no tag to learn from. */
export const NO_TAG = 255;

/** A paragraph in the project's own tokens, with the corpus's tag for each. */
export interface TaggedBlock {
  readonly name: string;
  readonly tokens: Tokens;
  readonly tags: Uint8Array;
}

const NUMBERS = new Map<string, number>(TAG_NAMES.map((name, i) => [name, i]));
NUMBERS.set('HYPH', TAG_NAMES.indexOf(':' satisfies TagName));
NUMBERS.set('NFP', TAG_NAMES.indexOf(':' satisfies TagName));

/**
 * Cuts a text at its line ends and gives each token the tag of the word that takes exactly its place. `silver` texts follow an older convention for
 * the preposition "to", which is left out of them.
 */
export function taggedBlocks({ name, text, words }: TaggedText, silver: boolean): TaggedBlock[] {
  const blocks: TaggedBlock[] = [];
  let w = 0;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const tokens = tokenize(match[0]);
    const tags = new Uint8Array(tokens.length).fill(NO_TAG);
    for (let i = 0; i < tokens.length; i++) {
      const start = (tokens.start[i] ?? 0) + match.index;
      const end = (tokens.end[i] ?? 0) + match.index;
      while ((words[w]?.span[0] ?? Number.POSITIVE_INFINITY) < start) w++;
      const word: TaggedWord | undefined = words[w];
      if (word?.span[0] !== start || word.span[1] !== end) continue;
      if (silver && word.tag === 'TO') continue;
      tags[i] = NUMBERS.get(word.tag) ?? NO_TAG;
    }
    if (tokens.length > 0) blocks.push({ name, tokens, tags });
  }
  return blocks;
}
