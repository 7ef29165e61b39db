import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { Lines, type PositionEncoding } from '../../../server/src/features/lines';
import { LEGEND, semanticTokens } from '../../../server/src/features/semantic-tokens';
import type { Finding } from '../../../server/src/rules/rule';
import type { Span } from '../../../server/src/text/span';
import { made, spanOf } from './made';

/** The tokens of an article as `type.modifiers: words`. */
function painted(
  article: Article,
  { within, least = 0, encoding, reported = [] }: { within?: Span; least?: number; encoding?: PositionEncoding; reported?: Finding[] } = {},
): string[] {
  const lines = new Lines(article.text, encoding);
  const data = semanticTokens(article, lines, { minimumConfidence: least, findings: reported }, within);
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    character = down > 0 ? right : character + right;
    const start = lines.offsetAt({ line, character });
    const end = lines.offsetAt({ line, character: character + length });
    const name = [LEGEND.tokenTypes[type], ...LEGEND.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join('.');
    tokens.push(`${name}: ${article.text.slice(start, end)}`);
  }
  return tokens;
}

const tram = made('“We will build it,” said Ana Ruiz.\nA source said that it costs 40 million. Work has begun.\n“Why?”', {
  quotes: [{ words: '“We will build it,”', attribution: 'a1' }, { words: '“Why?”' }],
  attributions: [
    { content: '“We will build it,”', cue: 'said', source: 'Ana Ruiz', speaker: 'e1' },
    {
      content: 'that it costs 40 million',
      cue: 'A source said'.slice(9),
      source: 'A source',
      speaker: 'e2',
      kind: 'indirect',
      confidence: 0.5,
    },
  ],
  entities: [{ name: 'Ana Ruiz' }, { name: 'a source', kind: 'anonymous', mentions: ['A source'] }],
  claims: [{ words: 'that it costs 40 million', support: 'anonymous' }, { words: 'Work has begun.' }],
});

/** A finding of `code` on the words. */
const finding = (article: Article, code: string, words: string): Finding => ({
  code,
  severity: 'warning',
  span: spanOf(article.text, words),
  message: '',
  related: [],
});
const onTram = [finding(tram, 'claim/unsourced', 'Work has begun.'), finding(tram, 'quote/unattributed', '“Why?”')];

