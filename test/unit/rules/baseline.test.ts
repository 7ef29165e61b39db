import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { freeze, parseBaseline, printBaseline, withoutFrozen } from '../../../server/src/rules/baseline';
import type { Finding } from '../../../server/src/rules/rule';

/** The words between « and » are found, by a rule of the test's own. */
function found(marked: string) {
  const findings: Finding[] = [];
  let text = '';
  for (const part of marked.split(/(«[^»]*»)/)) {
    const words = part.startsWith('«') ? part.slice(1, -1) : part;
    if (words !== part) {
      findings.push({ code: 'test/found', severity: 'warning', span: [text.length, text.length + words.length], message: '', related: [] });
    }
    text += words;
  }
  return { article: analyse(text), findings };
}

/** What is still reported of `after` with the findings of `before` frozen, written to a file and read again. */
function left(before: string, after: string): string[] {
  const then = found(before);
  const { files, problems } = parseBaseline(printBaseline(new Map([['a.txt', freeze(then.article, then.findings)]])));
  expect(problems).toEqual([]);
  const now = found(after);
  return withoutFrozen(now.article, now.findings, files.get('a.txt') ?? []).map(
    ({ span }) => `${span[0]} ${now.article.text.slice(...span)}`,
  );
}

const STORY = 'Ferry late\n\n«The ferry sank twice.» The harbour said nothing.\n\n«Prices doubled.» Nobody knew why.\n';

describe('a baseline', () => {
  test('leaves out what was there when it was written', () => {
    expect(left(STORY, STORY)).toEqual([]);
  });

  test('survives edits elsewhere', () => {
    expect(left(STORY, `A new paragraph stands first.\n\n${STORY.replace('Ferry late', 'Ferry very late')}`)).toEqual([]);
  });

  test('survives moved paragraphs and other line ends within them', () => {
    expect(
      left(STORY, 'Ferry late\n\n«Prices doubled.» Nobody knew why.\n\n«The ferry\nsank  twice.» The harbour said nothing.\n'),
    ).toEqual([]);
  });

  test('does not cover new findings', () => {
    expect(left(STORY, STORY.replace('Nobody knew why.', '«Nobody knew why.»'))).toEqual(['77 Nobody knew why.']);
  });

  test('does not cover the same words said once more: the new ones are reported, not the old ones', () => {
    expect(left(STORY, STORY.replace('Ferry late', 'Ferry late. «Prices doubled.»'))).toEqual(['12 Prices doubled.']);
  });

  test('no longer covers words that were changed', () => {
    expect(left(STORY, STORY.replace('sank twice', 'sank thrice'))).toEqual(['12 The ferry sank thrice.']);
  });

  test('keeps long words short, and still tells them apart from others in their context', () => {
    const long = (middle: string) =>
      `Start\n\n«It was said ${'and said again '.repeat(12)}${middle} ${'and then once more '.repeat(12)}at the end.»\n`;
    const { article, findings } = found(long('by some'));
    expect(freeze(article, findings)[0]?.words.length).toBeLessThanOrEqual(121);
    expect(left(long('by some'), long('by some'))).toEqual([]);
  });

  test('is plain JSON in a settled order, one entry a line', () => {
    const { article, findings } = found('«Prices doubled.» and «Prices doubled.»');
    const entries = freeze(article, findings);
    const text = printBaseline(
      new Map([
        ['b.txt', entries],
        ['a.txt', entries],
        ['empty.txt', []],
      ]),
    );
    expect(Object.keys(JSON.parse(text).files)).toEqual(['a.txt', 'b.txt']);
    expect(text.split('\n').filter((line) => line.includes('"words":"Prices doubled."'))).toHaveLength(4);
    expect(printBaseline(new Map())).toBe('{\n  "schema": 1,\n  "files": {}\n}\n');
  });

  test('counts what is found several times at one place', () => {
    const twice = found('«Prices doubled.»');
    const findings = [...twice.findings, ...twice.findings];
    const entries = freeze(twice.article, findings);
    expect(entries).toMatchObject([{ count: 2 }]);
    expect(withoutFrozen(twice.article, [...findings, ...twice.findings], entries)).toHaveLength(1);
  });

  test('that is malformed says where and keeps the rest', () => {
    const text = '{ "schema": 2, "files": { "a.txt": [{ "code": "x/y" }, { "code": "x/y", "words": "w", "context": "c", "count": 0 }] } }';
    const { files, problems } = parseBaseline(text);
    expect(problems.map(({ span }) => text.slice(...span))).toEqual(['2', '{ "code": "x/y" }', '0']);
    expect(files.get('a.txt')).toEqual([{ code: 'x/y', words: 'w', context: 'c', count: 1 }]);
  });

  test('freezes any findings of any text, and only as many', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 60 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const article = { ...analyse(''), text };
        const findings = spans.map((at): Finding => ({ code: 'test/found', severity: 'hint', span: at, message: '', related: [] }));
        const { files, problems } = parseBaseline(printBaseline(new Map([['__proto__', freeze(article, findings)]])));
        expect(problems).toEqual([]);
        const entries = files.get('__proto__') ?? [];
        expect(withoutFrozen(article, findings, entries)).toEqual([]);
        expect(withoutFrozen(article, [...findings, ...findings], entries)).toHaveLength(findings.length);
      }),
    );
  });
});
