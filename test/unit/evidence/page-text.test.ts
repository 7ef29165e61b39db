import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_BREAK, readDocument } from '../../../server/src/evidence/document';
import { pageTextOf } from '../../../server/src/evidence/page-text';
import { placeOf } from '../../../server/src/evidence/place';

const documentWith = (...pages: readonly string[]) =>
  readDocument('file:///a/survey.pdf', 'survey.pdf', pages.join(`\n${PAGE_BREAK}`), 'pdf');

describe('the pages of a PDF as a text', () => {
  test('stand one below the other, each under a line that says which it is', () => {
    const { text } = pageTextOf(documentWith('The Pier Survey', 'The timber\nis rotten.', 'Annex'));
    expect(text).toBe('— Page 1 —\n\nThe Pier Survey\n\n— Page 2 —\n\nThe timber\nis rotten.\n\n— Page 3 —\n\nAnnex\n');
  });

  test('have a place for what was found, by line and column', () => {
    const document = documentWith('The Pier Survey', 'The timber\nis rotten.');
    const start = document.source.indexOf('rotten');
    const { page, onPages, start: inFile } = placeOf(document, [start, start + 6]);
    expect(page).toBe(2);
    expect(inFile.line).toBe(0);
    expect([onPages?.start.line, onPages?.start.columns['utf-16'], onPages?.end.columns['utf-16']]).toEqual([7, 3, 9]);
  });

  test('are nothing where a document has none', () => {
    expect(placeOf(readDocument('file:///a.txt', 'a.txt', 'It is rotten.', 'text'), [0, 2]).onPages).toBeNull();
  });

  test('have for every stretch of a page the same words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b ', '\n', 'é', '😀'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), fc.nat(), (pages, which, from, to) => {
        const document = documentWith(...pages);
        const { text, at } = pageTextOf(document);
        const p = which % pages.length;
        const page = (pages[p] ?? '').trimEnd();
        const [start, end] = [from % (page.length + 1), to % (page.length + 1)].sort((a, b) => a - b) as [number, number];
        const first = document.pages[p] ?? 0;
        expect(text.slice(...at([first + start, first + end]))).toBe(page.slice(start, end));
      }),
    );
  });
});
