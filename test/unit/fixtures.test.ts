import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { overlaps, type Span } from '../../server/src/text/span';
import { type GoldAttribution, loadGoldArticles } from '../fixtures/articles';

const articles = loadGoldArticles();

const start = ({ source, cue, content }: GoldAttribution): number => Math.min(...[...(source ?? []), ...cue, ...content].map(([at]) => at));
const ordered = (spans: readonly Span[]): boolean => spans.every(([s, e], i) => s < e && (i === 0 || (spans[i - 1]?.[1] ?? 0) <= s));

describe('the annotated articles', () => {
  test('are many, short and of many kinds', () => {
    expect(articles.length).toBeGreaterThanOrEqual(25);
    expect(articles.reduce((sum, { attributions }) => sum + attributions.length, 0)).toBeGreaterThanOrEqual(250);
    for (const extension of ['.txt', '.article', '.md']) expect(articles.some(({ file }) => file.endsWith(extension))).toBe(true);
    for (const kind of ['direct', 'indirect', 'mixed'] as const) {
      expect(articles.flatMap(({ attributions }) => attributions).filter((a) => a.kind === kind).length).toBeGreaterThan(40);
    }
  });

  test('each have their marks, and no marks lack their article', () => {
    const files = readdirSync(new URL('../fixtures/articles/', import.meta.url)).filter((file) => file !== 'README.md');
    expect(files.filter((file) => !file.endsWith('.gold.json')).sort()).toEqual(articles.map(({ file }) => file));
  });

  describe.each(articles.map((article) => [article.file, article] as const))('%s', (_, { text, attributions, entities }) => {
    test('is clean text', () => {
      expect(text).not.toMatch(/[{}\r\ufffd]|[ \t]\n|\n{3}/);
      expect(text.endsWith('\n')).toBe(true);
    });

    test('has marks on words, in order, without blanks around them', () => {
      for (const { source, cue, content } of attributions) {
        expect(content.length).toBeGreaterThan(0);
        for (const spans of [source ?? [], cue, content]) {
          expect(ordered(spans)).toBe(true);
          for (const span of spans) expect(text.slice(...span)).toMatch(/^\S(?:[\s\S]*\S)?$/);
        }
        expect([...(source ?? []), ...cue].every((span) => content.every((c) => !overlaps(span, c)))).toBe(true);
      }
      const starts = attributions.map(start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    });

    test('has whole words in its marks', () => {
      for (const [s, e] of attributions.flatMap(({ source, cue, content }) => [...(source ?? []), ...cue, ...content])) {
        expect(`${text[s - 1] ?? ' '}|${text[s]}`).not.toMatch(/[\p{L}\p{N}]\|[\p{L}\p{N}]/u);
        expect(`${text[e - 1]}|${text[e] ?? ' '}`).not.toMatch(/[\p{L}\p{N}]\|[\p{L}\p{N}]/u);
      }
    });

    test('has speakers that are its entities, and entities that speak', () => {
      const names = entities.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { speaker, source } of attributions) {
        if (speaker !== null) expect(names).toContain(speaker);
        else expect(source).toBeNull();
      }
      for (const name of names)
        expect(
          attributions.some(({ speaker }) => speaker === name),
          name,
        ).toBe(true);
      for (const { role } of entities) if (role) expect(text).toContain(role);
    });

    test('has relays that carry and denials that deny', () => {
      for (const [i, { via, disputes, content }] of attributions.entries()) {
        for (const other of [...(via === null ? [] : [via]), ...disputes]) {
          expect(attributions[other], `${i} points at ${other}`).toBeDefined();
          expect(other).not.toBe(i);
        }
        const carrier = via === null ? undefined : attributions[via];
        if (carrier)
          expect(content.every((span) => carrier.content.some((outer) => outer[0] <= span[0] && span[1] <= outer[1]))).toBe(true);
      }
    });

    test('has kinds that its quotation marks bear out', () => {
      const opens = /^["“‘'«]/;
      for (const { kind, content } of attributions) {
        const words = content.map((span) => text.slice(...span));
        if (kind === 'direct') for (const w of words) expect(w).toMatch(opens);
        else expect(words.every((w) => opens.test(w) && /["”’'»]$/.test(w))).toBe(false);
        if (kind === 'indirect') expect(words.join(' ')).not.toMatch(/[“”"«»]|(?<!\p{L})‘/u);
        else expect(words.join(' ')).toMatch(/[“”"«»‘]/);
      }
    });
  });
});
