import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { check, fixesFor, RULES } from '../../../server/src/rules';
import type { Finding, Fix } from '../../../server/src/rules/rule';
import { overlaps, type Span, spanLength } from '../../../server/src/text/span';
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
const wordsOn = ({ text }: Article, { code, span }: Finding): string => `${code}: ${text.slice(...span)}`;

/** Where a place of the text is once a fix has been applied; what is inserted at the place itself stands before it. */
const movedBy = ({ edits }: Pick<Fix, 'edits'>, place: number): number =>
  edits.reduce((moved, { span, text, snippet }) => {
    const written = snippet ? filledIn(text) : text;
    return span[1] <= place ? moved + written.length - spanLength(span) : moved;
  }, place);

/** Where the start of a finding is after a fix: before or after what is inserted there. */
const startsAfter = ({ edits }: Fix, start: number): number[] => [
  movedBy({ edits }, start),
  movedBy({ edits: edits.filter(({ span }) => span[0] < start) }, start),
];

/** What a rule still reports of the stretch where a finding was; what it reported there besides that is not meant. */
function left(before: readonly Finding[], after: readonly Finding[], { span }: Finding, fix: Fix): Finding[] {
  const others = new Set(before.filter((other) => other.span.join() !== span.join()).map((other) => movedBy(fix, other.span[0])));
  const stretch: Span = [startsAfter(fix, span[0])[1] ?? 0, movedBy(fix, span[1])];
  return after.filter((finding) => overlaps(finding.span, stretch) && !others.has(finding.span[0]));
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
        const still = left(rule?.check(article) ?? [], rule?.check(after) ?? [], finding, fix);
        expect(
          still.map((one) => wordsOn(after, one)),
          `${fix.title}: ${wordsOn(article, finding)}`,
        ).toEqual([]);
        const known = new Set(errorsOf(article).flatMap(({ code, span }) => startsAfter(fix, span[0]).map((at) => `${code} ${at}`)));
        const fresh = errorsOf(after).filter(({ code, span }) => !known.has(`${code} ${span[0]}`));
        expect(
          fresh.map((one) => wordsOn(after, one)),
          `${fix.title}: ${wordsOn(article, finding)}`,
        ).toEqual([]);
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
