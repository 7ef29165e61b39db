import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf, readDocument } from '../../../server/src/evidence/document';
import { placeOf, plainWords, speakerAt } from '../../../server/src/evidence/place';
import { readWords } from '../../../server/src/evidence/words';
import { documentOf } from './sources';

/** Who says what, in lines: `HALE: We have waited`. */
function turnsIn(name: string, source: string): string[] {
  const document = documentOf(name, source);
  return document.turns.map(({ span, speaker }) => `${speaker}: ${plainWords(document, span)}`);
}

const wordsIn = (text: string): string[] => {
  const words: string[] = [];
  readWords(text, 0, text.length, (word) => words.push(word));
  return words;
};

describe('a transcript', () => {
  test('says who speaks by capitals before a colon, over paragraphs', () => {
    expect(turnsIn('c.txt', 'Present: Tom Hale\n\nMAYOR HALE: Good evening.\n\nShall we?\nDR. MARLOWE (chair): We shall.\n')).toEqual([
      'MAYOR HALE: Good evening. Shall we?',
      'DR. MARLOWE: We shall.',
    ]);
  });

  test('says who speaks by names before a colon that come again', () => {
    const text = 'Tina Marlowe: It broke.\nTom Hale: When?\nTina Marlowe: On Monday. Note: it had been mended.\n';
    expect(turnsIn('c.md', text)).toEqual([
      'Tina Marlowe: It broke.',
      'Tom Hale: When?',
      'Tina Marlowe: On Monday. Note: it had been mended.',
    ]);
  });

  test('of a court has questions and answers', () => {
    expect(turnsIn('t.txt', 'THE COURT: Go on.\nQ. Were you there?\nA. I was, at 3 p.m.\nQ.  Alone?\nA.  Yes.\n')).toEqual([
      'THE COURT: Go on.',
      'Q: Were you there?',
      'A: I was, at 3 p.m.',
      'Q: Alone?',
      'A: Yes.',
    ]);
  });

  test('may have the times before its speakers, and names on lines of their own', () => {
    expect(turnsIn('r.txt', '[00:01:02] HALE: One.\n[00:01:09] MARLOWE: Two.\n')).toEqual(['HALE: One.', 'MARLOWE: Two.']);
    expect(turnsIn('r.txt', 'TOM HALE\nOne.\n\nTINA MARLOWE\nTwo.\n\nTOM HALE\nThree.\n\nTINA MARLOWE\nFour.\n')).toHaveLength(4);
  });

  test('may be bold, in Markdown and in HTML', () => {
    expect(turnsIn('i.md', '**Tina Marlowe:** It *broke*.\n\n**Tom Hale:** When?\n\n**Tina Marlowe:** On Monday.\n')).toEqual([
      'Tina Marlowe: It broke.',
      'Tom Hale: When?',
      'Tina Marlowe: On Monday.',
    ]);
    const page =
      '<html><head><title>HALE: no</title></head><body><p><b>HALE:</b> It&#8217;s &ldquo;old&rdquo;.<p><b>MARLOWE:</b> It is.</body></html>';
    expect(turnsIn('i.html', page)).toEqual(['HALE: It’s “old”.', 'MARLOWE: It is.']);
  });

  test('is none where a report has a colon here and there', () => {
    expect(turnsIn('r.txt', 'Report on the pier\n\nContact: Tom Hale\nCost: four million\nThe board said: no.\n')).toEqual([]);
  });
});

describe('subtitles', () => {
  const VTT = `WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000
<v Tina Marlowe>The pier is
<i>rotten</i> all the way

00:01:04.500 --> 00:01:06.000 align:start
<v Tina Marlowe>from end to end.

00:01:07.000 --> 00:01:09.000
<v Tom Hale>Then close it.
`;

  test('say who speaks by voices, and when', () => {
    expect(turnsIn('r.vtt', VTT)).toEqual(['Tina Marlowe: The pier is rotten all the way from end to end.', 'Tom Hale: Then close it.']);
    const document = documentOf('r.vtt', VTT);
    const at = VTT.indexOf('end to end');
    expect(placeOf(document, [at, at + 10])).toMatchObject({ seconds: 64.5, speaker: 'Tina Marlowe', start: { line: 10 } });
  });

  test('change speakers at dashes, and repeat no line that is still on the screen', () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n- The pier is rotten.\r\n- Then close it.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n- Then close it.\r\nHALE: We can’t.\r\n';
    expect(turnsIn('r.srt', srt)).toEqual(['null: The pier is rotten.', 'null: Then close it.', 'HALE: We can’t.']);
  });
});

describe('words', () => {
  test.each([
    ['on the 3rd, the 21st', 'on the 3rd the 21st'],
    ['The well-known U.S. firm paid $3.4 million', 'the well known us firm paid 3.4 million dollars'],
    ['“Don’t,” he said—twice', "don't he said twice"],
    ['£1,200, 20% and the 1970s', '1200 pounds 20 percent and the 1970s'],
    ['an inter-\nnational, a co-op', 'an international a co op'],
    ['so\u00adft na\u0308ıve', 'soft näıve'],
  ])('of “%s” are %s', (text, words) => {
    expect(wordsIn(text).join(' ')).toBe(words);
  });
});

describe('every document', () => {
  const KINDS = ['text', 'markdown', 'html', 'subtitles'] as const;
  const scraps = fc.constantFrom(
    '<',
    '>',
    '<p>',
    '</b>',
    '<!--',
    '-->',
    '<script>',
    '&amp;',
    '&',
    ';',
    '[',
    ']',
    '00:01 --> ',
    '00:00:01.000 --> 00:00:02.000\n',
    '\n',
    '\r\n',
    '\n\n',
    'HALE: ',
    'Q. ',
    '<v Tom>',
    '- ',
    '“',
    '”',
    '"',
    '’',
    'It broke. ',
    '$3m',
    '\ud800',
    '\0',
    '**',
    '#',
    '...',
  );
  const source = fc.array(fc.oneof(scraps, fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 60 }).map((parts) => parts.join(''));

  test('keeps its length and its words where they are, whatever it holds', () => {
    fc.assert(
      fc.property(source, fc.constantFrom(...KINDS), (written, kind) => {
        const document = readDocument('file:///a', 'a', written, kind);
        expect(document.text).toHaveLength(written.length);
        let last = 0;
        for (const { span } of document.turns) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          last = span[1];
        }
        readWords(document.text, 0, document.text.length, (word, start, end) => {
          expect(word).not.toBe('');
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(written.length);
          const { start: spot } = placeOf(document, [start, end]);
          const line = written.split(/\r\n|\r|\n/)[spot.line] ?? '';
          expect(spot.columns['utf-16']).toBeLessThanOrEqual(line.length + 1);
          speakerAt(document, start);
        });
      }),
    );
  });

  test('is known by the end of its name', () => {
    expect(['a.txt', 'b.MD', 'c.html', 'd.vtt', 'e.srt', 'f.docx', 'g'].map(kindOf)).toEqual([
      'text',
      'markdown',
      'html',
      'subtitles',
      'subtitles',
      null,
      null,
    ]);
  });
});
