import { truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom, type Printed } from './newsroom';

const CLEAN = 'Ferry to stay\n\n“It stays,” said the harbour master, Ida Brekke.\n';
const OPEN = 'Ferry to stay\n\n“It stays, said the harbour master, Ida Brekke.\n';

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({});
});
afterEach(() => room.close());

const filesOf = ({ out }: Printed): string[] =>
  out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).file);
const annotate = (...args: string[]): Promise<Printed> => room.run(['annotate', '--format', 'jsonl', ...args]);

describe('what is read', () => {
  test('a folder: its articles, in order, and those of its subfolders', async () => {
    await room.put({
      'b.txt': CLEAN,
      'a.md': CLEAN,
      'c/d.article': CLEAN,
      'data.csv': 'x',
      'notes.rst': 'x',
      '.hidden/e.txt': CLEAN,
      'node_modules/f.md': CLEAN,
    });
    expect(filesOf(await annotate('.'))).toEqual(['a.md', 'b.txt', 'c/d.article']);
    expect(filesOf(await annotate())).toEqual(['a.md', 'b.txt', 'c/d.article']);
    expect(filesOf(await annotate('c'))).toEqual(['c/d.article']);
  });

  test('any file that is named, each once', async () => {
    await room.put({ 'notes.rst': CLEAN, 'a.txt': CLEAN });
    expect(filesOf(await annotate('notes.rst', 'a.txt', 'a.txt', '.'))).toEqual(['notes.rst', 'a.txt']);
  });

  test('nothing that Git ignores, by the nearest word on it', async () => {
    await room.put({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': '*.txt\n/drafts/\n',
      'a.txt': CLEAN,
      'b.md': CLEAN,
      'drafts/c.md': CLEAN,
      'city/.gitignore': '!keep.txt\nold.md\n',
      'city/keep.txt': CLEAN,
      'city/old.md': CLEAN,
    });
    expect(filesOf(await annotate('.'))).toEqual(['b.md', 'city/keep.txt']);
    expect(filesOf(await annotate('city'))).toEqual(['city/keep.txt']);
    expect(filesOf(await annotate('a.txt'))).toEqual(['a.txt']);
  });

  test('standard input, as the file that it is said to be', async () => {
    const source = '# Ferry\n\nIt [stays](https://ferry.example).\n';
    const plain = JSON.parse((await room.run(['annotate', '--format', 'jsonl', '-'], { input: source })).out);
    const markdown = JSON.parse(
      (await room.run(['annotate', '--format', 'jsonl', '--stdin-filepath', 'x/story.md', '-'], { input: source })).out,
    );
    expect(plain.file).toBe('<stdin>');
    expect(markdown.file).toBe('x/story.md');
    expect(source.slice(...(markdown.blocks[0].span as [number, number]))).toBe('Ferry');
    expect(source.slice(...(plain.blocks[0].span as [number, number]))).toContain('Ferry');
  });

  test('a byte order mark is no part of the text, and UTF-16 is read by it', async () => {
    await room.put({ 'a.txt': `\ufeff${CLEAN}`, 'b.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CLEAN, 'utf16le')]) });
    const { out, told } = await annotate('a.txt', 'b.txt');
    const [a, b] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told).toEqual([]);
    expect(a.quotes[0].span).toEqual([CLEAN.indexOf('“'), CLEAN.indexOf('”') + 1]);
    expect(b.quotes).toEqual(a.quotes);
  });
});

describe('what can’t be read is named, with a remedy, and the rest goes on', () => {
  test.each([
    ['a missing file', 'gone.txt', /^onrecord: gone\.txt: no such file or folder\. Check the path\.$/],
    ['a folder without articles', 'empty', /^onrecord: empty: no articles in this folder\. Looked for \*\.article, \*\.txt, \*\.md/],
    ['a binary', 'photo.txt', /^onrecord: photo\.txt: this is not a text file\. Save the article as plain text or Markdown/],
    ['a file far too long', 'huge.txt', /^onrecord: huge\.txt: is longer than 5 MB, which no article is\./],
  ])('%s', async (_, name, message) => {
    await room.put({ 'good.txt': CLEAN, 'empty/x.csv': '', 'photo.txt': Buffer.from([0x89, 0x50, 0, 0, 1]), 'huge.txt': 'x' });
    await truncate(path.join(room.folder, 'huge.txt'), 50 * 1024 * 1024);
    const { code, told, out } = await room.run(['check', '--format', 'json', name, 'good.txt']);
    expect(told).toEqual([expect.stringMatching(message)]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual([]);
    expect(filesOf(await annotate(name, 'good.txt'))).toEqual(['good.txt']);
  });

  test('bytes that are no UTF-8 are warned of and read past', async () => {
    await writeFile(path.join(room.folder, 'latin.txt'), Buffer.from('Caf\xe9 to stay\n\nIt stays.\n', 'latin1'));
    const { code, told, out } = await annotate('latin.txt');
    expect(told).toEqual([expect.stringMatching(/^onrecord: latin\.txt: some of its bytes are not UTF-8 .* Save the file in UTF-8/)]);
    expect(code).toBe(0);
    expect(JSON.parse(out).blocks).toHaveLength(2);
  });

  test('and the name can do the terminal no harm', async () => {
    const { told } = await annotate('\u001b[2Jgone.txt');
    expect(told.join('')).not.toContain('\u001b');
  });
});

describe('the exit code', () => {
  test.each([
    ['clean', ['check', 'clean.txt'], 0],
    ['findings', ['check', 'open.txt'], 1],
    ['findings below --fail-on', ['check', '--fail-on', 'never', 'open.txt'], 0],
    ['findings at --fail-on', ['check', '--fail-on', 'error', 'open.txt'], 1],
    ['findings, and something that could not be read', ['check', 'open.txt', 'gone.txt'], 2],
    ['understood', ['annotate', 'open.txt'], 0],
    ['not understood', ['annotate', 'gone.txt'], 2],
    ['an unknown command', ['inspect', 'open.txt'], 2],
    ['an unknown option', ['check', '--loud', 'open.txt'], 2],
    ['an unknown format', ['check', '--format', 'html', 'open.txt'], 2],
    ['help', ['--help'], 0],
    ['the version', ['--version'], 0],
  ])('%s: %j → %i', async (_, args, code) => {
    await room.put({ 'clean.txt': CLEAN, 'open.txt': OPEN });
    expect((await room.run(args)).code).toBe(code);
  });

  test('the server needs to be told how to talk', async () => {
    expect((await room.run(['server', '--stdio'])).code).toBe(0);
    expect((await room.run(['server'])).code).toBe(2);
  });

  test('an unknown option is named', async () => {
    expect((await room.run(['check', '--loud'])).told.join('\n')).toMatch(/--loud/);
  });
});
