import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OpenDocument } from '../../../server/src/server/document';

const open = (text: string) => new OpenDocument('file:///a.article', 'article', 1, text, 'utf-16');
const at = (line: number, character: number) => ({ line, character });

describe('an open document', () => {
  test('takes changes one after the other, and knows what they touched', () => {
    const after = open('one\ntwo\nthree').changed(
      [
        { range: { start: at(0, 0), end: at(0, 3) }, text: 'first' },
        { range: { start: at(2, 0), end: at(2, 0) }, text: 'the ' },
      ],
      2,
    );
    expect(after.text).toBe('first\ntwo\nthe three');
    expect(after.version).toBe(2);
    expect(after.touched).toEqual([0, 14]);
  });

  test('takes the whole text anew', () => {
    expect(open('one').changed([{ text: 'two' }], 2)).toMatchObject({ text: 'two', version: 2 });
  });

  test('leaves out changes that make no sense', () => {
    const nonsense = [null, {}, { text: 7 }, { text: 'x', range: { start: {} } }] as unknown as { text: string }[];
    expect(open('one').changed(nonsense, 2)).toMatchObject({ text: 'one', version: 2 });
  });

  test('takes many changes at once as it would one by one, whatever their order', () => {
    const anywhere = fc.record({ line: fc.nat(6), character: fc.nat(8) });
    const change = fc.record({ start: anywhere, end: anywhere, text: fc.stringMatching(/^[a\r\n😀]{0,4}$/u) });
    const texts = fc.stringMatching(/^[ab\r\n😀]{0,30}$/u);
    fc.assert(
      fc.property(texts, fc.array(change, { maxLength: 8 }), fc.boolean(), (text, drawn, descending) => {
        const changes = drawn.map(({ start, end, text }) => ({ range: { start, end }, text }));
        if (descending)
          changes.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
        const oneByOne = changes.reduce((document, change) => document.changed([change], 2), open(text));
        const atOnce = open(text).changed(changes, 2);
        expect(atOnce.text).toBe(oneByOne.text);
        expect(atOnce.lines.count).toBe(open(atOnce.text).lines.count);
      }),
    );
  });

  test('says of any edits what they touched, and nothing outside is different', () => {
    const edit = fc.record({ from: fc.nat(30), length: fc.nat(10), text: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 5, maxLength: 30 }), fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const before = open(text);
        let document = before;
        const changes = edits.map(({ from, length, text: inserted }) => {
          const start = Math.min(from, document.text.length);
          const range = document.lines.rangeOf([start, Math.min(start + length, document.text.length)]);
          document = document.changed([{ range, text: inserted }], 2);
          return { range, text: inserted };
        });
        const after = before.changed(changes, 2);
        expect(after.text).toBe(document.text);
        const [start, end] = after.touched ?? [0, 0];
        expect(after.text.slice(0, start)).toBe(text.slice(0, start));
        const tail = after.text.slice(end);
        expect(text.endsWith(tail)).toBe(true);
      }),
    );
  });
});
