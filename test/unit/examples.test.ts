import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/article';
import { CODES, check, RULES } from '../../server/src/rules';
import { overlaps } from '../../server/src/text/span';
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

  test.each(examples.map((example) => [example.file, example] as const))(
    '%s has the findings that are planted in it, and no others',
    (_, example) => {
      const { text, format, planted } = example;
      const article = analyse(text, { format });
      const findings = check(article);
      // Some rules are off unless a newsroom asks for them; what is planted for them is found all the same.
      const all = RULES.flatMap((rule) => [...rule.check(article)]);
      const expected = planted.filter(({ code }) => CODES.includes(code));
      const told = (code: string, [start, end]: readonly [number, number]) => `${code}: ${text.slice(start, end)}`;
      const missed = expected.filter(({ code, span }) => !all.some((finding) => finding.code === code && overlaps(finding.span, span)));
      const extra = findings.filter(({ code, span }) => !expected.some((fault) => fault.code === code && overlaps(fault.span, span)));
      expect(missed.map(({ code, span }) => told(code, span))).toEqual([]);
      expect(extra.map(({ code, span }) => told(code, span))).toEqual([]);
    },
  );
});
