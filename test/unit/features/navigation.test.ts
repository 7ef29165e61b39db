import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../server/src/article';
import { definitions } from '../../../server/src/features/definition';
import { highlights } from '../../../server/src/features/document-highlights';
import { foldingRanges, folds } from '../../../server/src/features/folding-ranges';
import { Lines } from '../../../server/src/features/lines';
import { outline } from '../../../server/src/features/outline';
import { quoteStep } from '../../../server/src/features/quote-steps';
import { references } from '../../../server/src/features/references';
import { carriedFor, passedOnBy, voiceAgain, voiceAt } from '../../../server/src/features/relays';
import { renaming } from '../../../server/src/features/rename';
import { selectionRange, selectionSpans } from '../../../server/src/features/selection-ranges';
import { contains, overlaps, type Span, spanLength } from '../../../server/src/text/span';
import { anyPlace } from './articles';
import { expectNested } from './nested';

const reaches = ([start, end]: Span, offset: number): boolean => start <= offset && offset <= end;

/** What holds at any place of any text. Each throws where it doesn’t. */
const INVARIANTS: Readonly<Record<string, (article: Article, offset: number, whole: Span) => void>> = {
  'a definition leads from the place to words, and shows their sentence': (article, offset, whole) => {
    for (const { from, to, around } of definitions(article, offset, 0)) {
      expect(contains(around, to) && contains(whole, around) && reaches(from, offset)).toBe(true);
    }
  },
  'references come in order, each once': (article, offset, whole) => {
    const found = references(article, offset, { declaration: true, minimumConfidence: 0 });
    expect(new Set(found.map(String)).size).toBe(found.length);
    for (const [i, span] of found.entries()) expect(contains(whole, span) && span[0] >= (found[i - 1]?.[0] ?? 0)).toBe(true);
  },
  'highlights have the place among them': (article, offset, whole) => {
    const found = highlights(article, offset);
    for (const { span } of found) expect(contains(whole, span) && span[0] < span[1]).toBe(true);
    if (found.length > 0) expect(found.some(({ span }) => reaches(span, offset))).toBe(true);
  },
  'a selection grows, each step holding the one before': (article, offset, whole) => {
    const spans = selectionSpans(article, offset);
    expect(spans.at(-1)).toEqual(whole);
    for (const [i, span] of spans.entries()) {
      const before = spans[i - 1];
      expect(reaches(span, offset)).toBe(true);
      if (before) expect(contains(span, before) && spanLength(span) > spanLength(before)).toBe(true);
    }
    let depth = 1;
    for (let range = selectionRange(spans, new Lines(article.text)); range.parent; range = range.parent) depth++;
    expect(depth).toBe(spans.length);
  },
  'folds nest or lie apart': (article) => {
    const lines = new Lines(article.text);
    const open: number[] = [];
    let last = -1;
    for (const { startLine, endLine } of foldingRanges(folds(article), lines, { limit: undefined, collapsedText: true })) {
      expect(startLine > last && endLine > startLine && endLine < lines.count).toBe(true);
      while ((open.at(-1) ?? Number.POSITIVE_INFINITY) < startLine) open.pop();
      expect(endLine).toBeLessThanOrEqual(open.at(-1) ?? lines.count);
      open.push(endLine);
      last = startLine;
    }
  },
  'the outline nests': (article, _offset, whole) => expectNested(outline(article, 0), whole),
  'a new name touches nothing between quotation marks': (article, offset, whole) => {
    const found = renaming(article, offset, 'Nora Quill');
    if ('refused' in found) return expect(found.refused).toMatch(/\.$/);
    for (const [i, { span }] of found.changes.entries()) {
      expect(contains(whole, span) && span[0] >= (found.changes[i - 1]?.span[1] ?? 0)).toBe(true);
      expect(article.quotes.some((quote) => overlaps(quote.span, span))).toBe(false);
    }
  },
  'a voice is found again, and those who pass it on carry it': (article, offset) => {
    const voice = voiceAt(article, offset, 0);
    if (!voice) return;
    expect(voiceAgain(article, voice.id, voice.name)).toEqual(voice);
    for (const { voice: carrier, places } of passedOnBy(article, voice, 0)) {
      expect(places.length).toBeGreaterThan(0);
      expect(carriedFor(article, carrier, 0).map((link) => link.voice.id)).toContain(voice.id);
    }
  },
  'a step leads to a quote': (article, offset) => {
    for (const direction of ['next', 'previous'] as const) {
      const span = quoteStep(article, offset, direction);
      if (span) expect(article.quotes.map((quote) => quote.span)).toContain(span);
    }
  },
};

describe('at any place of any text', () => {
  test(Object.keys(INVARIANTS).join('; '), { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPlace, ({ article, offset }) => {
        for (const check of Object.values(INVARIANTS)) check(article, offset, [0, article.text.length]);
      }),
    );
  });
});
