import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../server/src/text/format';
import { layOut } from '../../../server/src/text/layout';

/** The blocks of an article, a line each: its kind and its text. */
function outline(text: string, format: Format = 'plain'): string[] {
  const { masked, blocks } = layOut(text, format);
  return blocks.map(({ kind, span }) => `${kind}: ${masked.slice(...span).replace(/\s+/g, ' ')}`);
}

/** Checks an article written as its outline, whose blocks stand on lines of their own: `kind: text`. */
const check = (...lines: readonly string[]): void =>
  expect(outline(lines.map((line) => line.replace(/^[a-z-]+: /, '')).join('\n\n'))).toEqual(lines);

const BODY = 'paragraph: The council voted on Tuesday to close three libraries in spring.';
const MORE = 'paragraph: Opponents said they would appeal.';

describe('blocks of plain text', () => {
  describe('are told apart', () => {
    it('by blank lines', () => {
      expect(outline('Libraries to close\n\nThe council voted.\n\n\n  \n\nOpponents left.  \n')).toEqual([
        'headline: Libraries to close',
        'paragraph: The council voted.',
        'paragraph: Opponents left.',
      ]);
    });

    it.each([
      ['LF', '\n'],
      ['CR LF', '\r\n'],
      ['CR', '\r'],
      ['line separators', '\u2028'],
      ['paragraph separators', '\u2029'],
    ])('by line ends alone, where each line is a paragraph: %s', (_, end) => {
      const lines = [
        'Libraries to close',
        'The council voted on Tuesday.',
        'Opponents said they would appeal.',
        '“It is theft,” said Ana Ruiz.',
      ];
      expect(outline(lines.join(end)).map((line) => line.replace(/^[a-z]+: /, ''))).toEqual(lines);
    });

    it('not by the line ends of text that was wrapped by hand', () => {
      const article = [
        'Libraries to close',
        '',
        'The council voted on Tuesday to close three of the town’s libraries in',
        'spring, the mayor said, because the roofs leak and nobody has money to',
        'mend them. Opponents left the hall.',
        '',
        'Ana Ruiz, who has run the library on Mill Street for twenty years, said',
        '“the roof has leaked since the day it was built, and people came. They',
        'brought umbrellas.”',
      ].join('\n');
      expect(outline(article).map((line) => line.slice(0, 40))).toEqual([
        'headline: Libraries to close',
        'paragraph: The council voted on Tuesday ',
        'paragraph: Ana Ruiz, who has run the lib',
      ]);
    });

    it('by indented first lines in wrapped text', () => {
      const article = [
        '  The council voted on Tuesday to close three of the town’s libraries in',
        'spring, the mayor said, because the roofs leak and nobody has money to',
        'mend them. Opponents left the hall at nine o’clock, and went home alone.',
        '  Ana Ruiz, who has run the library on Mill Street for twenty years, said',
        'that the roof has leaked since the day it was built.',
      ].join('\n');
      expect(outline(article)).toHaveLength(2);
    });

    it('and a line that starts small goes on with the one before', () => {
      expect(outline('The vote\n\nThe council voted\nto close three libraries.\nThen it left.')).toEqual([
        'headline: The vote',
        'paragraph: The council voted to close three libraries.',
        'paragraph: Then it left.',
      ]);
    });
  });

  describe('start with a headline', () => {
    it.each([
      'headline: Libraries to close',
      'headline: Why did three libraries close?',
      "headline: 'We were robbed': readers on the closures",
      'headline: Minister: We will not yield',
      'headline: TOWN TO LOSE LIBRARIES',
      'headline: 12 libraries close in divided U.S.',
      'headline: Merrow Votes to Close Three Libraries Before Spring.',
    ])('%s', (headline) => check(headline, BODY, MORE));

    it('or at once with a paragraph', () => check(BODY, MORE));
    it('never with two', () => check('headline: Libraries to close', 'subhead: Council blames leaking roofs', BODY));
  });

  describe('know bylines', () => {
    it.each([
      'By Ana Ruiz',
      'By Ana Ruiz and Tom Hale in Port Merrow',
      'BY ANA RUIZ',
      'By Ana Ruiz, Political Editor',
      'By our own correspondent',
      'By staff reporters',
      'By Tom de la Mare and J. K. Moss',
      'Ana Ruiz, Political Editor',
      'Ana Ruiz and Tom Hale, Arts Correspondents',
      'From our correspondent in Port Merrow',
      'From Ana Ruiz in Port Merrow',
      'By Ana Ruiz | Coast Press | Merrow',
      'By Ana Ruiz Political editor',
      'By Ana Ruiz @anaruiz',
      'Words by Ana Ruiz',
      'Live coverage by Ana Ruiz and Tom Hale',
      'Interview by Ana Ruiz',
      'Words and pictures by Ana Ruiz',
    ])('%s', (byline) => check('headline: Libraries to close', `byline: ${byline}`, BODY));

    it('of names alone, above a date', () =>
      check('headline: Libraries to close', 'byline: Ana Ruiz and Tom Hale', 'dateline: 28 October 2021', BODY));
    it('at the end', () => check('headline: Libraries to close', BODY, 'byline: (Reporting by Ana Ruiz; Editing by Tom Hale)'));
    it('but not in a sentence', () => check('headline: Libraries to close', 'paragraph: By Monday the talks had failed.', BODY));
  });

  describe('know datelines, and the paragraph on the same line', () => {
    it.each([
      'MERROW, Oct 28 (Coast News):',
      'MERROW (Coast Press) -',
      'PORT MERROW (CP) —',
      'MERROW, March 3 —',
      'MERROW —',
      'MERROW –',
      'MERROW --',
      'ST. MERROW, Calif. (CP) —',
      'MERROW/HALVA (Coast Press) -',
      'Merrow (Coast Press) —',
      'Port Merrow, Halva (CP) --',
      'MERROW, Halva, 3 October 2021 (Coast Press) –',
      'MERROW, Wednesday —',
      'Merrow —',
    ])('%s', (dateline) => {
      expect(outline(`Libraries to close\n\n${dateline} The council voted.\n\nOpponents left.`)).toEqual([
        'headline: Libraries to close',
        `dateline: ${dateline}`,
        'paragraph: The council voted.',
        'paragraph: Opponents left.',
      ]);
    });

    it.each([
      'Oct. 28, 2021, MERROW',
      'MERROW, Oct. 28',
      'Published 28 October 2021',
      'Tuesday, April 30, 2019',
      'Updated: 3 May 2024, 14:32 BST',
    ])('on a line of its own: %s', (dateline) => check('headline: Libraries to close', `dateline: ${dateline}`, BODY));

    it.each([
      'HALE: We shall see.',
      'BREAKING — The council has voted.',
      'EXCLUSIVE: The council has voted.',
      'Ana Ruiz — the librarian — left.',
      'Libraries — there are three — will close.',
      'In March — the third — she left.',
      'He said: “No.”',
      'The Merrow Library Association (MLA) - founded in 1901 - is angry.',
    ])('but not in %s', (paragraph) => check('headline: Libraries to close', BODY, `paragraph: ${paragraph}`, MORE));
  });

  describe('know captions and their credits', () => {
    it.each([
      ['A porter stands guard at the library in Merrow, October 24, 2021.', '© COAST PRESS / Tom Hale'],
      ['Ana Ruiz (L) and Tom Hale at the hearing.', 'AP Photo/Jo Moss'],
      ['Ana Ruiz, left, at the hearing on Monday.', '(Photo: Jo Moss)'],
      ['The library on Mill Street.', 'Photograph: Jo Moss/Coast Press'],
      ['The library on Mill Street.', 'Jo Moss/Getty Images'],
      ['The library on Mill Street', '(Photo by Jo Moss)'],
      ['FILE PHOTO: The library on Mill Street in 2019.', 'REUTERS/Jo Moss'],
    ])('on one line: %s %s', (caption, credit) => {
      expect(outline(`Libraries to close\n\n${caption} ${credit}\n\nThe council voted.`)).toEqual([
        'headline: Libraries to close',
        `caption: ${caption}`,
        `credit: ${credit}`,
        'paragraph: The council voted.',
      ]);
    });

    it('and an agency’s name under the last paragraph', () =>
      expect(outline(`Libraries to close\n\nThe council voted.\n\nOpponents left. (AP)`).slice(2)).toEqual([
        'paragraph: Opponents left.', 'credit: (AP)',
      ])); // biome-ignore format: one list
    it('on lines of their own', () => {
      check('headline: Libraries to close', BODY, 'caption: The library on Mill Street', 'credit: Image: Jo Moss.', MORE);
      check('headline: Libraries to close', 'caption: Ana Ruiz (right) leaves the hearing.', 'credit: Getty Images', BODY);
      check('headline: Libraries to close', 'caption: Pictured: the library on Mill Street', BODY);
    });

    it.each([
      'The firm, founded with the Coast Press (CP), has closed.',
      'The photo by her bed was of the library.',
      'She looks on as her daughter reads.',
      'The trust bought it from Getty Images.',
      'He wrote for AFP',
    ])('but not in %s', (paragraph) =>
      expect(outline(`Libraries to close\n\n${BODY}\n\n${paragraph}\n\n${MORE}`)[2]).not.toMatch(/^(?:caption|credit)/),
    );
  });

  describe('know subheads, items, pull quotes and turns', () => {
    it('subheads', () => {
      check('headline: Libraries to close', BODY, 'subhead: A roof that leaks', MORE, 'subhead: What happens now?', MORE);
      check('headline: Libraries to close', BODY, 'subhead: “A very long night”', MORE);
      check('headline: Libraries to close', BODY, 'subhead: 14:32 BST', MORE, 'subhead: 2.15pm', MORE);
    });

    it('no subheads in what is a speech, in marks of any style', () => {
      for (const said of [
        '“The flights would stop.”',
        '„The flights would stop.“',
        '»The flights would stop.«',
        '«I sell carpets. Reza Hale, 58',
        '‘I sell carpets. Reza Hale, 58',
      ])
        check('headline: Libraries to close', BODY, `paragraph: ${said}`, MORE);
    });

    it('no subheads in what is cut short, introduces, or ends the article', () => {
      check('headline: Libraries to close', BODY, 'paragraph: This is what she said:', MORE);
      check('headline: Libraries to close', BODY, 'paragraph: ENDS');
      check('headline: Libraries to close', BODY, 'paragraph: “No,” she said, “never”, and turned to the window to look at the rain', MORE);
    });

    it('turns of interviews and transcripts are paragraphs', () => {
      check(
        'headline: An hour with Ana Ruiz',
        'paragraph: Q: Why the roof?',
        'paragraph: A: It leaks',
        'paragraph: RUIZ: It leaks',
        'paragraph: Tom Hale: Does it',
        MORE,
      );
    });

    it('items of lists, without their marks', () => {
      expect(
        outline(
          'Libraries to close\n\nThree will go:\n- Mill Street\n- The Weir\n• Harbour Row\n1. Opening hours\n2) Staff\n\nThat is all.',
        ),
      ).toEqual([
        'headline: Libraries to close',
        'paragraph: Three will go:',
        'list-item: Mill Street',
        'list-item: The Weir',
        'list-item: Harbour Row',
        'list-item: Opening hours',
        'list-item: Staff',
        'paragraph: That is all.',
      ]);
    });

    it('pull quotes', () => {
      expect(outline('Libraries to close\n\nIt rained.\n\n> The roof has always leaked\n\nIt still does.')[2]).toBe(
        'pull-quote: The roof has always leaked',
      );
    });

    it('no items in years, figures, negative numbers, dashes of speech', () => {
      for (const line of ['1984 was dry.', '3.5 per cent left.', '-5 degrees in March.', '— No, she said.', '–', '-']) {
        expect(outline(`It rained.\n\n${line}\n\nIt still does.`)[1]).toBe(`paragraph: ${line}`);
      }
    });
  });

  it('read a wire story whole', () => {
    const story = [
      'Merrow votes to close libraries',
      'By Ana Ruiz and Tom Hale',
      'A porter stands guard at the library in Merrow, Oct. 24, 2021. REUTERS/Jo Moss',
      'MERROW, Oct 28 (Coast Press) - The council voted on Tuesday to close three libraries.',
      '“It is theft,” said Jo Moss, who lives opposite.',
      'LEAKING ROOFS',
      'The mayor said the roofs leak.',
      '(Reporting by Ana Ruiz; Editing by Tom Hale)',
    ];
    expect(outline(story.join('\n\n')).map((line) => line.split(':')[0])).toEqual(
      ['headline', 'byline', 'caption', 'credit', 'dateline', 'paragraph', 'paragraph', 'subhead', 'paragraph', 'byline'],
    ); // biome-ignore format: one list
    expect(outline(story.join('\n'))).toEqual(outline(story.join('\n\n')));
  });
});

