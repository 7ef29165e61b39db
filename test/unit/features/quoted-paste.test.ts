import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnalyseOptions, analyse } from '../../../server/src/article';
import { withoutStops } from '../../../server/src/features/fix-edit';
import { isPastedWords, type PastedWords, quotedPaste } from '../../../server/src/features/quoted-paste';
import { anyArticle } from './any-article';

const HERE = 'file:///paper/news/story.md';
const WORDS = 'We will build it by May.';
const minutes = { file: 'file:///paper/sources/council%20minutes.txt', line: 14 };

const pasted = (quote: PastedWords, text = '', options?: AnalyseOptions, offset = text.length): string | null =>
  quotedPaste(analyse(text, options), HERE, offset, quote);

describe('words that are pasted as a quote', () => {
  test('get marks and the page that they are from', () => {
    const source = { address: 'https://www.example.org/a/b?c' };
    expect(pasted({ words: WORDS, source })).toBe('“We will build it by May.” (https://www.example.org/a/b?c)$0');
    expect(pasted({ words: WORDS, source }, '', { format: 'markdown' })).toBe(
      '“We will build it by May.” ([example.org](https://www.example.org/a/b?c))$0',
    );
  });

  test('get the file and the line that they are from', () => {
    expect(pasted({ words: WORDS, source: minutes })).toBe('“We will build it by May.” (../sources/council minutes.txt:14)$0');
    expect(pasted({ words: WORDS, source: minutes }, '', { format: 'markdown' })).toBe(
      '“We will build it by May.” ([council minutes.txt:14](../sources/council%20minutes.txt#L14))$0',
    );
  });

  test('leave the source to be written where nobody knows it', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
    expect(pasted({ words: WORDS, source: null })).toBe('“We will build it by May.” (${1:source})$0');
    expect(pasted({ words: WORDS, source: { address: 'javascript:alert(1)' } })).not.toContain('javascript');
  });

  test('get the marks that the article uses', () => {
    expect(pasted({ words: WORDS, source: null }, '‘One,’ said Ida. ‘Two,’ said Mia. “Three,” said Bo.\n\n')).toMatch(/^‘We .* May\.’ /);
    expect(pasted({ words: WORDS, source: null }, '"One," said Ida.\n\n')).toMatch(/^"We .* May\." /);
  });

  test('that come in marks do not get them twice', () => {
    expect(pasted({ words: ` "${WORDS}"\n`, source: null })).toMatch(/^“We will build it by May\.” /);
  });

  test('open in each of their paragraphs and close in the last', () => {
    expect(pasted({ words: 'One.\n\nTwo.\nThree.', source: null })).toMatch(/^“One\.\n\n“Two\.\nThree\.” /);
    expect(pasted({ words: '“One.\n\n“Two.”', source: null })).toMatch(/^“One\.\n\n“Two\.” /);
  });

  test('are not quoted within a quote, nor where there are none', () => {
    const text = '“We will build it,” said Ida.';
    expect(pasted({ words: WORDS, source: null }, text, {}, 4)).toBeNull();
    expect(pasted({ words: ' \n ', source: null })).toBeNull();
  });

  test('stay exactly as they are, whatever they hold', () => {
    fc.assert(
      fc.property(anyArticle, (words) => {
        const snippet = pasted({ words, source: minutes });
        if (snippet === null) return;
        const inside = withoutStops(snippet).replace(/ \(\.\.\/sources\/council minutes\.txt:14\)$/, '');
        expect(inside.startsWith('“') && inside.endsWith('”')).toBe(true);
        const kept = inside.slice(1, -1).replace(/((?:\r?\n[ \t]*){2,})“/g, '$1');
        const plain = words.trim();
        expect([plain, plain.slice(1, -1)].map((text) => text.replace(/((?:\r?\n[ \t]*){2,})“/g, '$1'))).toContain(kept);
      }),
    );
  });

  test('come over the wire, where they may be anything', () => {
    for (const value of [
      null,
      1,
      {},
      { words: 1, source: null },
      { words: 'x' },
      { words: 'x', source: {} },
      { words: 'x', source: { file: 'y' } },
    ])
      expect(isPastedWords(value)).toBe(false);
    expect(isPastedWords({ words: 'x', source: null })).toBe(true);
    expect(pasted({ words: WORDS, source: { file: 'not an address', line: 1 } })).not.toContain('address');
  });
});
