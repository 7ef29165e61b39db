import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removal } from '../../../../server/src/rules/suppression/comment-text';

const COMMENT = '<!-- onrecord-disable-line -->';

/** The text without its first comment. */
function without(text: string): string {
  const start = text.indexOf(COMMENT);
  const { span } = removal(text, [start, start + COMMENT.length]);
  return text.slice(0, span[0]) + text.slice(span[1]);
}

describe('a comment is taken out', () => {
  test.each([
    ['with its line, where it has one', `The ferry.\n \t${COMMENT}\u00a0\nIt is old.`, 'The ferry.\nIt is old.'],
    ['with a line that ends in two units', `The ferry.\r\n${COMMENT}\r\nIt is old.`, 'The ferry.\r\nIt is old.'],
    ['with the last line', `The ferry.\n${COMMENT} `, 'The ferry.\n'],
    ['with the white space before it', `The ferry. \t${COMMENT}\nIt is old.`, 'The ferry.\nIt is old.'],
    ['and nothing before it, where words only follow', `The ferry.\n  ${COMMENT} It is old.`, 'The ferry.\n   It is old.'],
    ['and no comment beside it', `${COMMENT} ${COMMENT}`, ` ${COMMENT}`],
    ['and no space but blanks and tabs', `The ferry.\u00a0 ${COMMENT}`, 'The ferry.\u00a0'],
    ['from behind other space at the beginning', `\u00a0 ${COMMENT} It is old.`, '\u00a0 It is old.'],
  ])('%s', (_, text, left) => expect(without(text)).toBe(left));

  const around = fc.array(fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', '\u00a0', 'a'), { maxLength: 6 }).map((units) => units.join(''));
  test('and no word with it, nor more than one end of a line', () => {
    const ends = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
    fc.assert(
      fc.property(around, around, (before, after) => {
        const left = without(before + COMMENT + after);
        expect(left.replace(/\s/g, '')).toBe((before + after).replace(/\s/g, ''));
        expect(ends(before + COMMENT + after) - ends(left)).toBeLessThan(2);
      }),
      { examples: [['\r', '\n\n']] },
    );
  });
});
