import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { GENERATED } from '../../../../scripts/docs/generated';
import { CODES, RULES } from '../../../../server/src/rules';
import { parseConfiguration } from '../../../../server/src/rules/configuration/parse';
import { configurationSchema } from '../../../../server/src/rules/configuration/schema';
import { PACK_NAMES } from '../../../../server/src/rules/packs';

const root = resolve(import.meta.dirname, '../../../..');

test.each(GENERATED.map(({ path }) => path))('%s is up to date: npm run docs', (path) => {
  const before = readFileSync(resolve(root, path), 'utf8');
  expect(GENERATED.find((generated) => generated.path === path)?.text(before)).toBe(before);
});

/** VS Code's own reader of JSON, with our schema. */
const json = getLanguageService({});
json.configure({
  schemas: [{ uri: 'schema', fileMatch: ['*'], schema: configurationSchema(RULES.map(({ facts }) => facts)) }],
  allowComments: true,
});

function open(text: string) {
  const document = TextDocument.create('file:///.onrecord.json', 'jsonc', 1, text);
  return { document, parsed: json.parseJSONDocument(document) };
}

/** What completion offers at the `|`. */
async function offered(marked: string): Promise<string[]> {
  const at = marked.indexOf('|');
  const { document, parsed } = open(marked.replace('|', ''));
  const list = await json.doComplete(document, document.positionAt(at), parsed);
  return list?.items.map(({ label }) => label) ?? [];
}

/** Whether VS Code accepts a file by the schema, and whether we do. */
async function accepted(text: string): Promise<{ byVsCode: boolean; byUs: boolean }> {
  const { document, parsed } = open(text);
  const wrong = await json.doValidation(document, parsed, { comments: 'ignore', trailingCommas: 'ignore' });
  return { byVsCode: wrong.length === 0, byUs: parseConfiguration(text, { codes: CODES, packs: PACK_NAMES }).problems.length === 0 };
}

describe('in .onrecord.json', () => {
  test('completion offers settings, rules with their groups, severities and packs', async () => {
    expect(await offered('{ | }')).toEqual(expect.arrayContaining(['extends', 'rules', 'overrides', 'baseline']));
    const rules = await offered('{ "rules": { | } }');
    expect(rules).toEqual(expect.arrayContaining([...CODES, 'suppression/*', '*']));
    expect(await offered('{ "rules": { "suppression/unused": | } }')).toEqual(expect.arrayContaining(['"error"', '"warning"', '"off"']));
    expect(await offered('{ "overrides": [{ "files": "a", "rules": { "*": | } }] }')).toContain('"off"');
    expect(await offered('{ "extends": | }')).toEqual(expect.arrayContaining(['"ap"', '"guardian"']));
  });

  test('a hover says what a rule is about', async () => {
    const { document, parsed } = open('{ "rules": { "suppression/unused": "off" } }');
    const hover = await json.doHover(document, document.positionAt(16), parsed);
    expect(JSON.stringify(hover?.contents)).toContain('A comment that silences nothing');
  });

  test.each([
    '{}',
    '{ // a comment\n "root": true, }',
    '{ "extends": "ap", "minimumConfidence": 0.5, "include": "a/", "exclude": ["b"], "sources": "s/", "baseline": "b.json" }',
    '{ "extends": ["bbc", "./house.json", "house.json"] }',
    '{ "rules": { "suppression/unused": { "severity": "off", "minimumConfidence": 1 }, "suppression/*": "hint", "*": "error" } }',
    '{ "overrides": [{ "files": ["a", "b"], "rules": { "*": "off" }, "minimumConfidence": 0 }] }',
  ])('%s is right by the schema and by the parser', async (text) => {
    expect(await accepted(text)).toEqual({ byVsCode: true, byUs: true });
  });

  test.each([
    '[]',
    '{ "rule": {} }',
    '{ "rules": { "nothing/such": "off" } }',
    '{ "rules": { "*": "loud" } }',
    '{ "rules": { "*": { "level": "off" } } }',
    '{ "extends": "tabloid" }',
    '{ "minimumConfidence": 2 }',
    '{ "root": "yes" }',
    '{ "exclude": [1] }',
    '{ "overrides": [{ "rules": {} }] }',
    '{ "overrides": {} }',
    '{ "baseline": "" }',
  ])('%s is wrong by both', async (text) => {
    expect(await accepted(text)).toEqual({ byVsCode: false, byUs: false });
  });
});
