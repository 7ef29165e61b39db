import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Format } from '../../../server/src/text/format';
import { layOut } from '../../../server/src/text/layout';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 800) };

/** What begins, ends and parts lines, paragraphs and blocks in any format, and what comes near to that. */
const ANYWHERE = [
  'The council voted on Tuesday.', 'Mill Street', 'By Tom Hale', 'LONDON (Reuters) - ', 'a source said', 'Photo: Ana Ruiz/AP', '(AP)', '8:05 PM', '“No,” she said.', 'ANA RUIZ: ',
  'The council of the town voted on Tuesday night to close two', 'of its three libraries in spring, and nobody spoke against it', 'x'.repeat(120), 'He left. '.repeat(400),
  '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\u2028', '\n \t\n', ' ', '   ', '    ', '\t', 'https://example.org', 'www.', '[1]', '](', '²', '“', '”', '<!--', '-->',
  '1', '-', '#', '>', 'a', '.', "'s", '(', ')', '\ufeff', '\u00ad', '\ud800', '😀', '\u0000',
]; // biome-ignore format: one list

const BY_FORMAT: Readonly<Record<Format, readonly string[]>> = {
  plain: ['- ', '* ', '1. ', '2) ', '> ', '• ', '// onrecord-disable-line\n', '# onrecord-disable', 'onrecord-', '\u0085', '\v', '\f', '\n\n'],
  markdown: [
    '- ', '* ', '1. ', '2) ', '> ', '# ', '## ', '\n---\n', '\n===\n', '---\n', '---', '+++\n', 'title: x\n', '[^1]', '[^1]: ', '[town]', '[town]: /x\n', '[Town]:', '[a](b)', '```', '~~~', '\n```\n',
    '\n\n```\n', '`', '**', '_', '*_~['.repeat(70), '$x^2$', '&ldquo;', '&amp;', '\\', '  \n', '| a | b |\n', '|---|---|\n', '- [ ] ', '<p>', '</p>', '<div>\n', '</div>\n', '<q>', '</q>', '<a href="x">', '</a>',
    '<b>', '<script>', '</script>', '<br>', '<', '\n\n    code\n', '\n\n- item\n\n  more\n\n', '> '.repeat(26), ' '.repeat(70), '\n\n', '\n\n',
  ],
  html: [
    '<p>', '</p>', '</p>\n', '<p>\n', '<div>\n', '</div>\n', '</p>\n<p>', '<q>', '<q cite="x">', '</q>', '<h1>', '</h1>\n', '<li>', '<ul>', '</ul>\n', '</li>\n', '<blockquote>', '</blockquote>\n', '<a href="x">',
    '<a href="#fn1">', '</a>', '<b>', '</b>', '<script>', '</script>', '<figcaption>', '</figcaption>\n', '<br>\n', '<br/>', '<', '/', '"', "='", '<head>', '</head>', '<body>\n', '<svg/>', '<title>',
    '<textarea>', '&amp;', '&ldquo;', '&#x', ';', '<![CDATA[', ']]>', '<?x', '<!x>', '</', '</p', '<p ',
  ],
}; // biome-ignore format: lists

/** Texts of one format that are made of a few pieces, which therefore meet each other often, and edits of such a text. */
const scripts = fc.constantFrom<Format>('plain', 'markdown', 'html').chain((format) =>
  fc
    .array(fc.oneof(fc.constantFrom(...ANYWHERE), fc.constantFrom(...BY_FORMAT[format]), fc.string({ unit: 'binary', maxLength: 4 })), {
      minLength: 3,
      maxLength: 25,
    })
    .chain((pieces) => {
      const text = (maxLength: number) => fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
      const edit = fc.record({
        at: fc.nat(),
        remove: fc.constantFrom(0, 0, 1, 1, 2, 5, 40),
        insert: fc.oneof(fc.constant(''), text(3), fc.constantFrom('x', ' ', '\n', '-'), text(20)),
      });
      return fc.record({ format: fc.constant(format), start: text(80), edits: fc.array(edit, { minLength: 1, maxLength: 6 }) });
    }),
);

test('after any edits, a layout by the one before is what it is without', () => {
  fc.assert(
    fc.property(scripts, ({ format, start, edits }) => {
      let text = start;
      let layout = layOut(text, format);
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        layout = layOut(text, format, layout);
        expect(layout).toEqual(layOut(text, format));
      }
    }),
    runs,
  );
});

describe('an edit is read where it is', () => {
  const paragraphs = Array.from({ length: 400 }, (_, i) => `Councillor ${i} spoke for the harbour on Tuesday night, and nobody answered.`);
  const texts: Readonly<Record<Format, string>> = {
    plain: paragraphs.join('\n'),
    markdown: paragraphs.join('\n\n'),
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>\n`).join(''),
  };

  it.each(Object.keys(texts) as Format[])('in %s: the blocks above it are the very ones that were there', (format) => {
    const before = layOut(texts[format], format);
    const after = layOut(texts[format].replace('Councillor 300 spoke', 'Councillor 300 stood and spoke'), format, before);
    expect(after.blocks).toHaveLength(400);
    expect(after.blocks.findIndex((block, i) => block !== before.blocks[i])).toBeGreaterThanOrEqual(298);
  });

  it('and a comment that becomes prose is read with all that it hid', () => {
    const text = 'The council voted.\n\n# onrecord-disable: see [the minutes](https://example.org)\n\nOpponents left.';
    const prose = text.replace('onrecord-', 'record-');
    for (const [before, after] of [
      [text, prose],
      [prose, text],
    ] as const) {
      expect(layOut(after, 'plain', layOut(before, 'plain'))).toEqual(layOut(after, 'plain'));
    }
  });

  it('and another format is read as if nothing were known', () => {
    const text = '# Harbour\n\nNobody *spoke*.';
    expect(layOut(text, 'markdown', layOut(text, 'plain'))).toEqual(layOut(text, 'markdown'));
  });
});
