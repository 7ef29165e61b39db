import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { PositionEncoding } from '../../../server/src/features/lines';
import { type Article, createService, type Finding, LEGEND } from '../../../server/src/service';
import type { Span } from '../../../server/src/text/span';
import { anyFormat, hostileText } from './hostile';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 120) };
const encodings: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];
const anyEncoding = fc.constantFrom(...encodings);
const document = { uri: 'file:///paper/a.txt', version: 1 };
const service = (encoding: PositionEncoding) =>
  createService({ encoding, markup: 'markdown', documentChanges: true, snippetEdits: true, createsFiles: true });

/** Every span that an article and its findings have. */
function spansOf(article: Article, findings: readonly Finding[]): Span[] {
  return [
    ...article.blocks.map(({ span }) => span),
    ...article.sentences.map(({ span }) => span),
    ...article.quotes.map(({ span }) => span),
    ...article.attributions.flatMap(({ source, cue, content }) => [...(source ?? []), ...cue, ...content]),
    ...article.entities.flatMap(({ mentions }) => mentions),
    ...article.claims.map(({ span }) => span),
    ...findings.flatMap(({ span, related }) => [span, ...related.map((place) => place.span)]),
  ];
}

/** No span may lie outside a text of this length, or end before it starts. */
function expectInside(spans: readonly Span[], length: number): void {
  expect(spans.filter(([start, end]) => !(start >= 0 && end >= start && end <= length))).toEqual([]);
}

/** Spans come in order, and none reaches into the next. */
function expectApart(spans: readonly Span[]): void {
  expect(spans.filter(([start], i) => start < (spans[i - 1]?.[1] ?? 0))).toEqual([]);
}

describe('of any text at all', () => {
  test('all that is found lies inside it, in order; sentences in blocks, what is said apart from who says it', () => {
    fc.assert(
      fc.property(hostileText, anyFormat, (text, format) => {
        const own = service('utf-16');
        const article = own.analyse(text, { format });
        const findings = own.check(article);
        expectInside(spansOf(article, findings), text.length);
        for (const list of [article.blocks, article.sentences, article.quotes, article.claims]) expectApart(list.map(({ span }) => span));
        for (const { span, block } of article.sentences) {
          const [start, end] = article.blocks[block]?.span ?? [-1, -1];
          expect([span[0] >= start, span[1] <= end]).toEqual([true, true]);
        }
        for (const { source, cue, content } of article.attributions) for (const part of [source ?? [], cue, content]) expectApart(part);
        for (const [f, { span }] of findings.entries()) expect(span[0]).toBeGreaterThanOrEqual(findings[f - 1]?.span[0] ?? 0);
      }),
      runs,
    );
  });

  test('colours lie apart, each on one line and in the legend; a range gives a part of them', () => {
    fc.assert(
      fc.property(hostileText, anyFormat, anyEncoding, fc.nat(), fc.nat(), (text, format, encoding, a, b) => {
        const own = service(encoding);
        const article = own.analyse(text, { format });
        const lines = own.lines(article);
        const data = own.semanticTokens(article);
        expect(data.length % 5).toBe(0);
        let [line, character, end] = [0, 0, 0];
        for (let i = 0; i < data.length; i += 5) {
          const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
          expect([down >= 0, right >= 0, length > 0]).toEqual([true, true, true]);
          line += down;
          character = down > 0 ? right : character + right;
          if (down === 0 && i > 0) expect(character).toBeGreaterThanOrEqual(end);
          end = character + length;
          const [start, stop] = lines.lineSpan(line);
          expect(end).toBeLessThanOrEqual(lines.width(start, stop));
          expect(type).toBeLessThan(LEGEND.tokenTypes.length);
          expect(modifiers).toBeLessThan(1 << LEGEND.tokenModifiers.length);
        }
        const range = lines.rangeOf([Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1)]);
        expect(own.semanticTokens(article, range).length).toBeLessThanOrEqual(data.length);
      }),
      runs,
    );
  });

  test('there is an answer to every question about any place', () => {
    fc.assert(
      fc.property(hostileText, anyFormat, anyEncoding, fc.nat(), fc.nat(), (text, format, encoding, a, b) => {
        const own = service(encoding);
        const article = own.analyse(text, { format });
        const lines = own.lines(article);
        const at = (offset: number) => lines.positionAt(offset % (text.length + 1));
        own.hover(article, at(a));
        const diagnostics = own.diagnostics(article, document.uri);
        const range = { start: at(a), end: at(b) };
        const whole = lines.rangeOf([0, text.length]);
        for (const only of [undefined, [CodeActionKind.Source]])
          for (const action of own.codeActions(article, document, only ? whole : range, { diagnostics, only }))
            for (const change of action.edit?.documentChanges ?? []) if ('edits' in change) expect(change.edits.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('of absurd texts', () => {
  const size = Number(process.env.ABSURD_SIZE ?? 12_000);
  test.each<[string, string]>([
    ['quotation marks alone', '“"‘\''],
    ['marks that open and never close', '(“‘['],
    ['one word', 'a'],
    ['one line of speech', 'Ana Ruiz said that “it” is. '],
    ['white space', ' '],
    ['line ends', '\r'],
    ['emphasis', '**a_'],
    ['links', '[a]('],
    ['combining marks', '\u0301'],
    ['halves of characters', '\ud83d'],
    ['figures', '0'],
    ['apostrophes', "'"],
    ['comments', '<!-- onrecord-disable-line -->'],
  ])('%s: all that is found lies inside', (_, piece) => {
    const text = piece.repeat(size / piece.length);
    const own = service('utf-8');
    for (const format of ['plain', 'markdown', 'html'] as const) {
      const article = own.analyse(text, { format });
      const findings = own.check(article);
      expectInside(spansOf(article, findings), text.length);
      own.semanticTokens(article, undefined, { findings });
    }
  });
});
