import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../../../server/src/rules/configuration/parse';

const names = { codes: ['claim/unsourced', 'claim/weasel', 'quote/unclosed', 'source/anonymous-bare'], packs: ['default', 'ap', 'bbc'] };
const parse = (text: string) => parseConfiguration(text, names);

/** Each problem as `CODE «the words it stands on»: message`. */
const problems = (text: string): string[] =>
  parse(text).problems.map(({ code, span, message }) => `${code} «${text.slice(...span)}»: ${message}`);

describe('a configuration', () => {
  test('says everything it can say, with comments and trailing commas', () => {
    const { file, problems } = parse(`{
      "$schema": "./onrecord.schema.json",
      "root": true, // the newsroom's own folder
      "extends": ["ap", "./house.json"],
      "rules": { "claim/unsourced": "error", "source/*": "off", "quote/unclosed": { "severity": "hint", "minimumConfidence": 0.9 } },
      "minimumConfidence": 0.6,
      "include": "stories/",
      "exclude": ["*.draft.md", "!keep.draft.md"],
      "overrides": [{ "files": ["opinion/"], "rules": { "*": "off" }, "minimumConfidence": 1, }],
      "sources": ["transcripts/"],
      "baseline": "known.json",
    }`);
    expect(problems).toEqual([]);
    expect(file).toMatchObject({
      root: true,
      extends: [{ name: 'ap' }, { name: './house.json' }],
      include: ['stories/'],
      exclude: ['*.draft.md', '!keep.draft.md'],
      sources: ['transcripts/'],
      baseline: { path: 'known.json' },
    });
    expect(file.layer.minimumConfidence).toBe(0.6);
    expect([...file.layer.rules]).toEqual([
      ['claim/unsourced', { level: 'error' }],
      ['source/*', { level: 'off' }],
      ['quote/unclosed', { level: 'hint', minimumConfidence: 0.9 }],
    ]);
    expect(file.overrides.map(({ files, layer }) => [files, [...layer.rules], layer.minimumConfidence])).toEqual([
      [['opinion/'], [['*', { level: 'off' }]], 1],
    ]);
  });

  test('may say nothing', () => {
    expect(parse('{}').problems).toEqual([]);
  });

  test.each([
    [
      '{ "rules": { "claim/unsorced": "off" } }',
      ['config/unknown-rule «"claim/unsorced"»: There is no rule “claim/unsorced”. Did you mean “claim/unsourced”?'],
    ],
    [
      '{ "rules": { "unsourced": "off" } }',
      ['config/unknown-rule «"unsourced"»: There is no rule “unsourced”. Did you mean “claim/unsourced”?'],
    ],
    ['{ "rules": { "claims/*": "off" } }', ['config/unknown-rule «"claims/*"»: There is no rule “claims/*”. Did you mean “claim/*”?']],
    ['{ "rules": { "spelling": "off" } }', ['config/unknown-rule «"spelling"»: There is no rule “spelling”.']],
    ['{ "rule": {} }', ['config/unknown-key «"rule"»: There is no setting “rule”. Did you mean “rules”?']],
    ['{ "__proto__": {} }', ['config/unknown-key «"__proto__"»: There is no setting “__proto__”.']],
    [
      '{ "rules": { "claim/weasel": "warn" } }',
      ['config/wrong-value «"warn"»: A severity is one of "error", "warning", "info", "hint", "off". Did you mean "warning"?'],
    ],
    ['{ "rules": { "claim/weasel": 2 } }', ['config/wrong-value «2»: A severity is one of "error", "warning", "info", "hint", "off".']],
    ['{ "rules": { "claim/weasel": { "level": "off" } } }', ['config/unknown-key «"level"»: There is no setting “level”.']],
    [
      '{ "rules": ["claim/weasel"] }',
      ['config/wrong-value «["claim/weasel"]»: Here stands an object of rules and their severities, not a list.'],
    ],
    ['{ "minimumConfidence": 60 }', ['config/wrong-value «60»: Here stands a number from 0 to 1, not 60.']],
    ['{ "extends": "bcc" }', ['config/unknown-pack «"bcc"»: There is no style pack “bcc”. Did you mean “bbc”?']],
    [
      '{ "extends": "tabloid" }',
      ['config/unknown-pack «"tabloid"»: There is no style pack “tabloid”. The packs are default, ap, bbc; a file starts with ./'],
    ],
    ['{ "exclude": [7] }', ['config/wrong-value «7»: Here stands a text in quotation marks, not 7.']],
    [
      '{ "overrides": [{ "rules": {} }] }',
      ['config/wrong-value «{ "rules": {} }»: Here stands an object that says in "files" for which files it holds, not an object.'],
    ],
    ['{ "root": true, "root": false }', ['config/duplicate-key «"root"»: “root” is said again below, and only that counts.']],
    ['[]', ['config/wrong-value «[]»: Here stands an object in braces { }, not a list.']],
    ['{ "root" true }', ['config/syntax «true»: A colon is missing here.']],
    ['{ "root": true', ['config/syntax «»: A closing brace } is missing.']],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('that is empty is no configuration', () => {
    expect(problems('')).toHaveLength(1);
    expect(problems('  // nothing yet\n')).toHaveLength(1);
  });

  test('keeps what is right beside what is wrong', () => {
    const { file, problems } = parse('{ "rules": { "claim/weasel": "loud", "quote/unclosed": "error" }, "exclude": ["a", 1] }');
    expect(problems).toHaveLength(2);
    expect([...file.layer.rules.keys()]).toEqual(['quote/unclosed']);
    expect(file.exclude).toEqual(['a']);
  });

  test('offers what was probably meant as a fix', () => {
    const text = '{ "rules": { "claim/unsorced": "of" } }';
    const fixed = parse(text)
      .problems.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits))
      .reverse()
      .reduce((was, { span, text }) => was.slice(0, span[0]) + text + was.slice(span[1]), text);
    expect(fixed).toBe('{ "rules": { "claim/unsourced": "off" } }');
    expect(parse(fixed).problems).toEqual([]);
  });

  test('of any text, however broken, is read without a throw', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"rules"',
      '"extends"',
      '"*"',
      '"off"',
      '\\',
      '//',
      '/*',
      'true',
      '1e999',
      '\ud800',
      '\0',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { span } of parse(text).problems) {
            expect(span[0]).toBeLessThanOrEqual(span[1]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
    expect(parse('['.repeat(1_000_000)).problems).not.toEqual([]);
  });
});
