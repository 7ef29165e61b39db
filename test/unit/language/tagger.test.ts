import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagTokens } from '../../../server/src/language/tagger';
import { TAG_NAMES } from '../../../server/src/language/tags';
import { tokenize, tokenText } from '../../../server/src/text/tokens';

/** The tokens of `text`, each with its tag. */
function tagged(text: string): string {
  const tokens = tokenize(text);
  const tags = tagTokens(tokens);
  return Array.from(tags, (tag, i) => `${tokenText(tokens, i)}/${TAG_NAMES[tag]}`).join(' ');
}

describe('parts of speech', () => {
  it.each([
    [
      'The mayor said the bridge would reopen on Friday.',
      'The/DT mayor/NN said/VBD the/DT bridge/NN would/MD reopen/VB on/IN Friday/NNP ./.',
    ],
    ['She did not want to report the new lights.', 'She/PRP did/VBD not/RB want/VB to/TO report/VB the/DT new/JJ lights/NNS ./.'],
    [
      'His report was published by Harlan Voss in Tarn.',
      'His/PRP$ report/NN was/VBD published/VBN by/IN Harlan/NNP Voss/NNP in/IN Tarn/NNP ./.',
    ],
    ['It wasn’t the council’s fault.', 'It/PRP was/VBD n’t/RB the/DT council/NN ’s/POS fault/NN ./.'],
  ])('of %s', (text, expected) => expect(tagged(text)).toBe(expected));

  it.each([
    ['“We lost,” he said.', "“/`` We/PRP lost/VBD ,/, ”/'' he/PRP said/VBD ./."],
    ['"We lost," he said.', '"/`` We/PRP lost/VBD ,/, "/\'\' he/PRP said/VBD ./.'],
    ['the nurses’ union', 'the/DT nurses/NNS ’/POS union/NN'],
    ['$40 (or 8%)', '$/$ 40/CD (/-LRB- or/CC 8/CD %/NN )/-RRB-'],
  ])('of marks and figures: %s', (text, expected) => expect(tagged(text)).toBe(expected));

  it('gives every token of any text a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const tokens = tokenize(text);
        const tags = tagTokens(tokens);
        expect(tags.length).toBe(tokens.length);
        for (const tag of tags) expect(TAG_NAMES[tag]).toBeDefined();
      }),
    );
  });
});
