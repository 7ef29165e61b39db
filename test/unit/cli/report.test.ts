import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const STORY =
  'Dues rise\n\n“We have put it off for nine winters,” said Mayor Ida Brekke.\n\nA source close to the council said that the quay was sinking.\n\nThe town has lost more boats than any other on the coast since 2019.\n';
const EVIL = 'Row <script>alert(1)</script>\n\n“<img src=x onerror=alert(2)> \u0001\u001b[31m good,” said "Ida" Brekke.\n';

/** The control characters of an output, but for its line ends. */
const controlsOf = (text: string): string[] => Array.from(text).filter((character) => character < ' ' && character !== '\n');

let room: Newsroom;
beforeAll(async () => {
  room = await Newsroom.open({ 'story.txt': STORY, 'more/<b>.txt': EVIL });
});
afterAll(() => room.close());

describe('report --format text', () => {
  test('shows who speaks and how much, the unnamed marked, and what needs a source with its place', async () => {
    const { out, code } = await room.run(['report', 'story.txt']);
    expect(code).toBe(0);
    expect(out).toMatch(/^story\.txt\nDues rise\n\d+ words · 2 speakers, 1 unnamed · 1 quote · \d claims?, 1 needs a source\n/);
    expect(out).toMatch(/ {2}Ida Brekke, Mayor +█+ +8 +\d+ %\n/);
    expect(out).toMatch(/ {2}A source close to the .*\(unnamed\) ░+ +5 /);
    expect(out).toContain('needs a source  story.txt:7:1\n');
  });

  test('keeps within the columns that there are, and away from the terminal’s controls', async () => {
    const { out } = await room.run(['report', '.'], { columns: 60 });
    for (const line of out.split('\n').filter((line) => /[█░]/.test(line) && !line.includes('reported')))
      expect(line.length).toBeLessThanOrEqual(60);
    expect(controlsOf(out)).toEqual([]);
    expect(out).toMatch(/\n2 articles: \d+ words · /);
  });
});

describe('report --format json', () => {
  test('is an array with the sources of each article', async () => {
    const { out } = await room.run(['report', '--format', 'json', '.']);
    const files = JSON.parse(out);
    expect(files.map(({ file, schema }: { file: string; schema: number }) => [file, schema])).toEqual([
      ['more/<b>.txt', 1],
      ['story.txt', 1],
    ]);
    expect(files[1].speakers[0]).toMatchObject({ name: 'Ida Brekke', direct: 8, unnamed: false });
  });

  test('heeds the configuration: what is not reported needs no source', async () => {
    await room.put({ 'off/.onrecord.json': '{ "root": true, "rules": { "claim/unsourced": "off" } }', 'off/story.txt': STORY });
    const open = async (args: string[]) =>
      JSON.parse((await room.run(['report', '--format', 'json', ...args])).out)[0].claims.filter(
        (c: { needsSource: boolean }) => c.needsSource,
      ).length;
    expect(await open(['off/story.txt'])).toBe(0);
    expect(await open(['off/story.txt', '--no-config'])).toBe(1);
  });
});

describe('report --format html', () => {
  /** Whether the page's policy lets through exactly the style and the script that it has. */
  const policyHolds = (page: string): boolean => {
    const policy = /content="([^"]*default-src[^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [style = '', script = ''] = [
      /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '',
      /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '',
    ];
    return policy === `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  };

  test('of one article is its report, on a page that needs and loads nothing', async () => {
    const { out } = await room.run(['report', '--format', 'html', 'story.txt']);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toContain('<title>Dues rise · On Record</title>');
    expect(policyHolds(out)).toBe(true);
    expect(out).not.toMatch(/https?:|@import|url\((?!#)|<link|src=/);
    expect(out.match(/<script/g)).toHaveLength(1);
  });

  test('of several is a table of them', async () => {
    const { out } = await room.run(['report', '--format', 'html', 'story.txt', 'more']);
    expect(out).toContain('<h1>2 articles</h1>');
    expect(policyHolds(out)).toBe(true);
  });

  test('keeps hostile text what it is', async () => {
    for (const path of ['more', '.']) {
      const { out } = await room.run(['report', '--format', 'html', path]);
      expect(out).toContain('&lt;script&gt;alert(1)');
      expect(out).not.toMatch(/<img|<b>\.txt/);
      expect(controlsOf(out)).toEqual([]);
      expect(out.match(/<script/g)).toHaveLength(1);
    }
  });
});

test('report says what it could not read, and shows the rest', async () => {
  const { code, told, out } = await room.run(['report', 'gone.txt', 'story.txt']);
  expect(code).toBe(2);
  expect(told.join()).toContain('gone.txt');
  expect(out).toContain('Ida Brekke');
});
