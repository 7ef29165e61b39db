import { describe, expect, test } from 'vitest';
import { check, fixesFor, RULES, safeFixFor } from '../../../server/src/rules';
import { readExample } from '../../../server/src/rules/examples';
import type { Example } from '../../../server/src/rules/rule';

const CODE = /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/;
const GROUPS = new Set(['claim', 'quote', 'source', 'cue', 'time', 'suppression']);
/** What a rule reports of itself, whatever is switched off by default; the rules on comments see what the others were kept from. */
function codesIn(example: Example, code: string): string[] {
  const article = readExample(example);
  const rule = RULES.find(({ facts }) => facts.code === code);
  return code.startsWith('suppression/') || !rule ? check(article).map(({ code }) => code) : rule.check(article).map(({ code }) => code);
}

describe('the rules', () => {
  test('have codes of their own, in known groups', () => {
    const codes = RULES.map(({ facts }) => facts.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(CODE);
      expect(GROUPS).toContain(code.split('/')[0]);
    }
  });
});

describe.each(RULES.map(({ facts }) => [facts.code, facts] as const))('%s', (code, { title, why, sources, examples }) => {
  test('says what it is', () => {
    expect(title).toMatch(/^[A-Z“].{8,}[^.]$/);
    expect(why).toMatch(/^[A-Z“].{60,}\.$/s);
    for (const { guide, says, url } of sources) {
      expect(guide).not.toBe('');
      expect(says).toMatch(/^[A-Z“].*\.$/);
      if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
    }
    expect(examples.bad.length).toBeGreaterThan(0);
    expect(examples.good.length).toBeGreaterThan(0);
  });

  test('has safe fixes only if it says so', () => {
    const offers = examples.bad.map(readExample).flatMap((article) =>
      check(article)
        .filter((finding) => finding.code === code)
        .map((finding) => [fixesFor(article, finding).find(({ safe }) => safe), safeFixFor(article, finding)]),
    );
    for (const [safe, found] of offers) expect(found).toEqual(safe);
  });

  test.each(examples.bad.map((example) => [example]))('reports %j', (example) => {
    expect(codesIn(example, code)).toContain(code);
  });

  test.each(examples.good.map((example) => [example]))('says nothing of %j', (example) => {
    expect(codesIn(example, code)).not.toContain(code);
  });

  test.each(examples.bad.map((example) => [example]))('says what is wrong and what to do: %j', (example) => {
    for (const finding of check(readExample(example))) {
      expect(finding.message).toMatch(/^[A-Z“‘"].*\.$/);
      expect(finding.span[1]).toBeGreaterThan(finding.span[0]);
    }
  });
});
