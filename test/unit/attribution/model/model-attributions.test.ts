import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAttributions, type ModelAttribution } from '../../../../server/src/attribution/model/model-attributions';
import { findQuotes } from '../../../../server/src/attribution/quotes';
import { tagTokens } from '../../../../server/src/language/tagger';
import { splitSentences } from '../../../../server/src/text/sentences';
import { tokenize } from '../../../../server/src/text/tokens';

function extract(text: string): ModelAttribution[] {
  const tokens = tokenize(text);
  return extractAttributions({
    tokens,
    tags: tagTokens(tokens),
    sentences: splitSentences(tokens),
    quotes: findQuotes(tokens, 'paragraph', null).quotes,
  });
}

/** What is found, a line each: `source | cue | content`. */
const lines = (text: string): string[] =>
  extract(text).map(({ source, cue, content }) =>
    [source ?? [], cue, content].map((spans) => spans.map((span) => text.slice(...span)).join(' … ')).join(' | '),
  );

describe('the attribution model', () => {
  it.each([
    ['“We will rebuild the pier,” Mayor Orla Finch said on Tuesday.', ['Mayor Orla Finch | said | “We will rebuild the pier,”']],
    ['The coroner said the driver had not been drinking.', ['The coroner | said | the driver had not been drinking']],
    ['According to Ms Hale, the ferry had been late for weeks.', ['Ms Hale | According to | the ferry had been late for weeks']],
    ['The bridge opened in 1912 and carries four lanes of traffic.', []],
  ])('finds who said what in: %s', (text, expected) => expect(lines(text)).toEqual(expected));

  it('says how a content is quoted, how sure it is, and which cue it saw', () => {
    const [direct] = extract('“It was a mess,” said Tomas Reil, the club’s captain.');
    expect(direct?.kind).toBe('direct');
    expect(direct?.confidence).toBeGreaterThan(0.8);
    expect(direct?.why).toEqual([{ code: 'model.cue', words: 'said', weight: direct?.confidence }]);
    const [indirect] = extract('Reil said the pitch had been a mess for weeks.');
    expect(indirect?.kind).toBe('indirect');
  });

  it('gives the same twice, within the text, sources, cues and contents apart', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '"',
      ',',
      '.',
      'said',
      'that',
      'the',
      'minister',
      'Ana',
      'Ruiz',
      'according',
      'to',
      'he',
      'denied',
      'report',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const found = extract(text);
        expect(extract(text)).toEqual(found);
        for (const { source, cue, content, confidence } of found) {
          const spans = [...(source ?? []), ...cue, ...content].sort((a, b) => a[0] - b[0]);
          let end = 0;
          for (const span of spans) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            end = span[1];
          }
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
