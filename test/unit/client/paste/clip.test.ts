import { describe, expect, test } from 'vitest';
import { quotedWords } from '../../../../client/src/paste/clip';

const WORDS = 'We will build it by May.';

describe('what is copied', () => {
  test('in a file of the workspace comes with file and line', () => {
    const copied = JSON.stringify({ file: 'file:///paper/sources/talk.txt', line: 14, words: `${WORDS}\r\n` });
    expect(quotedWords({ text: `${WORDS}\n`, copied })).toEqual({
      words: WORDS,
      source: { file: 'file:///paper/sources/talk.txt', line: 14 },
    });
  });

  test('elsewhere since does not', () => {
    const copied = JSON.stringify({ file: 'file:///paper/sources/talk.txt', line: 14, words: 'Something else.' });
    expect(quotedWords({ text: WORDS, copied })).toBeNull();
    for (const noted of ['', 'x', '{}', 'null', '[]']) expect(quotedWords({ text: WORDS, copied: noted })).toBeNull();
  });

  test('with its address behind it comes with that', () => {
    const address = 'https://example.org/story#:~:text=We%20will';
    expect(quotedWords({ text: `“${WORDS}”\n ${address}` })).toEqual({ words: `“${WORDS}”`, source: { address } });
  });

  test('on a web page comes with the page where that is noted, else without', () => {
    const html = `<p>${WORDS}</p>`;
    expect(quotedWords({ text: WORDS, html })).toEqual({ words: WORDS, source: null });
    expect(quotedWords({ text: WORDS, html: `Version:0.9\r\nSourceURL:https://example.org/a\r\n<html>${html}` })?.source).toEqual({
      address: 'https://example.org/a',
    });
    expect(quotedWords({ text: WORDS, html: `<blockquote class="x" cite="https://example.org/b">${html}</blockquote>` })?.source).toEqual({
      address: 'https://example.org/b',
    });
    expect(quotedWords({ text: WORDS, html: `<blockquote cite="javascript:x">${html}</blockquote>` })?.source).toBeNull();
  });

  test('is no quote where it is a word or two, or an address alone', () => {
    expect(quotedWords({ text: 'Port Ellery', html: '<b>Port Ellery</b>' })).toBeNull();
    expect(quotedWords({ text: 'https://example.org/a', html: '<a>x</a>' })).toBeNull();
  });
});
