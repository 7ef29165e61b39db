import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import type { Format } from '../../../server/src/text/format';
import { findComments } from '../../../server/src/text/formats';

/** What stands in each comment. */
const contents = (text: string, format: Format): string[] => findComments(text, format).map(({ content }) => text.slice(...content));

describe('comments', () => {
  test('of Markdown are those of HTML, in lines of their own and within others', () => {
    expect(contents('# Head <!-- a -->\n\n<!-- b\nc -->\nText <!--d-->, more.\n', 'markdown')).toEqual([' a ', ' b\nc ', 'd']);
  });

  test('of Markdown are none in code', () => {
    expect(contents('`<!-- a -->` and ``<!-- ` -->`` and <!-- b -->', 'markdown')).toEqual([' b ']);
    expect(contents('```html\n<!-- a -->\n```\n\n~~~\n<!-- b -->\n~~~\n<!-- c -->\n', 'markdown')).toEqual([' c ']);
    expect(contents('````\n```\n<!-- a -->\n````\n<!-- b -->', 'markdown')).toEqual([' b ']);
    expect(contents('```\nnever closed <!-- a -->', 'markdown')).toEqual([]);
  });

  test('of Markdown are some where backticks close nothing', () => {
    expect(contents('One ` alone <!-- a -->\n\nand ` another <!-- b -->', 'markdown')).toEqual([' a ', ' b ']);
    expect(contents('```inline``` <!-- a -->', 'markdown')).toEqual([' a ']);
    expect(contents('One ` alone\r\nwith <!-- a --> in ` it <!-- b -->', 'markdown')).toEqual([' b ']);
  });

  test('of plain text are those of HTML, and lines that speak to On Record', () => {
    const text = `<!-- ask Lind -->
// onrecord-disable-line claim/weasel -- why
  # onrecord-enable
He lives at # onrecord-disable, not // onrecord-disable.
Late <!-- onrecord-disable-line -->
// The mayor, on record
An arrow --> and <!-- a mark that nothing closes
`;
    expect(contents(text, 'plain')).toEqual([
      ' ask Lind ',
      'onrecord-disable-line claim/weasel -- why',
      'onrecord-enable',
      ' onrecord-disable-line ',
    ]);
  });

  test('of one kind hold no comments of the other', () => {
    expect(contents('// onrecord-disable <!-- onrecord-enable -->', 'plain')).toEqual(['onrecord-disable <!-- onrecord-enable -->']);
    expect(contents('<!-- a\n// onrecord-disable\nb -->', 'plain')).toEqual([' a\n// onrecord-disable\nb ']);
  });

  test('of any text lie in it, in order, and apart', () => {
    const piece = fc.constantFrom(
      '<!--',
      '-->',
      '`',
      '```',
      '\n',
      '\r\n',
      ' ',
      '~~~',
      '// onrecord-disable',
      'onrecord-enable',
      'x',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<Format>('plain', 'markdown'), (parts, format) => {
        const text = parts.join('');
        let end = 0;
        for (const { span, content } of findComments(text, format)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(content[0]).toBeGreaterThanOrEqual(span[0]);
          expect(content[1]).toBeGreaterThanOrEqual(content[0]);
          end = span[1];
          expect(content[1]).toBeLessThanOrEqual(end);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('an article with comments', () => {
  const story = [
    'Ferry to stay, council says',
    'By Mara Lind',
    'TARNMOUTH, March 3 (Coastal Press) — The ferry will stay, the council said on Monday.',
    '“Nobody wants it gone,” said Ola Brekke, its leader.',
  ];
  const words = (text: string, format: Format) =>
    analyse(text, { format }).blocks.map(({ kind, span }) => `${kind}: ${text.slice(...span)}`);

  test.each(['<!-- onrecord-disable-next-line claim/weasel -- why -->', '// onrecord-disable-next-line', '# onrecord-enable'])(
    'in plain text reads as if %s were not there, wherever it stands',
    (comment) => {
      for (let at = 0; at <= story.length; at++) {
        const paragraphs = story.map((paragraph, index) => (index === at ? `${comment}\n${paragraph}` : paragraph));
        expect(words(paragraphs.join('\n\n'), 'plain')).toEqual(words(story.join('\n\n'), 'plain'));
      }
    },
  );

  test('in Markdown, too', () => {
    const markdown = [`# ${story[0]}`, ...story.slice(1)];
    for (let at = 0; at < story.length; at++) {
      const paragraphs = markdown.map((paragraph, index) =>
        index === at ? `<!-- onrecord-disable-next-line -->\n${paragraph}` : paragraph,
      );
      expect(words(paragraphs.join('\n\n'), 'markdown')).toEqual(words(markdown.join('\n\n'), 'markdown'));
    }
  });

  test('at the end of a line does not read them', () => {
    const text = 'Ferry to stay\n\nThe ferry will stay. <!-- onrecord-disable-line claim/unsourced -- why -->';
    for (const format of ['plain', 'markdown'] as const) {
      expect(words(text, format)).toEqual(words('Ferry to stay\n\nThe ferry will stay.', format));
    }
  });
});