describe('semantic tokens', () => {
  test('paint quotes, speakers named and unnamed, cues, reported words and claims', () => {
    expect(painted(tram, { reported: onTram })).toEqual([
      'quote: “We will build it,”',
      'cue: said',
      'speaker: Ana Ruiz',
      'anonymousSpeaker: A source',
      'quote.indirect: that it costs 40 million',
      'claim.unsourced: Work has begun.',
      'quote.unattributed: “Why?”',
    ]);
  });

  test('leave out attributions below the least confidence', () => {
    expect(painted(tram, { least: 0.6, reported: onTram })).toEqual([
      'quote: “We will build it,”',
      'cue: said',
      'speaker: Ana Ruiz',
      'claim: that it costs 40 million',
      'claim.unsourced: Work has begun.',
      'quote.unattributed: “Why?”',
    ]);
  });

  test('of a range are those of the whole that touch it', () => {
    expect(painted(tram, { within: spanOf(tram.text, 'source said') })).toEqual(['anonymousSpeaker: A source']);
  });

  test('of the whole are not taken from those of a range', () => {
    const lines = new Lines(tram.text);
    const options = { minimumConfidence: 0, findings: onTram };
    const part = semanticTokens(tram, lines, options, spanOf(tram.text, 'source said'));
    expect(semanticTokens(tram, lines, { ...options, previous: part })).toEqual(semanticTokens(tram, lines, options));
  });

  test('keep to their lines, without the white space at their ends', () => {
    const text = '“One\r\n   two  \n\nthree”';
    expect(painted(made(text, { quotes: [{ words: text, attribution: 'a1' }], attributions: [{ content: text }] }))).toEqual([
      'quote: “One',
      'quote: two',
      'quote: three”',
    ]);
  });

  test('give way to what is smaller and more particular', () => {
    const text = 'Dawn reported that “the pact, Lavrov said, is dead”.';
    const article = made(text, {
      quotes: [{ words: '“the pact, Lavrov said, is dead”', attribution: 'a2' }],
      attributions: [
        { content: 'that “the pact, Lavrov said, is dead”', cue: 'reported', source: 'Dawn', speaker: 'e1', kind: 'mixed' },
        { content: ['“the pact,', 'is dead”'], cue: 'said', source: 'Lavrov', speaker: 'e2', via: 'a1' },
      ],
      entities: [{ name: 'Dawn' }, { name: 'Lavrov' }],
      claims: [{ words: text }],
    });
    expect(painted(article)).toEqual([
      'speaker: Dawn',
      'cue: reported',
      'quote.indirect: that',
      'quote: “the pact,',
      'speaker: Lavrov',
      'cue: said',
      'quote: , is dead”',
      'claim: .',
    ]);
  });

  test('are in order, apart, and within their lines, for any text in any encoding', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '"',
      ' said ',
      'Ana Ruiz',
      '\n',
      '\r\n',
      '😀',
      ' according to ',
      'a source',
      '. ',
      'that ',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('utf-16', 'utf-8', 'utf-32'), (parts, encoding) => {
        const article = analyse(parts.join(''));
        const lines = new Lines(article.text, encoding);
        const data = semanticTokens(article, lines, { minimumConfidence: 0, findings: [] });
        let line = 0;
        let end = 0;
        let lastStart = 0;
        for (let i = 0; i < data.length; i += 5) {
          const [down = 0, right = 0, length = 0] = data.slice(i, i + 5);
          if (down > 0) end = 0;
          line += down;
          const start: number = down > 0 ? right : right + lastStart;
          expect(start).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = start + length;
          lastStart = start;
          const [from, to] = lines.lineSpan(line);
          expect(end).toBeLessThanOrEqual(lines.width(from, to));
        }
      }),
    );
  });

  test('after any edits of text and strokes, are by those before what they are without', () => {
    const pieces = ['“', ' said ', 'Ana', '\n', '\r\n', '\r', '\n\n', '😀', ' ', '   ', '. ', '\u00a0', '\t', '\ud800'];
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    const stroke = fc.record({ at: fc.nat(60), length: fc.nat(14), as: fc.constantFrom('claim', 'cue', 'content', 'source', 'quote') });
    type Stroke = { readonly span: Span; readonly as: string };
    const edit = fc.record({
      at: fc.nat(100),
      remove: fc.constantFrom(0, 0, 1, 2, 9),
      insert: fc.oneof(fc.constantFrom('', 'x', '\n', '\r', ' '), words),
      drop: fc.constantFrom(-1, -1, 0, 1, 2, 3),
      add: fc.array(stroke, { maxLength: 1 }),
    });
    const paintable = (text: string, strokes: readonly Stroke[]): Article => {
      const spansOf = (as: string) => strokes.filter((one) => one.as === as).map(({ span }) => span);
      const none = made(text, { claims: [], quotes: [] });
      const attribution = { ...made('x', { attributions: [{ content: 'x' }] }).attributions[0] } as Article['attributions'][number];
      const quote = { ...made('x', { quotes: [{ words: 'x' }] }).quotes[0] } as Article['quotes'][number];
      const claim = { ...made('x', { claims: [{ words: 'x' }] }).claims[0] } as Article['claims'][number];
      return {
        ...none,
        claims: spansOf('claim').map((span) => ({ ...claim, span })),
        attributions: [{ ...attribution, cue: spansOf('cue'), content: spansOf('content'), source: spansOf('source') }],
        quotes: spansOf('quote').map((span) => ({ ...quote, span })),
      };
    };
    const within = (text: string, { at, length, as }: { at: number; length: number; as: string }): Stroke => {
      const start = Math.min(at, text.length);
      return { span: [start, Math.min(text.length, start + length)], as };
    };
    fc.assert(
      fc.property(
        words,
        fc.array(stroke, { maxLength: 14 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<PositionEncoding>('utf-16', 'utf-8', 'utf-32'),
        (start, drawn, edits, encoding) => {
          const options = { minimumConfidence: 0, findings: [] };
          let text = start;
          let strokes = drawn.map((one) => within(text, one));
          let previous = semanticTokens(paintable(text, strokes), new Lines(text, encoding), options);
          for (const { at, remove, insert, drop, add } of edits) {
            const from = at % (text.length + 1);
            const to = Math.min(text.length, from + remove);
            const by = insert.length - (to - from);
            text = text.slice(0, from) + insert + text.slice(to);
            strokes = strokes
              .filter(({ span }, i) => i !== drop && (span[1] <= from || span[0] >= to))
              .map(({ span, as }) => ({ span: span[0] >= to ? ([span[0] + by, span[1] + by] as const) : span, as }));
            strokes.push(...add.map((one) => within(text, one)));
            const lines = new Lines(text, encoding);
            const article = paintable(text, strokes);
            previous = semanticTokens(article, lines, { ...options, previous });
            expect(previous).toEqual(semanticTokens(article, lines, options));
          }
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });
});
