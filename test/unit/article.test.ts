import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../server/src/article';
import type { Span } from '../../server/src/text/span';
import { loadGoldArticles } from '../fixtures/articles';

/** Pieces that articles are made of, so that random texts meet the rules that real ones do. */
const PIECES = [
  'Ana Ruiz', 'said', ' that ', 'the council', ' “', '” ', '"', '‘', '’', '. ', ', ', '\n\n', '\n', 'LONDON (Reuters) - ', 'He ', 'She added', 'according to ',
  '12 per cent', 'a source', ' rejected the report', 'By Tom Hale', '- item', '# Heading', '> quoted', 'RT quoted her as saying', '\u0000', '\ud800', '😀', '\r\n', '(', ')', ':',
]; // biome-ignore format: one list
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) };

/** An article of more tokens is read for speakers in chapters. */
const LONG = 15_000;

const format = fc.constantFrom('plain' as const, 'markdown' as const);

function allSpans(article: Article): Span[] {
  return [
    ...article.blocks.map(({ span }) => span),
    ...article.sentences.map(({ span }) => span),
    ...article.quotes.map(({ span }) => span),
    ...article.attributions.flatMap(({ source, cue, content }) => [...(source ?? []), ...cue, ...content]),
    ...article.entities.flatMap(({ mentions }) => mentions),
    ...article.claims.map(({ span }) => span),
  ];
}

describe('analyse', () => {
  test('reads any text at all, and every span lies inside it', () => {
    fc.assert(
      fc.property(text, format, (text, format) => {
        for (const [start, end] of allSpans(analyse(text, { format }))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs,
    );
  });

  test('keeps blocks, sentences and quotes in order and apart', () => {
    fc.assert(
      fc.property(text, format, (text, format) => {
        const { blocks, sentences, quotes } = analyse(text, { format });
        for (const items of [blocks, sentences, quotes]) {
          for (const [i, { span }] of items.entries()) expect(span[0]).toBeGreaterThanOrEqual(items[i - 1]?.span[1] ?? 0);
        }
      }),
      runs,
    );
  });

  test('refers only to what is there', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { attributions, entities, quotes, claims } = analyse(text);
        const ids = new Set(attributions.map(({ id }) => id));
        const speakers = new Set(entities.map(({ id }) => id));
        expect(ids.size).toBe(attributions.length);
        expect(speakers.size).toBe(entities.length);
        for (const { speaker, via, candidates } of attributions) {
          if (speaker !== null) expect(speakers).toContain(speaker);
          if (via !== null) expect(ids).toContain(via);
          for (const candidate of candidates) expect(speakers).toContain(candidate.speaker);
        }
        for (const { attribution } of quotes) if (attribution !== null) expect(ids).toContain(attribution);
        for (const { attributions, disputedBy } of claims) for (const id of [...attributions, ...disputedBy]) expect(ids).toContain(id);
      }),
      runs,
    );
  });

  test('after any edits, equals a fresh analysis', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: text });
    fc.assert(
      fc.property(text, format, fc.array(edit, { maxLength: 6 }), (start, format, edits) => {
        let current = start;
        let article = analyse(current, { format });
        for (const { at, remove, insert } of edits) {
          const from = at % (current.length + 1);
          current = current.slice(0, from) + insert + current.slice(from + remove);
          article = analyse(current, { format, previous: article });
          expect(article).toEqual(analyse(current, { format }));
        }
      }),
      runs,
    );
  });

  test('after edits in an article of several chapters, equals a fresh analysis', () => {
    const texts = loadGoldArticles().map(({ text }) => text.trim());
    let current = [...texts, ...texts, ...texts].join('\n\n');
    let article = analyse(current);
    expect(article.blocks.reduce((sum, { analysis }) => sum + analysis.tokens.length, 0)).toBeGreaterThan(LONG);
    const edit = (at: number, remove: number, insert: string): void => {
      const from = current.indexOf(' ', Math.floor(current.length * at));
      current = current.slice(0, from) + insert + current.slice(from + remove);
      article = analyse(current, { previous: article });
    };
    for (const at of [0.1, 0.5, 0.9]) {
      edit(at, 0, 'e');
      edit(at, 0, ' Ana Ruiz said:');
      edit(at, 300, '');
      edit(at, 0, '\n\nThe vote\n\n');
    }
    expect(article).toEqual(analyse(current));
  });

  test('analyses only the blocks that an edit touched', () => {
    const before = analyse('The vote\n\nAna Ruiz said “no”.\n\nTom Hale said “yes”.\n');
    const after = analyse('The vote\n\nAna Ruiz said “never”.\n\nTom Hale said “yes”.\n', { previous: before });
    const reused = after.blocks.map(({ analysis }) => before.blocks.some((block) => block.analysis === analysis));
    expect(reused).toEqual([true, false, true]);
  });
});
