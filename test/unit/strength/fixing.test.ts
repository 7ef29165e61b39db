import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { check, fixesFor, RULES } from '../../../server/src/rules';
import type { Finding, Fix } from '../../../server/src/rules/rule';
import { applied, filledIn } from '../rules/applied';
import { type Mutated, mutatedArticle } from './mutations';

/** Always the same few cases in npm test, others each time in a soak: what that finds is for whoever soaks, and not for whoever lands something else. */
const runs = process.env.PROPERTY_RUNS ? { numRuns: Number(process.env.PROPERTY_RUNS) } : { numRuns: 12, seed: 7 };

/** Fixes by which a writer chooses to change what stands in marks, or the marks themselves. */
const CHANGES_QUOTES = /^(?:Restore the .*wording|Name the speaker (?:after the first sentence|before the quote)|Do without the marks)/;

/** The words that stand between marks, one string for each closed quote. */
const quoted = ({ text, quotes }: Article): string[] =>
  quotes.flatMap(({ span, kind, open }) =>
    kind === 'unclosed' || open || kind === 'scare' || kind === 'title' ? [] : [wordsOf(text.slice(...span))],
  );
const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const read = ({ text, format }: Mutated): Article => analyse(text, { format });
/** Where a finding is, by what it reports and the words that it stands on, wherever an edit has moved them. */
const nameOf = ({ text }: Article, { code, span }: Finding): string => `${code}: ${text.slice(...span)}`;
const namesOf = (article: Article, findings: readonly Finding[]): string[] => findings.map((finding) => nameOf(article, finding));

/** How often each of `names` comes. */
function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

describe('in our own articles, whatever happened to their sentences and marks', () => {
  test('each fix takes its finding away, brings no error, and leaves what is quoted as it was', () => {
    fc.assert(
      fc.property(mutatedArticle, fc.nat(), (mutated, chance) => {
        const article = read(mutated);
        const findings = RULES.flatMap((rule) => [...rule.check(article)]);
        const offers = findings.flatMap((finding) => fixesFor(article, finding).map((fix) => ({ finding, fix })));
        const offer = offers[chance % Math.max(1, offers.length)];
        if (!offer) return;
        const { finding, fix } = offer;
        const after = read({ ...mutated, text: applied(mutated.text, fix, filledIn) });
        const rule = RULES.find(({ facts }) => facts.code === finding.code);
        const before = counted(namesOf(article, rule?.check(article) ?? []));
        const left = counted(namesOf(after, rule?.check(after) ?? []));
        const name = nameOf(article, finding);
        expect(left.get(name) ?? 0, `${finding.code}, ${fix.title}: ${name}`).toBeLessThan(before.get(name) ?? 0);
        const errors = counted(namesOf(article, errorsOf(article)));
        for (const [error, count] of counted(namesOf(after, errorsOf(after))))
          expect(count, error).toBeLessThanOrEqual(errors.get(error) ?? 0);
        if (!CHANGES_QUOTES.test(fix.title)) expect(quoted(after)).toEqual(expect.arrayContaining(quoted(article)));
      }),
      { ...runs, numRuns: runs.numRuns * 4 },
    );
  });

  test('fixes applied until none is left come to an end, and leave what is quoted as it was', () => {
    fc.assert(
      fc.property(mutatedArticle, (mutated) => {
        let current = mutated;
        let article = read(current);
        const said = quoted(article);
        const most = 3 * check(article).length + 20;
        let steps = 0;
        for (let fix = firstFix(article); fix; fix = firstFix(article)) {
          current = { ...current, text: applied(current.text, fix, filledIn) };
          article = read(current);
          expect(++steps, `${mutated.file}: ${fix.title}`).toBeLessThan(most);
        }
        expect(quoted(article)).toEqual(expect.arrayContaining(said));
      }),
      runs,
    );
  });
});

const errorsOf = (article: Article): Finding[] => check(article).filter(({ severity }) => severity === 'error');

/** The likeliest fix of the first finding that has one which leaves quotes alone. */
function firstFix(article: Article): Fix | undefined {
  for (const finding of check(article)) {
    const fix = fixesFor(article, finding).find(({ title }) => !CHANGES_QUOTES.test(title));
    if (fix) return fix;
  }
  return undefined;
}
