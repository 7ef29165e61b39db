import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lines, type PositionEncoding } from '../../../server/src/features/lines';

const encodings: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];
const text = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\r', 'a', 'é', '“', '😀', '\ud83d', '\ude00'), fc.string({ maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

const spansOf = (lines: Lines) => Array.from({ length: lines.count + 1 }, (_, line) => lines.lineSpan(line));

describe('lines', () => {
  test('of a text with a replacement are those of the new text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(5), text, fc.constantFrom(...encodings), (text, at, length, inserted, encoding) => {
        const from = at % (text.length + 1);
        const to = Math.min(text.length, from + length);
        const after = new Lines(text, encoding).replaced([from, to], inserted);
        const fresh = new Lines(text.slice(0, from) + inserted + text.slice(to), encoding);
        expect(after.text).toBe(fresh.text);
        expect(spansOf(after)).toEqual(spansOf(fresh));
      }),
    );
  });

  test('end at each kind of line end, mixed as they come', () => {
    const lines = new Lines('one\r\ntwo\rthree\nfour\n');
    expect(lines.count).toBe(5);
    expect([0, 1, 2, 3, 4].map((line) => lines.lineSpan(line))).toEqual([
      [0, 3],
      [5, 8],
      [9, 14],
      [15, 19],
      [20, 20],
    ]);
  });

  test.each([
    ['utf-16', 5],
    ['utf-8', 12],
    ['utf-32', 4],
  ] as const)('count characters in %s', (encoding, character) => {
    const lines = new Lines('x\n“é😀” and so on', encoding);
    const offset = 2 + '“é😀”'.length;
    expect(lines.positionAt(offset)).toEqual({ line: 1, character });
    expect(lines.offsetAt({ line: 1, character })).toBe(offset);
  });

  test('count anywhere in a long line what they count from its start', () => {
    const line = `${'é😀a'.repeat(1500)}\ud83d`;
    for (const [encoding, units] of [
      ['utf-8', 7],
      ['utf-32', 3],
    ] as const) {
      const lines = new Lines(`x\n${line}`, encoding);
      for (const times of [1499, 3, 512, 256, 1024, 257, 0])
        expect(lines.positionAt(2 + 4 * times)).toEqual({ line: 1, character: units * times });
      // Inside a character: after it, wherever the counting starts.
      expect(lines.positionAt(2 + 4 * 256 + 2).character).toBe(new Lines('é😀', encoding).positionAt(2).character + units * 256);
    }
  });

  test('take a place past the end of a line, or of the text, for that end', () => {
    for (const encoding of encodings) {
      const lines = new Lines('ab\ncd', encoding);
      expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
      expect(lines.offsetAt({ line: 9, character: 0 })).toBe(5);
      expect(lines.offsetAt({ line: -1, character: 4 })).toBe(0);
      expect(lines.offsetAt({ line: Number.NaN, character: Number.NaN })).toBe(0);
      expect(lines.offsetAt({ line: 1, character: Number.NaN })).toBe(3);
    }
  });

  test('turn a range written backwards round', () => {
    const lines = new Lines('abc');
    expect(lines.spanOf({ start: { line: 0, character: 2 }, end: { line: 0, character: 1 } })).toEqual([1, 2]);
  });

  test('lead back from every position to its offset', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), (text, encoding) => {
        const lines = new Lines(text, encoding);
        let offset = 0;
        for (const character of text) {
          const inLineEnd = character === '\n' && text[offset - 1] === '\r';
          if (!inLineEnd) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
          offset += character.length;
        }
        expect(lines.offsetAt(lines.positionAt(text.length))).toBe(text.length);
      }),
    );
  });
});
