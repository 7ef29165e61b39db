import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { RULES } from '../../../server/src/rules';
import { articleOf } from '../../../server/src/rules/examples';
import type { Finding } from '../../../server/src/rules/rule';

const findingsIn = (article: Article): Finding[] => RULES.flatMap((rule) => [...rule.check(article)]);

/** What rules report, what they let pass, and what changes from afar: who somebody is, what a headline says, what stands twice. */
const PARAGRAPHS = [
  ...new Set(
    RULES.flatMap(({ facts: { examples } }) => [...examples.bad, ...examples.good]).flatMap((example) => articleOf(example).split(/\n\n+/)),
  ),
  'Ida Brekke, the harbour master, met the owner, Ada Orme.',
  'Brekke said that the ferry was old. “It is older than anybody on this island,” she said.',
  'Ida Breke said no more. Brekka left.',
  'Officials of the harbour board met the sources on Monday.',
  '“It is older than nobody on this island,” said [Tom Hale](https://clarion.example/hale), the mayor.',
  '<!-- onrecord-disable-next-line claim/* -- told -->',
];

const paragraph = fc.constantFrom(...PARAGRAPHS);

/** An edit of a list of paragraphs. */
const edit = fc.oneof(
  fc.record({ kind: fc.constantFrom('add', 'replace'), at: fc.nat(), with: paragraph }),
  fc.record({ kind: fc.constantFrom('remove', 'double', 'swap', 'join'), at: fc.nat(), other: fc.nat() }),
  fc.record({
    kind: fc.constant('type'),
    at: fc.nat(),
    other: fc.nat(),
    with: fc.constantFrom('e', ' ', '.', '”', '“', '?', 'Brekke ', '**'),
  }),
  fc.record({ kind: fc.constant('delete'), at: fc.nat(), other: fc.nat() }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(paragraphs: readonly string[], { kind, at, ...rest }: Edit): string[] {
  const list = [...paragraphs];
  const i = at % Math.max(1, list.length);
  const one = list[i] ?? '';
  const words = 'with' in rest ? rest.with : '';
  const other = 'other' in rest ? rest.other : 0;
  const j = other % Math.max(1, list.length);
  const place = other % (one.length + 1);
  if (kind === 'add') list.splice(i, 0, words);
  else if (kind === 'replace') list[i] = words;
  else if (kind === 'remove') list.splice(i, 1);
  else if (kind === 'double') list.splice(j, 0, one);
  else if (kind === 'swap') [list[i], list[j]] = [list[j] ?? '', one];
  else if (kind === 'join') list.splice(i, 2, `${one} ${list[i + 1] ?? ''}`);
  else if (kind === 'type') list[i] = one.slice(0, place) + words + one.slice(place);
  else list[i] = one.slice(0, place) + one.slice(place + 1);
  return list;
}

test('after any edits, every rule finds what it finds in a fresh article', () => {
  fc.assert(
    fc.property(
      fc.array(paragraph, { maxLength: 12 }),
      fc.constantFrom('plain' as const, 'markdown' as const),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (start, format, edits) => {
        let paragraphs = start;
        let article = analyse(paragraphs.join('\n\n'), { format });
        findingsIn(article);
        for (const one of edits) {
          paragraphs = edited(paragraphs, one);
          const text = paragraphs.join('\n\n');
          article = analyse(text, { format, previous: article });
          expect(findingsIn(article)).toEqual(findingsIn(analyse(text, { format })));
        }
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 50) },
  );
});

test('a change far above is seen far below', () => {
  const below = Array.from({ length: 30 }, (_, i) => `The harbour is ${i + 1} years old, and the boats lie in it.`);
  const end = 'Brekke said that the ferry was old.\n\nIda Brekke leads the board.';
  const before = analyse(['The ferry', 'The council met.', ...below, end].join('\n\n'));
  expect(findingsIn(before).map(({ code }) => code)).toContain('source/incomplete-first-reference');
  const introduced = ['The ferry', 'Ida Brekke met the council.', ...below, end].join('\n\n');
  const after = analyse(introduced, { previous: before });
  expect(findingsIn(after).map(({ code }) => code)).not.toContain('source/incomplete-first-reference');
  expect(findingsIn(after)).toEqual(findingsIn(analyse(introduced)));
});
