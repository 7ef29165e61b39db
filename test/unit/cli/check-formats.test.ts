import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { excerpt } from '../../../server/src/cli/excerpt';
import { widthOf } from '../../../server/src/cli/terminal';
import { Newsroom } from './newsroom';

const STORY = 'Ferry to stay\n\nThe ferry stays. “It has done us good, said the harbour master, Ida Brekke.\n';
const START = STORY.indexOf('“');

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({ 'a, b: c.txt': STORY, 'clean.txt': 'Ferry to stay\n\nIt stays.\n' });
});
afterEach(() => room.close());

describe('check --format json', () => {
  test('keeps to its contract', async () => {
    const { out } = await room.run(['check', '--format', 'json', '.']);
    const [finding, ...more] = JSON.parse(out);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ file: 'a, b: c.txt', code: 'quote/unclosed', severity: 'error', line: 3, column: 18 });
    expect(finding.span[0]).toBe(START);
    expect(finding.message).toMatch(/^This quote/);
    expect(finding.fixes.length).toBeGreaterThan(0);
    for (const title of finding.fixes) expect(typeof title).toBe('string');
  });

  test('is an empty array where there is nothing to say', async () => {
    expect((await room.run(['check', '--format', 'json', 'clean.txt'])).out).toBe('[]\n');
  });
});

describe('check --format text', () => {
  test('points at the words', async () => {
    const { out } = await room.run(['check', '.']);
    const lines = out.split('\n');
    const shown = lines.findIndex((line) => line.startsWith('  3 │ '));
    expect(lines[0]).toBe('a, b: c.txt');
    expect(lines[2]).toBe('  a, b: c.txt:3:18  error  quote/unclosed');
    expect(lines[shown]?.slice(lines[shown + 1]?.indexOf('^'))).toMatch(/^“It has done/);
    expect(out).toMatch(/1 finding in 2 articles: 1 error\.\n$/);
  });

  test('fits its lines into the terminal', async () => {
    for (const columns of [44, 80]) {
      const { out } = await room.run(['check', '.'], { columns });
      expect(Math.max(...out.split('\n').map((line) => widthOf(line)))).toBeLessThanOrEqual(columns);
    }
  });

  test('says so where there is nothing to say', async () => {
    expect((await room.run(['check', 'clean.txt'])).out).toBe('✓ No findings in 1 article.\n');
  });

  test('is coloured only where that is wanted', async () => {
    expect((await room.run(['check', '.'])).out).not.toContain('\u001b');
    expect((await room.run(['check', '.'], { colour: true })).out).toContain('\u001b[31m');
  });

  test('lets nothing of the article work the terminal', async () => {
    await room.put({
      'bad.txt': 'Ferry\n\nThe \u001b[31mferry\u009b2J \u202estays. “It has \u0007done us good, said \u001b]0;x\u0007 Ida Brekke.\n',
    });
    const { out } = await room.run(['check', 'bad.txt']);
    expect(out).toContain('quote/unclosed');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('an excerpt', () => {
  const pointed = (line: string, span: [number, number], columns: number): string => {
    const { text, pointer } = excerpt(line, span, columns);
    expect(widthOf(text)).toBeLessThanOrEqual(columns);
    expect(pointer.length).toBeLessThanOrEqual(columns);
    const from = pointer.indexOf('^');
    let width = 0;
    let found = '';
    for (const { segment: character } of new Intl.Segmenter('en').segment(text)) {
      if (width >= from && width < pointer.length) found += character;
      width += widthOf(character);
    }
    return found;
  };

  test('shows a short line whole', () => {
    expect(excerpt('The ferry stays.', [4, 9], 40)).toEqual({ text: 'The ferry stays.', pointer: '    ^^^^^' });
  });

  test('cuts a long one on both sides', () => {
    const line = `${'before '.repeat(1000)}FERRY${' after'.repeat(1000)}`;
    expect(pointed(line, [7000, 7005], 40)).toBe('FERRY');
    expect(excerpt(line, [7000, 7005], 40).text).toMatch(/^….*….?$/);
  });

  test('counts wide characters, combining marks and emoji by what they take', () => {
    expect(pointed('渡し船は残る FERRY 渡', [7, 12], 40)).toBe('FERRY');
    expect(pointed('e\u0301e\u0301 👩‍🚀 FERRY', ['e\u0301e\u0301 👩‍🚀 '.length, 'e\u0301e\u0301 👩‍🚀 FERRY'.length], 40)).toContain(
      'FERRY',
    );
  });

  test('is at home in any place of any line', () => {
    for (let length = 0; length < 120; length += 7) {
      const line = 'x'.repeat(length);
      for (let start = 0; start <= length; start += 5) {
        for (const end of [start, start + 1, Math.min(length, start + 50), length]) {
          const { text, pointer } = excerpt(line, [start, Math.max(start, end)], 40);
          expect(text.length).toBeLessThanOrEqual(40);
          expect(pointer).toMatch(/^ *\^+$/);
        }
      }
    }
  });
});

describe('check --format github', () => {
  test('escapes as GitHub wants it', async () => {
    const { out } = await room.run(['check', '--format', 'github', '.']);
    expect(out).toMatch(
      /^::error file=a%2C b%3A c\.txt,line=3,endLine=3,col=18,endColumn=\d+,title=quote\/unclosed::This quote is never closed\. .*\n$/,
    );
  });
});

describe('check --format jsonl', () => {
  test('is the array’s findings, one a line', async () => {
    const array = JSON.parse((await room.run(['check', '--format', 'json', '.'])).out);
    const { out } = await room.run(['check', '--format', 'jsonl', '.']);
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toEqual(array);
    expect((await room.run(['check', '--format', 'jsonl', 'clean.txt'])).out).toBe('');
  });
});

describe('check --format sarif', () => {
  test.each([[['.', 'gone.txt']], [['clean.txt']]])('is valid by the schema of SARIF 2.1.0: %j', async (paths) => {
    const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const schema = JSON.parse(readFileSync(join(dirname(file), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse((await room.run(['check', '--format', 'sarif', ...paths])).out));
    expect(validate.errors).toBeNull();
  });

  test('is a SARIF 2.1.0 log with its rules, places and finished fixes', async () => {
    const { out } = await room.run(['check', '--format', 'sarif', '.', 'gone.txt']);
    const log = JSON.parse(out);
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'On Record', version: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    const [result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result).toMatchObject({ ruleId: 'quote/unclosed', level: 'error' });
    const [{ physicalLocation }] = result.locations;
    expect(physicalLocation.artifactLocation.uri).toBe('a%2C%20b%3A%20c.txt');
    expect(physicalLocation.region).toMatchObject({ startLine: 3, startColumn: 18, endLine: 3, charOffset: START });
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent).toEqual({ text: '”' });
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^no such file/);
  });

  test('knows a finding again after its lines have moved', async () => {
    const prints = async () =>
      JSON.parse((await room.run(['check', '--format', 'sarif', '.'])).out).runs[0].results.map(
        (r: { partialFingerprints: unknown }) => r.partialFingerprints,
      );
    const before = await prints();
    await room.put({ 'a, b: c.txt': STORY.replace('\n\n', '\n\nMore of it.\n\n') });
    expect(await prints()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
