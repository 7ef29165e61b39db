import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { freeze } from '../../../server/src/rules/baseline';
import { type Configuration, checkBy, UNCONFIGURED } from '../../../server/src/rules/checking';
import type { RuleSetting } from '../../../server/src/rules/configuration/levels';
import type { Rule } from '../../../server/src/rules/rule';
import { suppressionRules } from '../../../server/src/rules/suppression/rules';

/** A rule that finds a word, the less sure the later it comes. */
const wordRule = (code: string, word: string): Rule => ({
  facts: { code, title: '', why: '', sources: [], severity: 'warning', examples: { bad: [], good: [] } },
  check: ({ text }) =>
    [...text.matchAll(new RegExp(`(?<=[Aa] )${word}`, 'g'))].map(({ index }) => ({
      code,
      severity: 'warning',
      span: [index, index + word.length],
      message: '',
      related: [],
      confidence: 1 - index / 100,
    })),
  fixes: () => [],
});

const words = [wordRule('test/rumour', 'rumour'), wordRule('test/fact', 'fact')];
const rules = [...words, ...suppressionRules(words.map(({ facts }) => facts.code))];
const article = analyse('A fact, a rumour.\n\nA fact.', { format: 'markdown' });

const configure = (settings: Record<string, RuleSetting>, minimumConfidence?: number): Configuration => ({
  ...UNCONFIGURED,
  settings: {
    ...UNCONFIGURED.settings,
    layers: [...UNCONFIGURED.settings.layers, { rules: new Map(Object.entries(settings)), minimumConfidence }],
  },
});

const report = (configuration: Configuration, of = article): string[] =>
  checkBy(rules, of, configuration).map(({ severity, code, span }) => `${severity} ${code} ${span[0]}`);

describe('a check', () => {
  test('finds what the rules find, in the order of the text', () => {
    expect(report(UNCONFIGURED)).toEqual(['warning test/fact 2', 'warning test/rumour 10', 'warning test/fact 21']);
  });

  test('finds it as severe as it is configured, or not at all', () => {
    expect(report(configure({ 'test/fact': { level: 'error' }, 'test/*': { level: 'off' } }))).toEqual([
      'error test/fact 2',
      'error test/fact 21',
    ]);
  });

  test('leaves out what is not sure enough', () => {
    expect(report(configure({}, 0.85))).toEqual(['warning test/fact 2', 'warning test/rumour 10']);
    expect(report(configure({ 'test/fact': { minimumConfidence: 0 } }, 0.95))).toEqual(['warning test/fact 2', 'warning test/fact 21']);
  });

  test('finds nothing in what is left out', () => {
    expect(report({ ...UNCONFIGURED, settings: { ...UNCONFIGURED.settings, checked: false } })).toEqual([]);
  });

  test('leaves out what comments silence, and reports those that silence nothing', () => {
    const commented = analyse('<!-- onrecord-disable-next-line test/fact, test/rumour -- x -->\n\nA fact.\n\nA rumour.', {
      format: 'markdown',
    });
    expect(report(UNCONFIGURED, commented)).toEqual(['info suppression/unused 43', 'warning test/rumour 76']);
  });

  test('reports such comments as severe as configured', () => {
    const commented = analyse('<!-- onrecord-disable -->\n\nA story.', { format: 'markdown' });
    expect(report(configure({ 'suppression/unused': { level: 'error' } }), commented)).toEqual(['error suppression/unused 0']);
    expect(report(configure({ 'suppression/*': { level: 'off' } }), commented)).toEqual([]);
  });

  test('leaves out what is frozen, whatever its severity', () => {
    const baseline = freeze(article, checkBy(rules, article, UNCONFIGURED));
    expect(report({ ...configure({ '*': { level: 'error' } }), baseline })).toEqual([]);
    const grown = analyse(`${article.text}\n\nA rumour.`, { format: 'markdown' });
    expect(report({ ...UNCONFIGURED, baseline }, grown)).toEqual(['warning test/rumour 30']);
  });
});
