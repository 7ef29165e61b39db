import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../server/src/text/sentences';
import { tokenize } from '../../../server/src/text/tokens';

/** Checks a text whose sentences are parted by bars; a bar with no space beside it parts what no space parts. */
function check(marked: string): void {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|', '');
  const sentences = splitSentences(tokenize(text));
  const parts = sentences.map(
    ({ span: [start, end] }, i) => (i === 0 ? '' : text.slice(start - 1, start) === ' ' ? ' | ' : '|') + text.slice(start, end),
  );
  expect(parts.join('')).toBe(marked);
}

describe('sentences', () => {
  describe('end at full stops, question marks, exclamation marks', () => {
    it.each([
      'The vote passed. | Nobody clapped.',
      'Who paid? | The town did! | It always does.',
      'What?! | Nobody knew.',
      'It passed by 12 votes. | 9 members left. | “Good.” | (So she said.) | $3m is gone.',
      'The vote passed.',
      'No stop at all',
      'It closed in 1984. | The roof fell in.',
      'He ran 3.5 km in 12.30 minutes, at 4.5 per cent. | Then he fell.',
    ])('%s', check);
  });

  describe('go on after abbreviations', () => {
    it.each([
      'Gen. Moss met Sen. Hale and Mrs. Ruiz at St. Brannoc.',
      'Dr. J. K. Moss of the U.S. Army said No. 10 was closed. | It was.',
      'Hale v. Moss, Hale vs. Moss and Ruiz et al. were heard together.',
      'On Oct. 28 and Jan. 3 it rained. | On Feb. 4 it snowed.',
      'It rained at 9 a.m. Monday and 10 p.m. EST Tuesday.',
      'Brine Inc. Chairman Tom Hale left Salt Co. Ltd. on Friday.',
      'Tools, e.g. hammers, i.e. Hale’s, were found, cf. p. 12 and vol. 3.',
      'The U.S. Senate and the U.K. Treasury agreed.',
      'He studied at the Univ. of Merrow, Calif. in May.',
      'Tom Hale Jr. won. | Jo Moss Sr. lost.',
      'The Coast (Merrow, Calif.) Herald reported it.',
      'MERROW, N.H. (CP) — It rained.',
      'Mr. Hale, Ms. Ruiz, Messrs. Moss and Rev. Dunn came.',
    ])('%s', check);
  });

  describe('end at abbreviations where a sentence starts', () => {
    it.each([
      'It happened in the U.S. | The court agreed.',
      'The shop opens at 9 a.m. | Buses run all day.',
      'She works for Brine Inc. | He does not.',
      'They sold nets, ropes, etc. | Nobody bought them.',
      'He lives in Washington, D.C. | “I like it,” he said.',
      'That was plan B. | She had no other.',
      'He knew what she and I knew. | It was little.',
    ])('%s', check);
  });

  describe('take in what closes after the stop', () => {
    it.each([
      '“It is over.” | Nobody clapped.',
      '"It is over." | Nobody clapped.',
      '‘It is over.’ | Nobody clapped.',
      '(It was over.) | Nobody clapped.',
      'She said: “He told me ‘never.’” | Nobody clapped.',
      '«It is over.» | Nobody clapped.',
      '“It is over!” | “Is it?” | “It is.”',
      'He sold it.[1] | Nobody knew.',
      'It bore the initials „R.S.“ | Nobody clapped.',
      '„It is over.“ | „Is it?“',
      '‚It is over.‘ | Nobody clapped.',
      '»It is over.« | Nobody clapped.',
      'It is over.|“Nobody clapped.”',
    ])('%s', check);
  });

  describe('hold a quotation with its attribution', () => {
    it.each([
      '“It’s over,” she said. | “We lost.”',
      '“Is it over?” he asked. | “Yes!” she said.',
      '“Is it over?” Ana Ruiz asked. | The room was still.',
      '“Is it over?” asked Ana Ruiz.',
      '"Is it over?" the mayor of Merrow asked. | Nobody knew.',
      '“It is over!” Hale, the mayor, shouted.',
      '“One. | Two. | Three,” he said.',
      '“Who pays? | You do,” she said.',
      '“It is over.” she said.',
      '“It is over.” | Moss said that he would stay on.',
      '“It’s over.” | Hale replied: “It is not.”',
      '“It’s over.” | Hale replied, “It is not.”',
      '“It’s over!” | Mr. Hale added: “For now.”',
      '“It’s over.” | Asked why, he left.',
      '“It’s over.” Hale said.',
      '“It’s over…” he said.',
      'Ruiz said: “It is over.” | Hale left.',
      '“If it stops,” said Hale, “we starve.” | He left.',
      '“Never!” | The crowd roared.',
      '“Is it over?” I asked. | “Is it?” | He said nothing.',
    ])('%s', check);
  });

  describe('know ellipses', () => {
    it.each([
      'Well… it is over.',
      'Well ... it is over.',
      'Well . . . it is over.',
      'It is over… | The room was still.',
      'It is over. . . . | The room was still.',
      'It was ... I think ... over.',
      '“… and so it ended.”',
      '“It ended ...” | The room was still.',
    ])('%s', check);
  });

  describe('rarely start small', () => {
    it.each([
      'He called it Yahoo! and laughed.',
      'She asked why? and left.',
      'The word ended. and went on.',
      'It ended. | “we were there,” he said.',
    ])('%s', check);
  });

  describe('part where the space is missing, but not in names', () => {
    it.each([
      'It ended.|The next day it rained.',
      'It ended!|Nobody knew.',
      'See example.com and www.example.org/A.B for more.',
      'Write to J.Moss@example.org or @moss.b today.',
      'He said “no.”|The room was still.',
      'He said "no."|The room was still.',
      'It ended.|"Then it rained," he said.',
    ])('%s', check);
  });

  describe('end in other scripts too', () => {
    it.each(['会議は終わった。|誰も拍手しなかった。', 'انتهى الاجتماع؟ | لم يصفق أحد.', 'Было поздно. | Никто не знал.'])('%s', check);
  });

  it('are none in an empty block', () => expect(splitSentences(tokenize(' \n'))).toEqual([]));

  it('share out all tokens of any block, in order', () => {
    const pieces = fc.constantFrom(
      '. ',
      '.',
      '?',
      '! ',
      '…',
      '...',
      '”',
      '“',
      '"',
      ' ',
      'A',
      'a',
      'U.S.',
      'Mr. ',
      'said',
      '(',
      ')',
      '。',
      '\n',
      '1',
      '\ud800',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(text);
        let next = 0;
        for (const sentence of splitSentences(tokens)) {
          const [first, last] = sentence.tokens;
          expect(first).toBe(next);
          expect(last).toBeGreaterThan(first);
          expect(sentence.span).toEqual([tokens.start[first], tokens.end[last - 1]]);
          next = last;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });
});
