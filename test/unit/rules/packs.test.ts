import { describe, expect, test } from 'vitest';
import { CODES, FACTS } from '../../../server/src/rules';
import { PACK_NAMES, PACKS, packLayer } from '../../../server/src/rules/packs';
import type { RuleFacts } from '../../../server/src/rules/rule';

const rule = (code: string, guides: readonly string[], rest: Partial<RuleFacts> = {}): RuleFacts => ({
  code,
  title: '',
  why: '',
  sources: guides.map((guide) => ({ guide, says: '' })),
  severity: 'warning',
  examples: { bad: [], good: [] },
  ...rest,
});

const rules = [rule('a/everyone', []), rule('a/agencies', ['AP', 'Reuters Handbook of Journalism'], { severity: 'hint', optional: true })];
const levels = (name: (typeof PACK_NAMES)[number]) =>
  Object.fromEntries([...packLayer(name, rules).rules].map(([code, { level }]) => [code, level]));

describe('a style pack', () => {
  test('switches on what rests on its guide', () => {
    expect(levels('ap')).toEqual({ 'a/agencies': 'hint' });
    expect(levels('reuters')).toEqual({ 'a/agencies': 'hint' });
    expect(levels('npr')).toEqual({});
  });

  test('by the name of default puts all back', () => {
    expect(levels('default')).toEqual({ 'a/everyone': 'warning', 'a/agencies': 'off' });
  });

  test('names no rule that there is not', () => {
    for (const name of PACK_NAMES) expect(CODES).toEqual(expect.arrayContaining(Object.keys(PACKS[name].levels)));
  });

  test('stands for a guide that rules rest on, by a name that they share', () => {
    const known = new Set(PACK_NAMES.flatMap((name) => ('guide' in PACKS[name] ? [PACKS[name].guide] : [])));
    const named = FACTS.flatMap(({ sources }) => sources.map(({ guide }) => guide));
    for (const guide of named)
      for (const house of ['Associated Press', 'British Broadcasting', 'National Public Radio']) expect(guide).not.toContain(house);
    expect(named.some((guide) => known.has(guide.split(' ')[0] as 'AP'))).toBe(true);
  });
});
