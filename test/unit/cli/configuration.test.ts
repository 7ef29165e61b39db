import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../server/src/cli/host';
import { run } from '../../../server/src/cli/run';

/** An article with one finding, whatever rules there are: a comment that ends what never began. */
const STORY = 'Ferry to stay\n\n<!-- onrecord-enable -->\n\nThe ferry stays.\n';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsroom-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Puts files into the newsroom's folder; objects as JSON. */
async function put(files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** Runs `onrecord check --format json` there. */
async function check(...args: string[]) {
  let out = '';
  const told: string[] = [];
  const host: Host = {
    folder,
    colour: false,
    columns: 100,
    async *input() {
      yield Buffer.from(STORY);
    },
    async out(text) {
      out += text;
    },
    progress: () => undefined,
    ask: async () => null,
    analysts: () => null,
    readPdf: null,
    tell: (line) => void told.push(line),
  };
  const code = await run(['check', '--format', 'json', ...args], host, { version: '0', serve: async () => undefined });
  const findings: { file: string; code: string; severity: string }[] = out === '' ? [] : JSON.parse(out);
  return { code, told, found: findings.map(({ file, code, severity }) => `${file} ${severity} ${code}`) };
}

describe('onrecord check', () => {
  test('goes by the rules’ own severities where nothing is configured', async () => {
    await put({ 'story.md': STORY, '.onrecord.json': { root: true } });
    expect(await check()).toEqual({ code: 0, told: [], found: ['story.md info suppression/unused'] });
  });

  test('goes by the .onrecord.json of each article’s folder and those above', async () => {
    await put({
      '.onrecord.json': { root: true, rules: { 'suppression/unused': 'error' } },
      'city/story.md': STORY,
      'sport/.onrecord.json': { rules: { 'suppression/*': 'off' } },
      'sport/story.md': STORY,
    });
    expect(await check()).toEqual({ code: 1, told: [], found: ['city/story.md error suppression/unused'] });
  });

  test('goes by it for standard input, too, by the name that it goes by', async () => {
    await put({ 'sport/.onrecord.json': { root: true, rules: { '*': 'error' } } });
    expect((await check('-', '--stdin-filepath', 'sport/new.md')).found).toEqual(['sport/new.md error suppression/unused']);
  });

  test('leaves out what is excluded', async () => {
    await put({
      '.onrecord.json': { root: true, exclude: 'wire/' },
      'wire/story.md': STORY,
      'story.md': STORY,
      'sources/speech.md': STORY,
    });
    expect((await check()).found).toEqual(['story.md info suppression/unused']);
  });

  test('takes the configuration that it is given, or none', async () => {
    await put({ '.onrecord.json': { root: true, rules: { '*': 'error' } }, 'strict.json': { rules: { '*': 'hint' } }, 'story.md': STORY });
    expect((await check('--config', 'strict.json')).found).toEqual(['story.md hint suppression/unused']);
    expect((await check('--no-config')).found).toEqual(['story.md info suppression/unused']);
  });

  test('does not run on a malformed configuration; says once where and what, and leaves it as it is', async () => {
    const malformed = '{\n  "root": true,\n  "rules": { "suppression/unsued": "off" }\n}';
    await put({ '.onrecord.json': malformed, 'a.md': STORY, 'b.md': STORY });
    expect(await check()).toEqual({
      code: 2,
      told: ['onrecord: .onrecord.json:3:14: There is no rule “suppression/unsued”. Did you mean “suppression/unused”?'],
      found: [],
    });
    expect(await readFile(path.join(folder, '.onrecord.json'), 'utf8')).toBe(malformed);
  });

  test('does not run with a configuration or a baseline that is not there', async () => {
    await put({ '.onrecord.json': { root: true }, 'story.md': STORY });
    expect(await check('--config', 'gone.json')).toEqual({
      code: 2,
      told: ['onrecord: gone.json: no such file. Check the path.'],
      found: [],
    });
    expect((await check('--baseline', 'gone.json')).code).toBe(2);
    await put({ '.onrecord.json': { root: true, baseline: 'gone.json' } });
    expect((await check()).told).toEqual([
      'onrecord: .onrecord.json:1:25: There is no file “gone.json”. Write it with “onrecord check --write-baseline gone.json”, or take this setting out.',
    ]);
  });
});

describe('a baseline', () => {
  const OLD = {
    '.onrecord.json': { root: true, rules: { '*': 'error' }, baseline: 'known.json' },
    'city/story.md': STORY,
    'other.md': STORY,
  };

  test('is written, and leaves out what it froze, whatever is written elsewhere', async () => {
    await put(OLD);
    expect(await check('--write-baseline', 'known.json')).toEqual({
      code: 0,
      told: ['onrecord: known.json now freezes 2 findings in 2 files.'],
      found: [],
    });
    expect(await check()).toEqual({ code: 0, told: [], found: [] });
    expect((await check('--no-baseline')).code).toBe(1);
    await put({ 'city/story.md': `A new first line.\n\n${STORY}\n<!-- onrecord-disable-line -- x -->\n` });
    expect((await check()).found).toEqual(['city/story.md error suppression/unused']);
  });

  test('keeps what it holds of articles that were not checked, and forgets those that are gone', async () => {
    await put({ ...OLD, 'gone.md': STORY });
    await check('--write-baseline', 'known.json');
    await rm(path.join(folder, 'gone.md'));
    await put({ 'city/story.md': 'Ferry to stay\n\nThe ferry stays.\n' });
    expect((await check('--write-baseline', 'known.json', 'city')).told).toEqual(['onrecord: known.json now freezes 1 finding in 1 file.']);
    expect(Object.keys(JSON.parse(await readFile(path.join(folder, 'known.json'), 'utf8')).files)).toEqual(['other.md']);
  });

  test('may lie elsewhere, and be named on the command line', async () => {
    await put({ '.onrecord.json': { root: true }, 'city/story.md': STORY, 'ci/readme.txt': '' });
    await check('--write-baseline', 'ci/known.json', 'city');
    expect(JSON.parse(await readFile(path.join(folder, 'ci/known.json'), 'utf8')).files).toHaveProperty(['../city/story.md']);
    expect((await check('--baseline', 'ci/known.json', 'city')).found).toEqual([]);
  });

  test('is not written over a file that is none', async () => {
    await put(OLD);
    expect(await check('--write-baseline', 'other.md')).toEqual({
      code: 2,
      told: ['onrecord: other.md: is there and is no baseline, so it was left as it is. Name another file.'],
      found: [],
    });
    expect(await readFile(path.join(folder, 'other.md'), 'utf8')).toBe(STORY);
    expect(await readdir(folder)).toHaveLength(3);
  });
});
