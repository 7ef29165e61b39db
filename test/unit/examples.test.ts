import { describe, expect, test } from 'vitest';
import { loadExamples } from '../fixtures/examples';

const examples = loadExamples();

describe('the example articles', () => {
  test('are at least eight, of different kinds, and one of them is clean', () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
    expect(examples.filter(({ planted }) => planted.length === 0).map(({ file }) => file)).toEqual(['water-main.article']);
  });

  test.each(examples.map((example) => [example.file, example] as const))('%s is a short article', (_, { text, planted }) => {
    const words = text.split(/\s+/).length;
    expect(words).toBeGreaterThan(200);
    expect(words).toBeLessThan(600);
    expect(planted.length).toBeLessThanOrEqual(5);
    expect(text).not.toMatch(/onrecord|\s$\s\s|\r/);
  });

  test('plant every fault that the first rules find', () => {
    const codes = new Set(examples.flatMap(({ planted }) => planted.map(({ code }) => code)));
    for (const code of ['claim/unsourced', 'quote/unattributed', 'quote/unclosed']) expect(codes).toContain(code);
  });
});
