import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_BREAK } from '../../../../server/src/evidence/document';
import { readPdfText } from '../../../../server/src/server/sources/pdf-document';
import { linesOf, pageTexts } from '../../../../server/src/server/sources/pdf-pages';
import { column, type Line, type Making, madePdf } from '../../../made-pdf';

const read = (pages: readonly (readonly Line[])[], making?: Making) => readPdfText(new Uint8Array(madePdf(pages, making)));

describe('the text of a PDF', () => {
  test('has a line for each line and a blank one between paragraphs, and keeps what a line’s end hyphenates', async () => {
    const page = column('The keeper said the lamp was lit at dusk and had burn-', 'ed all night.', '', '“Nobody saw a ship,” she wrote.');
    expect(await read([page])).toEqual({
      pages: ['The keeper said the lamp was lit at dusk and had burn-\ned all night.\n\n“Nobody saw a ship,” she wrote.'],
    });
  });

  test('puts together what stands on one line, and keeps columns apart', async () => {
    const left = column('The first column', 'goes on here.');
    const right = column('The second is', 'another story.').map((line) => ({ ...line, x: 320 }));
    expect(await read([[...left, ...right]])).toEqual({
      pages: ['The first column\ngoes on here.\nThe second is\nanother story.'],
    });
    expect(
      await read([
        [
          { text: 'Rents rose', y: 700 },
          { text: 'by a tenth.', x: 131, y: 700 },
        ],
      ]),
    ).toEqual({ pages: ['Rents rose by a tenth.'] });
  });

  test('goes without the marks of footnotes', async () => {
    const page = [
      { text: 'It cost 23', y: 700 },
      { text: '4', x: 124, y: 704, size: 6 },
      { text: 'million pounds', x: 131, y: 700 },
    ];
    expect(await read([page])).toEqual({ pages: ['It cost 23 million pounds'] });
  });

  test('goes without running heads, feet and page numbers, and keeps what a page alone has', async () => {
    const page = (number: number, ...texts: string[]): Line[] => [
      { text: `Page ${number} of 3`, y: 30 },
      { text: 'Harbour Board – Annual Report', y: 770 },
      ...column(...texts),
    ];
    const pages = [
      page(1, 'Summary', 'The harbour made a loss.', 'Two cranes stand idle.', 'Of its staff a third left.'),
      page(2, 'Traffic', 'Fewer ships called.', 'Ferries carried more.', 'Most were on foot.'),
      page(3, 'Outlook', 'A new quay is planned.', 'It opens in two years.', 'Nobody has said who pays.'),
    ];
    expect(await read(pages)).toEqual({
      pages: [
        'Summary\nThe harbour made a loss.\nTwo cranes stand idle.\nOf its staff a third left.',
        'Traffic\nFewer ships called.\nFerries carried more.\nMost were on foot.',
        'Outlook\nA new quay is planned.\nIt opens in two years.\nNobody has said who pays.',
      ],
    });
  });

  test.each([
    ['locked', () => madePdf([column('Nobody reads this.')], { locked: true })],
    ['no-text', () => madePdf([[], []], { drawn: '0 0 200 200 re f' })],
    ['damaged', () => Buffer.from('This is a letter, and no PDF.')],
    ['damaged', () => new Uint8Array()],
    ['damaged', () => Buffer.from('%PDF-1.7\n%%EOF')],
    ['too-long', () => madePdf(Array.from({ length: 2001 }, () => []))],
  ])('is told of as %s where there is none', async (fault, make) => {
    expect(await readPdfText(new Uint8Array(make()))).toEqual({ fault });
  });

  test('comes, or does not, whatever is broken in a file', async () => {
    const whole = madePdf([column('The lamp was lit.'), column('Nobody saw a ship.')]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const broken = new Uint8Array(whole.subarray(0, end));
          for (const [at, byte] of changes) if (at < end) broken[at] = byte;
          const answer = await readPdfText(broken);
          if ('pages' in answer) expect(answer.pages.join('')).not.toContain(PAGE_BREAK);
          else expect(answer.fault).toMatch(/^(?:damaged|locked|no-text|too-long)$/);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the lines of a page', () => {
  test('hold no page breaks and no control characters, and every letter of the pieces once', () => {
    const piece = fc.record({
      str: fc.string({ maxLength: 8 }),
      transform: fc.tuple(fc.constant(1), fc.constant(0), fc.constant(0), fc.constant(1), fc.double(), fc.double()),
      width: fc.double(),
      height: fc.double(),
      hasEOL: fc.boolean(),
    });
    const letters = (text: string): string => text.replace(/\P{L}/gu, '');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = linesOf(pieces);
        expect(lines.map(({ text }) => letters(text)).join('')).toBe(letters(pieces.map(({ str }) => str).join('')));
        expect(lines.filter(({ text }) => /\p{Cc}/u.test(text))).toEqual([]);
        expect(pageTexts([lines])).toHaveLength(1);
      }),
    );
  });
});
