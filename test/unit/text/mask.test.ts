import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../../server/src/text/mask';

/** The masked text with runs of spaces shown as one dot, so that a test reads at a glance. */
const shown = (markdown: string): string => mask(markdown, 'markdown').replace(/ {2,}/g, '·');

describe('the mask of Markdown', () => {
  it.each([
    ['emphasis', '**Hale** said *“no”*.', '·Hale·said·“no” .'],
    ['headings', '## A roof that leaks', '·A roof that leaks'],
    ['closed headings', '## A roof ##', '·A roof·'],
    ['links', 'The [report](http://a.example/r "R") says', 'The·report·says'],
    ['reference links', 'The [report][1] says', 'The·report·says'],
    ['images', 'Before ![a porter](p.jpg) after', 'Before·after'],
    ['links by their text', 'The [report] says\n\n[Report]: http://a.example', 'The·report·says\n\n·'],
    ['but not brackets', 'They “[will] go [south]”', 'They “[will] go [south]”'],
    ['automatic links', 'See <http://a.example> now', 'See·now'],
    ['inline code', 'Run `a “b” c` now', 'Run·now'],
    ['HTML', 'A <b>bold</b> claim <!-- note --> here', 'A·bold·claim·here'],
    ['blocks of HTML', '<div>\n“No,” <b>she</b> said.\n</div>', '·\n“No,”·she·said.\n·'],
    ['quotations of HTML', '<q>No,</q> she said', '·“No,”·she said'],
    ['formulas', 'where $x_1 = 2$ holds', 'where·holds'],
    ['footnote marks', 'It fell.[^1] Then', 'It fell.·Then'],
    ['escapes', 'Two \\* three', 'Two·* three'],
    ['strikethrough', 'It ~~never~~ ended', 'It·never·ended'],
    ['list marks', '- one\n- two', '·one\n·two'],
    ['tasks', '- [ ] call her', '·call her'],
    ['block quotes', '> one\n> two', '·one\n·two'],
  ])('%s', (_, markdown, expected) => expect(shown(markdown)).toBe(expected));

  it.each([
    ['fenced code', '```js\nlet a = “b”;\n```'],
    ['indented code', '    let a = “b”;'],
    ['scripts in HTML', '<script>\nlet a = “No”;\n</script>'],
    ['comments', '<!--\n“No,” she said.\n-->'],
    ['reference definitions', '[1]: http://a.example "R"'],
    ['footnotes', '[^1]: Hale, “No”, page 3.\n[^2]: Ruiz.'],
    ['rules', '* * *'],
    ['front matter in YAML', '---\ntitle: “No”\n---'],
    ['front matter in TOML', '+++\ntitle = “No”\n+++'],
  ])('leaves nothing of %s', (_, markdown) => expect(mask(markdown, 'markdown').trim()).toBe(''));

  it('keeps money, and rules that open no front matter', () => {
    expect(mask('It cost $5m, then $10m.', 'markdown')).toBe('It cost $5m, then $10m.');
    expect(mask('---\nHale said no.\n', 'markdown')).toBe('   \nHale said no.\n');
  });

  it('joins the parts of a word around its markup', () => {
    expect(mask('un*thin*kable', 'markdown')).toBe('un\u00adthin\u00adkable');
    expect(mask('*Harbour*’s end', 'markdown')).toBe(' Harbour\u00ad’s end');
  });

  it('reads entities, each mark on the side of the word that it touches', () => {
    expect(mask('&ldquo;No,&rdquo; she said.', 'markdown')).toBe('      “No,”       she said.');
    expect(mask('caf&eacute;s', 'markdown')).toBe(`café${'\u00ad'.repeat(7)}s`);
    expect(mask('R&amp;D &#8212; &unknown;', 'markdown')).toBe(`R&${'\u00ad'.repeat(4)}D —       &unknown;`);
  });

  it('keeps the length, the line ends and nothing new, in any text', () => {
    const pieces = fc.constantFrom(
      '*',
      '_',
      '`',
      '```\n',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '&amp;',
      '$',
      '\\',
      '# ',
      '- ',
      '> ',
      '---\n',
      '|',
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      ' ',
      'a',
      '~~',
      '[^1]',
      '<!--',
      '-->',
      '\ud800',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 50 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const masked = mask(text, 'markdown');
        expect(masked).toHaveLength(text.length);
        expect(masked.replace(/[^\n\r\u2028\u2029]/g, '.')).toBe(text.replace(/[^\n\r\u2028\u2029]/g, '.'));
        const changed = Array.from({ length: text.length }, (_, i) => (masked[i] === text[i] ? ' ' : masked[i])).join('');
        expect(changed).toMatch(/^[ &\u00ad]*$/);
      }),
    );
  });
});

describe('the mask of plain text', () => {
  it('is the text', () => {
    for (const text of ['', 'A *b* `c` <d>', '---\na: b\n---\n', '\u0000\ud800']) expect(mask(text, 'plain')).toBe(text);
  });
});
