import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const STORY = 'Ferry to stay\n\nIt stays, the harbour master said.\n';
const PAGE = `<html><body><h1>Ferry to stay</h1><p>It stays, the harbour master said.</p></body></html>`;

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({
    'a.txt': STORY,
    'desk/b.md': STORY,
    'desk/deep/c.md': STORY,
    'desk/deep/d.csv': 'x',
    'out/e.md': STORY,
    'page.html': PAGE,
    'web/f.html': PAGE,
    '.git/x': '',
    '.gitignore': 'out/\n',
  });
});
afterEach(() => room.close());
const read = async (...paths: string[]): Promise<string[]> =>
  (await room.run(['annotate', '--format', 'jsonl', ...paths])).out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).file);

describe('a pattern', () => {
  test.each([
    ['**/*.md', ['desk/b.md', 'desk/deep/c.md']],
    ['desk/*', ['desk/b.md']],
    ['{a.txt,desk/deep/*}', ['a.txt', 'desk/deep/c.md']],
    ['**/*.html', ['page.html', 'web/f.html']],
    ['*', ['a.txt']],
  ])('%s stands for the articles that it matches and Git does not ignore', async (pattern, files) => {
    expect(await read(pattern)).toEqual(files);
  });

  test('that matches nothing is told of', async () => {
    const { code, told } = await room.run(['check', 'out/*.md']);
    expect(code).toBe(2);
    expect(told).toEqual(['onrecord: out/*.md: no article matches this pattern, or Git ignores them all.']);
  });

  test('is none where a file has that very name', async () => {
    await room.put({ '[a].txt': STORY });
    expect(await read('[a].txt')).toEqual(['[a].txt']);
  });
});

describe('HTML', () => {
  test('is read where it is named, and passed over in a folder', async () => {
    expect(await read('page.html')).toEqual(['page.html']);
    expect(await read('.')).toEqual(['a.txt', 'desk/b.md', 'desk/deep/c.md']);
  });

  test('is read in a folder whose configuration asks for it', async () => {
    await room.put({ 'web/.onrecord.json': '{ "formats": ["html"] }' });
    expect(await read('.')).toEqual(['a.txt', 'desk/b.md', 'desk/deep/c.md', 'web/f.html']);
  });

  test('has no markup in what is printed', async () => {
    const { out } = await room.run(['annotate', '--format', 'text', '--stdin-filepath', 'x.html', '-'], {
      input: '<p>&ldquo;It <b>stays</b>,&rdquo; said <i>Ida</i> Brekke, the harbour master.</p>',
    });
    expect(out).toContain('Ida Brekke');
    expect(out).not.toMatch(/<\w/);
  });
});
