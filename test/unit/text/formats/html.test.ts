import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../../server/src/article';
import { html } from '../../../../server/src/text/formats/html';
import { layOut } from '../../../../server/src/text/layout';

/** The masked text with runs of spaces shown as one dot, so that a test reads at a glance. */
const shown = (text: string): string => html.read(text).masked.replace(/ {2,}/g, '·');
/** The blocks, a line each: kind and text. */
const outline = (text: string): string[] => {
  const { masked, blocks } = layOut(text, 'html');
  return blocks.map(
    ({ kind, span }) =>
      `${kind}: ${masked
        .slice(...span)
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ')}`,
  );
};
/** The text before each citation. */
const citedAfter = (text: string): string[] => html.read(text).citations.map((at) => /\S*$/.exec(text.slice(0, at))?.[0] ?? '');

describe('HTML', () => {
  test.each([
    ['tags', '<b>Hale</b> said <i class="x">no</i>.', '·Hale·said·no·.'],
    ['comments', 'A <!-- “note” --> here', 'A·here'],
    ['scripts', 'A <script>let a = “<b>”;</script> here', 'A·here'],
    [
      'styles, templates, code and pictures in letters',
      '<style>p{}</style>A<template><p>b</p></template> c <code>d</code> e <svg><text>f</text></svg>',
      '·A·c·e·',
    ],
    ['what nests in what is hidden', '<nav>a <nav>b</nav> c</nav> d', '·d'],
    ['the head', '<html><head><title>T</title><meta name="a" content="b"></head><body>B</body></html>', '·B·'],
    ['a head that is never closed', '<head><link rel="x"><body>B', '·B'],
    ['entities', '&ldquo;No&rdquo; R&amp;D 5&nbsp;m &euro;5 &#x2014; &#8217;', '·“No”·R&\u00ad\u00ad\u00ad\u00adD 5\u00a0·m €·5 —·’·'],
    ['marks that are none', '3 < 4 & 5 > 4 &bogus;', '3 < 4 & 5 > 4 &bogus;'],
    ['quotations', '<q>No,</q> she said', '·“No,”·she said'],
    ['quotations inside quotations', '<q>He said <q>no</q> twice</q>', '·“He said·‘no’·twice”·'],
    ['notes', 'It fell.<sup><a href="#fn1">1</a></sup> Then', 'It fell.·Then'],
    ['declarations', '<!DOCTYPE html>\n<p>A', '·\n·A'],
  ])('masks %s', (_, text, expected) => expect(shown(text)).toBe(expected));

  test('joins the parts of a word around a tag', () => {
    expect(html.read('un<i>thin</i>kable <b>Harbour</b>’s').masked).toBe(
      `un${'\u00ad'.repeat(3)}thin${'\u00ad'.repeat(4)}kable    Harbour${'\u00ad'.repeat(4)}’s`,
    );
  });

  test('tells blocks by their elements', () => {
    expect(
      outline(`<article><h1>Libraries to close</h1><p class="byline">By Ana Ruiz</p>
<figure><img src="a.jpg" alt="“x”"><figcaption>The library at Holm Bay.</figcaption></figure>
<p>The council voted on <em>Tuesday</em>
to close three libraries.<p>Opponents left.
<h2>What now</h2>
<ul><li>One is kept.<li>Two are sold.</ul>
<blockquote><p>It is theft.</p></blockquote>
<div>Read on<br>tomorrow.</div></article>`),
    ).toEqual([
      'headline: Libraries to close',
      'byline: By Ana Ruiz',
      'caption: The library at Holm Bay.',
      'paragraph: The council voted on Tuesday to close three libraries.',
      'paragraph: Opponents left.',
      'subhead: What now',
      'list-item: One is kept.',
      'list-item: Two are sold.',
      'pull-quote: It is theft.',
      'subhead: Read on',
      'paragraph: tomorrow.',
    ]);
  });

  test.each([
    ['links', '<p>The town <a href="https://a.example/r">paid twice</a>.', ['twice']],
    ['links that open a sentence', '<p>It fell. <a href="/report.pdf">A report</a> says so.', ['report']],
    ['notes', '<p>It fell.<sup><a href="#fn1">1</a></sup> Then it rose.', ['fell.']],
    ['addresses to be seen', '<p>See https://a.example now', ['']],
    ['quotations with their source', '<p>He said <q cite="https://a.example">no</q>.', ['']],
  ])('takes for citations: %s', (_, text, words) => {
    expect(citedAfter(text).map((word) => word.replace(/^.*>/, ''))).toEqual(words);
  });

  test.each([
    '<p>To <a href="#top">the top</a>.',
    '<p>Write to <a href="mailto:a@b.example">us</a>.',
    '<p>A <img src="https://a.example/b.jpg"> picture',
    '<script src="https://a.example/x.js"></script>',
  ])('takes for no citation: %s', (text) => expect(html.read(text).citations).toEqual([]));

  test('knows its comments, outside scripts', () => {
    const text = '<p>a<!-- b --><script>"<!-- c -->"</script><!--d--><!-- e';
    expect(html.comments(text).map(({ content }) => text.slice(...content))).toEqual([' b ', 'd', ' e']);
  });

  test('says who said what, at the places where it stands', () => {
    const text =
      '<h1>Ferry to return</h1>\n<p>&ldquo;We <em>promised</em> the islanders a boat,&rdquo; Mayor <b>Ana Ruiz</b> told reporters.</p>';
    const { attributions, quotes } = analyse(text, { format: 'html' });
    expect(quotes.map(({ span }) => text.slice(...span))).toEqual([';We <em>promised</em> the islanders a boat,&']);
    expect(attributions.map(({ source }) => source?.map((span) => text.slice(...span)))).toEqual([['Mayor <b>Ana Ruiz']]);
  });

  test('keeps the length, the line ends and the words, and never throws, in any text', () => {
    const pieces = fc.constantFrom(
      '<p>', '</p>', '<q>', '</q>', '<b', '>', '<', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '&amp;', '&ldquo;', '&#10;', '&#128512;', '&',
      '<script>', '</script>', '<title>', '<svg/>', '<li>', '<ul>', '</ul>', '<blockquote>', '<a href="', '#fn1">', 'https://a.b', '"', '\n', '\r', '\r\n', '\u2028',
      ' ', 'word', '“', '”', '\ud800', '\u0000', '<head>', '<body>', '<br>', '<template>', '<plaintext>',
    ); // biome-ignore format: one list
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { masked, paragraphs, citations } = html.read(text);
        expect(masked.length).toBe(text.length);
        expect(masked.replace(/[^\r\n\u2028]/g, ' ')).toBe(text.replace(/[^\r\n\u2028]/g, ' '));
        for (const [at, unit] of [...masked].entries()) {
          // Letters stand where they stood; nothing is made up but what entities and quotations mean.
          if (/[a-z]/.test(unit) && [...masked].length === masked.length) expect(text[at]).toBe(unit);
        }
        let end = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          expect(paragraph.end).toBeGreaterThan(paragraph.start);
          end = paragraph.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect([...citations].sort((a, b) => a - b)).toEqual(citations);
        for (const [start, stop] of html.tags?.(text) ?? []) expect(stop).toBeGreaterThan(start);
        html.comments(text);
      }),
    );
  });

  test.each([
    ['open tags', '<div>'],
    ['closing tags', '</x>'],
    ['openings of tags', '<'],
    ['openings of comments', '<!--'],
    ['quotations', '<q>'],
    ['hidden elements', '<nav>'],
    ['entities', '&amp;'],
    ['starts of entities', '&'],
    ['links', '<a href="x">'],
    ['attributes', '<p a '],
  ])('reads a megabyte of them before this test loses its patience: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(html.read(text).masked.length).toBe(text.length);
    expect(html.comments(text).length).toBeLessThan(text.length);
  });
});
