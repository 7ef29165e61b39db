import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { GROUNDS, groundsInARow, reasonSentence, SENTENCES } from '../../../server/src/features/reasons';

const root = resolve(import.meta.dirname, '../../../server/src');

/** The codes of reasons that stand in the source of the analysis: `group.name`, and the patterns that become `pattern.name`. */
function codesInSource(): string[] {
  const codes = new Set<string>();
  for (const file of globSync(['attribution/**/*.ts', 'claims/**/*.ts', 'language/**/*.ts'], { cwd: root })) {
    const source = readFileSync(join(root, file), 'utf8');
    for (const [, code] of source.matchAll(/\bcode: '([a-z-]+\.[a-z-]+)'/g)) if (code) codes.add(code);
    for (const [, code] of source.matchAll(/'((?:pattern|cue|speaker|worth|source|model|content|support|claim|quote|via)\.[a-z-]+)'/g))
      if (code) codes.add(code);
    for (const [, names] of source.matchAll(/\b(?:type NameMatch =|readonly how:)([^;]+);/g)) {
      for (const [, name] of names?.matchAll(/'([a-z-]+)'/g) ?? []) codes.add(`speaker.${name}`);
    }
    for (const [, names] of source.matchAll(/\bconst GROUNDS = \[([^\]]+)\]/g)) {
      for (const [, name] of names?.matchAll(/'([a-z-]+)'/g) ?? []) if (name !== 'none') codes.add(`worth.${name}`);
    }
    for (const [, names] of source.matchAll(/\bpattern: ([^,;\n]+)/g)) {
      for (const [, name] of names?.matchAll(/'([a-z-]+)'/g) ?? []) codes.add(`pattern.${name}`);
    }
  }
  return [...codes].sort();
}

const inWords = (code: string, words?: string): string =>
  reasonSentence(words === undefined ? { code } : { code, words })
    .map((piece) => (typeof piece === 'string' ? piece : piece.words))
    .join('');

describe('reasons', () => {
  test('have a sentence for every code that the analysis gives', () => {
    expect(codesInSource().length).toBeGreaterThan(10);
    expect(codesInSource().filter((code) => !(code in SENTENCES || code in GROUNDS))).toEqual([]);
  });

  test('are whole sentences, with the article’s words and without', () => {
    for (const code of Object.keys(SENTENCES)) {
      for (const sentence of [inWords(code), inWords(code, 'told')]) {
        expect(sentence).toMatch(/^[A-Z“].*[.”]$/);
        expect(sentence).not.toMatch(/[[\]{}]| {2}| [.,]|,,/);
      }
    }
  });

  test('put the article’s words where they belong', () => {
    expect(inWords('pattern.trailing', 'reported')).toBe('The sentence ends with its speaker and a reporting verb, “reported”.');
    expect(inWords('pattern.trailing')).toBe('The sentence ends with its speaker and a reporting verb.');
  });

  test('of what is worth a check stand in a row, each ground once', () => {
    const row = groundsInARow([
      { code: 'worth.number', words: '40' },
      { code: 'worth.number', words: '50' },
      { code: 'support.nobody' },
      { code: 'worth.date' },
    ]);
    expect(row.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('')).toBe('a number (“40”), a date');
  });

  test('spell out a code that is new', () => {
    expect(inWords('odd.very-large-number', '9,000')).toBe('Very large number: “9,000”.');
    expect(inWords('odd.very-large-number')).toBe('Very large number.');
  });
});
