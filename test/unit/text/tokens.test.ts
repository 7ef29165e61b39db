import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, tokenText } from '../../../server/src/text/tokens';

/** The tokens of `text`, a bar between them. */
function split(text: string): string {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.length }, (_, i) => tokenText(tokens, i)).join('|');
}

describe('tokens', () => {
  it.each([
    ['The mayor resigned.', 'The|mayor|resigned|.'],
    ['“It’s over,” she said.', '“|It|’s|over|,|”|she|said|.'],
    ["O'Neill's stay-in wasn't paid", "O'Neill|'s|stay-in|was|n't|paid"],
    ['We can’t, won’t and cannot pay', 'We|ca|n’t|,|wo|n’t|and|can|not|pay'],
    ["They'll say you've lost, he'd add; I'm told they're d'accord", "They|'ll|say|you|'ve|lost|,|he|'d|add|;|I|'m|told|they|'re|d'accord"],
    ['the workers’ union', 'the|workers|’|union'],
    ["THE MAYOR'S PLAN", "THE|MAYOR|'S|PLAN"],
  ])('splits words and clitics: %s', (text, expected) => expect(split(text)).toBe(expected));

  it.each([
    ['Gen. R. Moss of the U.S. Army', 'Gen.|R.|Moss|of|the|U.S.|Army'],
    ['It happened in the U.S.', 'It|happened|in|the|U.S.'],
    ['Ask Mrs. Hale and St. Brannoc Ltd.', 'Ask|Mrs.|Hale|and|St.|Brannoc|Ltd.'],
    ['No. 10 said no.', 'No.|10|said|no|.'],
    ['That was Plan B. she said', 'That|was|Plan|B|.|she|said'],
    ['It ended.Then it began', 'It|ended|.|Then|it|began'],
  ])('knows which full stops belong to a word: %s', (text, expected) => expect(split(text)).toBe(expected));

  it.each([
    ['$1,000.50, or 3.5%', '$|1,000.50|,|or|3.5|%'],
    ['at 10:30, 2015-16', 'at|10:30|,|2015-16'],
    ['Well... no -- wait—yes', 'Well|...|no|--|wait|—|yes'],
    ["``Never,'' he said", "``|Never|,|''|he|said"],
    ['@mirafeld #budget R&D a@example.org', '@mirafeld|#budget|R&D|a@example.org'],
    ['Łukasz Ó Briain naïve 東京', 'Łukasz|Ó|Briain|naïve|東京'],
    ['“Dawn”’s man', '“|Dawn|”|’s|man'],
    ['fine 👍🏽 thanks', 'fine|👍|🏽|thanks'],
  ])('keeps figures, runs and names whole: %s', (text, expected) => expect(split(text)).toBe(expected));

  it('covers every character but white space, in order, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenize(text);
        let at = 0;
        for (let i = 0; i < tokens.length; i++) {
          const [start, end] = [tokens.start[i] ?? -1, tokens.end[i] ?? -1];
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(tokenize(text.slice(at, start)).length).toBe(0);
          at = end;
        }
        expect(tokenize(text.slice(at)).length).toBe(0);
      }),
    );
  });

  it('takes lone surrogates, nulls and nothing', () => {
    expect(split('a \ud800 b\u0000c')).toBe('a|\ud800|b|c');
    expect(split('')).toBe('');
    expect(tokenText(tokenize('a'), 3)).toBe('');
  });
});
