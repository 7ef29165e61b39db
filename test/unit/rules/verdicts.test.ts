import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../server/src/annotations/annotation';
import { type Article, analyse } from '../../../server/src/article';
import { check, fixesFor } from '../../../server/src/rules';
import type { Configuration } from '../../../server/src/rules/checking';
import { UNCONFIGURED } from '../../../server/src/rules/checking';
import { applied } from './applied';

const START = 'Rents in Carrow\n\nThe council met on Tuesday, its clerk, Ida Brekke, said.\n\n';
const UNSOURCED = 'Rents in Carrow have doubled since 2019, and landlords have misled tenants.';

/** The article with a verdict on some words of it. */
function judged(text: string, words: string, verdict: Verdict, by: string | null = 'Ana Ruiz'): Article {
  const start = text.indexOf(words);
  return analyse(text, { verdicts: [{ span: [start, start + words.length], verdict, annotation: 'a1', by }] });
}

/** Every rule on, as a newsroom may have it. */
const ALL: Configuration = {
  ...UNCONFIGURED,
  settings: {
    ...UNCONFIGURED.settings,
    layers: [...UNCONFIGURED.settings.layers, { rules: new Map([['claim/*', { level: 'warning' }]]) }],
  },
};
const claims = (article: Article): string[] => check(article, ALL).flatMap(({ code }) => (code.startsWith('claim/') ? [code] : []));

describe('a claim that somebody has verified', () => {
  test.each([
    ['claim/unsourced', UNSOURCED],
    ['claim/anonymous-only', 'Rents in Carrow have doubled since 2019, a source said.'],
    ['claim/secondhand', '“Rents in Carrow have doubled since 2019,” the Clarion quoted Ida Brekke as saying.'],
    ['claim/unverified', 'The tenants’ leader, Per Holm, alleged that rents in Carrow had doubled since 2019.'],
    [
      'claim/disputed',
      'The tenants’ leader, Per Holm, said that rents in Carrow had doubled since 2019.\n\nThe landlord, Tom Hale, denied the claim.',
    ],
    ['claim/weasel', 'It is believed that rents in Carrow have doubled since 2019.'],
  ])('is warned of by %s no more', (code, text) => {
    const [claim = ''] = text.split('\n\n');
    expect(claims(analyse(`${START}${text}\n`))).toContain(code);
    expect(claims(judged(`${START}${text}\n`, claim, 'verified'))).not.toContain(code);
  });

  test('is warned of all the same where the verdict is on a few words of it', () => {
    expect(claims(judged(`${START}${UNSOURCED}\n`, 'Carrow have', 'verified'))).toContain('claim/unsourced');
  });
});

describe('a wish for a source', () => {
  const SOURCED = 'Rents in Carrow have doubled since 2019, the town clerk, Ida Brekke, said.';

  test('is reported on whatever it lies, once, with who wishes it', () => {
    for (const text of [SOURCED, UNSOURCED, 'The sea was calm.']) {
      const found = check(judged(`${START}${text}\n`, text, 'needs-source')).filter(({ code }) => code === 'claim/unsourced');
      expect(found.map(({ message }) => message)).toEqual(['Ana Ruiz asks for a source here. Say who says so, or cite one.']);
    }
  });

  test('can be met', () => {
    const article = judged(`${START}${UNSOURCED}\n`, UNSOURCED, 'needs-source');
    const [finding] = check(article).filter(({ code }) => code === 'claim/unsourced');
    const [fix] = finding ? fixesFor(article, finding) : [];
    expect(fix && applied(article.text, fix)).toContain('misled tenants, Brekke said.');
  });

  test('takes nothing into a quote', () => {
    const quote = '“Rents have doubled,” she said. “Nobody can pay that.”';
    const article = judged(`${START}${quote}\n`, quote, 'needs-source');
    const [finding] = check(article).filter(({ code }) => code === 'claim/unsourced');
    expect(finding && fixesFor(article, finding)).toEqual([]);
  });
});
