import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, renderCard, tidy } from '../../../server/src/features/card';

describe('a card', () => {
  test('sets lines apart, strong words in bold, and a list as a list', () => {
    const card = [[{ words: 'Ana Ruiz', strong: true }, ', ', { words: 'mayor' }], { list: [['one'], ['two']] }];
    expect(renderCard(card, 'markdown').value).toBe('**Ana Ruiz**, mayor\n\n- one\n- two');
    expect(renderCard(card, 'plaintext').value).toBe('Ana Ruiz, mayor\n\n- one\n- two');
  });

  test.each([
    '[click](command:workbench.action.quit)',
    '![pixel](http://tracker.example/p.png)',
    '<a href="javascript:alert(1)">x</a>',
    '<script>alert(1)</script>',
    'https://evil.example/path',
    'www.evil.example',
    'mail me@evil.example',
    '**bold** _em_ `code` ~~gone~~',
    '&lt;b&gt;',
    '$(zap) $\\frac{1}{2}$',
    '# heading',
    '- item',
    '1. item',
    '| a | b |',
    '[ref]: http://evil.example',
    '\\[x](y)',
  ])('keeps the article’s “%s” inert', (words) => {
    const { value } = renderCard([[{ words }]], 'markdown');
    // Every mark that could begin markup stands behind a backslash, and nothing is lost.
    expect(value.replace(/\\[\\`*_{}[\]()<>&#!|~$:@^=/.+-]/g, '')).not.toMatch(/[\\`*_[\]<>&#!|~$@]|:\/\/|^[-+]\s|^\d+\.|www\./);
    expect(value.replace(/\\([\\`*_{}[\]()<>&#!|~$:@^=/.+-])/g, '$1')).toBe(words);
  });

  test('leaves plain sentences as they are, so that they read well raw too', () => {
    expect(escapeMarkdown('Gen. O’Hara’s “well-known” U.S. plan, 2.5 per cent')).toBe('Gen. O’Hara’s “well-known” U.S. plan, 2.5 per cent');
  });

  test('closes up lines and leaves out what is not seen', () => {
    expect(tidy('  one\r\n two\u0000\u202E three\t')).toBe('one two three');
  });

  test('cuts long words between words', () => {
    const long = tidy('many words '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(161);
    expect(long).toMatch(/ words…$| many…$/);
  });

  test('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        for (const kind of ['markdown', 'plaintext'] as const)
          expect(renderCard([[{ words, strong: true }]], kind).value).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
