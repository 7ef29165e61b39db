import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { addressOf, documentLinks, type LinkOptions } from '../../../server/src/features/document-links';
import { Lines } from '../../../server/src/features/lines';
import type { Format } from '../../../server/src/text/format';
import { anyArticle } from './any-article';

const PLACE: LinkOptions = { uri: 'file:///paper/news/story.article', folders: ['file:///paper'], clientLinks: false };

/** The links of a text as `words → target`. */
function linked(text: string, format: Format = 'plain', options: Partial<LinkOptions> = {}): string[] {
  const lines = new Lines(text);
  return documentLinks(analyse(text, { format }), lines, { ...PLACE, ...options }).map(
    ({ range, target }) => `${text.slice(...lines.spanOf(range))} → ${target}`,
  );
}

describe('links', () => {
  test('are web and mail addresses, without the marks of the sentence', () => {
    expect(
      linked('See https://example.org/a_(b)?c=d, www.example.org/x. Or (http://example.org/y)! Write to ida.b@example.co.uk.'),
    ).toEqual([
      'https://example.org/a_(b)?c=d → https://example.org/a_(b)?c=d',
      'www.example.org/x → https://www.example.org/x',
      'http://example.org/y → http://example.org/y',
      'ida.b@example.co.uk → mailto:ida.b@example.co.uk',
    ]);
  });

  test('are Markdown’s, and notes of files and lines, to files of the open folder', () => {
    expect(linked('It [leaks](../sources/minutes.txt#L14), she said (../sources/talk.vtt:9).\n\n[a]: notes.md "Notes"')).toEqual([
      '../sources/minutes.txt#L14 → file:///paper/sources/minutes.txt#L14',
      '../sources/talk.vtt:9 → file:///paper/sources/talk.vtt#L9',
      'notes.md → file:///paper/news/notes.md',
    ]);
  });

  test('lead from a footnote’s mark to its note, and back', () => {
    const text = 'It leaks.[^1] It is old.[^1]\n\n[^1]: The survey.';
    expect(linked(text)).toEqual([
      '[^1] → file:///paper/news/story.article#L3,1',
      '[^1] → file:///paper/news/story.article#L3,1',
      '[^1] → file:///paper/news/story.article#L1,10',
    ]);
    expect(linked('It leaks.[1]\n\n[1] The survey.')).toHaveLength(2);
  });

  test('lead nowhere from a mark without a note, and back from no note without a mark', () => {
    expect(linked('He said that “[it] leaks” in 2019.[2] (See [3].)\n\n[^9]: A note.')).toEqual([]);
  });

  test('leave to the client what it finds itself', () => {
    const text = 'See https://example.org and [this](notes.md), or ida@example.org.[^1]\n\n[^1]: The survey.';
    expect(linked(text, 'markdown', { clientLinks: true })).toEqual([
      'ida@example.org → mailto:ida@example.org',
      '[^1] → file:///paper/news/story.article#L3,1',
      '[^1] → file:///paper/news/story.article#L1,66',
    ]);
    expect(linked(text, 'plain', { clientLinks: true })[0]).toBe('notes.md → file:///paper/news/notes.md');
  });

  test('are none of times, scores and words in brackets', () => {
    expect(linked('The match (10:30) ended 2:1 (Mark 3:16), said @ida [sic] (a.b).')).toEqual([]);
  });
});

describe('a link', () => {
  test.each([
    'command:workbench.action.terminal.new',
    'javascript:alert(1)',
    'data:text/html,x',
    'vscode://x/y',
    'file:///etc/passwd',
    'FILE:/etc/passwd',
    'C:/Windows/system.ini',
    '//host/share',
    '\\\\host\\share',
    '../../etc/passwd',
    '..%2f..%2f..%2fetc/passwd',
    '/../etc/passwd',
    '..\\..\\x',
    'a%00b',
    '%E0%A4%A',
    '#there',
    '',
    'https://',
    'http://example.org/"><img>',
  ])('to %s leads nowhere', (target) => {
    expect(addressOf(target, PLACE)).toBeNull();
  });

  test('stays in the open folder, whatever it is called', () => {
    expect(addressOf('../../paper/x.txt', PLACE)).toBe('file:///paper/x.txt');
    expect(addressOf('../../paper-2/x.txt', PLACE)).toBeNull();
    expect(addressOf('/sources/a%20b.txt', PLACE)).toBe('file:///paper/sources/a%20b.txt');
    expect(addressOf('x.txt#L3,4', PLACE)).toBe('file:///paper/news/x.txt#L3%2C4');
    expect(addressOf('x.txt#<script>', PLACE)).toBe('file:///paper/news/x.txt');
  });

  test('to a file leads nowhere from a draft, or where no folder is open', () => {
    expect(addressOf('x.txt', { ...PLACE, uri: 'untitled:Untitled-1' })).toBeNull();
    expect(addressOf('x.txt', { ...PLACE, folders: [] })).toBeNull();
    expect(addressOf('x.txt', { ...PLACE, uri: 'not an address' })).toBeNull();
  });

  test('lies inside the text, apart from others, and leads to the web, a mail or the folder, for any text', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom('plain', 'markdown'), fc.boolean(), (text, format, clientLinks) => {
        const lines = new Lines(text);
        let last = 0;
        for (const { range, target } of documentLinks(analyse(text, { format }), lines, { ...PLACE, clientLinks })) {
          const [start, end] = lines.spanOf(range);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(target).toMatch(/^(?:https?:\/\/|mailto:|file:\/\/\/paper\/)/);
          last = end;
        }
      }),
    );
  });
});