describe('blocks of Markdown', () => {
  it('have the kinds that the markup gives them', () => {
    const article = [
      '---', 'title: Libraries', '---', '',
      '# Libraries to close', '', '*By Ana Ruiz*', '', '![A porter](porter.jpg)', '', '**MERROW (CP) —** The council voted', 'on Tuesday.', '',
      '## A roof that leaks', '', '- Mill Street', '- The *Weir*', '', '1. Hours', '', '> The roof has always leaked.', '', 'Rain', '----', '', 'It rained.',
    ].join('\n'); // biome-ignore format: one list
    expect(outline(article, 'markdown')).toEqual([
      'headline: Libraries to close',
      'byline: By Ana Ruiz',
      'dateline: MERROW (CP) —',
      'paragraph: The council voted on Tuesday.',
      'subhead: A roof that leaks',
      'list-item: Mill Street',
      'list-item: The Weir',
      'list-item: Hours',
      'pull-quote: The roof has always leaked.',
      'subhead: Rain',
      'paragraph: It rained.',
    ]);
  });

  it('part at hard line breaks and table cells', () => {
    expect(outline('Q: Why?  \nA: It leaks.\\\nQ: Oh.', 'markdown')).toEqual([
      'paragraph: Q: Why?',
      'paragraph: A: It leaks.',
      'paragraph: Q: Oh.',
    ]);
    expect(outline('| Town | Libraries |\n| --- | --- |\n| Merrow | Three |', 'markdown')).toHaveLength(4);
  });

  it('leave out what is no prose', () => {
    expect(
      outline('```\nlet a = “b”\n```\n\n    indented\n\n<svg>\nhtml\n</svg>\n\n[a]: http://a.example\n\n***\n\n$$\nx^2\n$$', 'markdown'),
    ).toEqual([]);
  });
});

describe('blocks of any text', () => {
  const pieces = fc.constantFrom(
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u2028',
    ' ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '*',
    'By Ana',
    'MERROW (CP) — ',
    '© X',
    '“',
    'said',
    'A. ',
    '.',
    '\t',
    '\u0000',
    '\ud800',
    '```',
    '---',
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 50 }).map((parts) => parts.join(''));

  it('are in order, apart, trimmed, and cover all of plain text but the marks of lists and pull quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { masked, blocks } = layOut(text, 'plain');
        let at = 0;
        let outside = '';
        for (const { span } of blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(at);
          expect(span[1]).toBeGreaterThan(span[0]);
          outside += masked.slice(at, span[0]);
          at = span[1];
        }
        outside += masked.slice(at);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are white space to the tokens
        expect(outside.replace(/(?<![^\s\0-\x1f])(?:[-–*+•>]|\d{1,3}[.)])/g, '').replace(/[\s\0-\x20\x7f-\x9f\u200b\ufeff]/g, '')).toBe('');
      }),
    );
  });

  it('are in order and apart in Markdown', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { span } of layOut(text, 'markdown').blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(at);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          at = span[1];
        }
      }),
    );
  });
});
