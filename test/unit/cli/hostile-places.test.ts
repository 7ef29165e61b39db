import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const STORY = 'Ferry to be sold\n\nThe ferry will be sold in May, local media reported.\n';
/** What works a terminal: an escape, a bell, a turn of direction, a carriage return. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

let room: Newsroom;
afterEach(() => room.close());

describe.skipIf(process.platform === 'win32')('the command line outlives', () => {
  test('symbolic links in a circle, and reads nothing through links', async () => {
    room = await Newsroom.open({ 'a/story.txt': STORY });
    const elsewhere = await Newsroom.open({ 'other.txt': STORY });
    try {
      await symlink(room.folder, path.join(room.folder, 'a', 'up'));
      await symlink('loop', path.join(room.folder, 'loop'));
      await symlink(elsewhere.folder, path.join(room.folder, 'b'));
      const { code, out } = await room.run(['check', '.', '--format', 'json']);
      expect(code).toBe(0);
      expect([...new Set((JSON.parse(out) as { file: string }[]).map(({ file }) => file))]).toEqual(['a/story.txt']);
      expect((await room.run(['check', 'loop'])).told.join(' ')).toContain('lead in a circle');
    } finally {
      await elsewhere.close();
    }
  });

  test('folders as deep as the system lets them be', async () => {
    const deep = Array.from({ length: 120 }, (_, level) => `f${level}`).join('/');
    room = await Newsroom.open({ [`${deep}/story.txt`]: STORY });
    expect((await room.run(['check', '.'])).out).toContain('story.txt');
  });

  test('pipes and devices beside the articles, and in the place of a configuration', async () => {
    room = await Newsroom.open({ 'story.txt': STORY, '.onrecord.json': '{ "extends": ["./endless.json"] }' });
    execFileSync('mkfifo', [path.join(room.folder, 'pipe.txt')]);
    await symlink('/dev/zero', path.join(room.folder, 'endless.json'));
    const { code, told } = await room.run(['check', '.']);
    expect(code).toBe(2);
    expect(told.join(' ')).toContain('“./endless.json” can’t be read: it is no file');
  });

  test.skipIf(process.getuid?.() === 0)('files and folders that may not be read', async () => {
    room = await Newsroom.open({ 'a/story.txt': STORY, 'b/story.txt': STORY, 'c.txt': STORY });
    await chmod(path.join(room.folder, 'b'), 0);
    await chmod(path.join(room.folder, 'c.txt'), 0);
    const { code, out, told } = await room.run(['check', '.']);
    await chmod(path.join(room.folder, 'b'), 0o755);
    expect(code).toBe(2);
    expect(out).toContain('a/story.txt');
    expect(told.join(' ')).toContain('may not be read');
  });
});

describe.skipIf(process.platform === 'win32')('nothing of a hostile newsroom works the terminal', () => {
  const NAME = 'st\u001b[31mory\u0007\u202e.txt';
  const HOSTILE =
    'Ferry\u001b]8;;http://x\u0007 to be sold\r\n\n“No,\u001b[2J” said Ana\u202e Ruiz\u009b31m.\n\nLocal media\u0008\u0008 reported that it was sold. A newspaper reported that it was.\n';

  test.each([['check'], ['annotate']])('whatever %s prints as text', async (command) => {
    room = await Newsroom.open({
      [NAME]: HOSTILE,
      '.onrecord.json': '{ "rul\u001b[31mes": {}, "extends": ["\u001b[2J", "./no\u202e.json"] }',
    });
    await mkdir(path.join(room.folder, 'sub\u001b[1m'), { recursive: true });
    for (const args of [
      [command, '.'],
      [command, NAME],
      [command, 'no\u001b[31msuch'],
    ]) {
      const { out, told } = await room.run(args);
      expect(out.replaceAll('\n', ' ')).not.toMatch(CONTROLS);
      for (const line of told) expect(line.replaceAll('\n', ' ')).not.toMatch(CONTROLS);
    }
  });

  test('an annotated page has no script, no handler and no address that the article made', async () => {
    const text =
      'Ferry <script>alert(1)</script>\n\n“No<img src=x onerror=alert(1)>,” said Ana"onmouseover="x Ruiz, of javascript:alert(1).\n';
    room = await Newsroom.open({ 'a<b>"c.txt': text });
    const { out } = await room.run(['annotate', '.', '--format', 'html']);
    expect(out).not.toMatch(/<script>alert|<img src=x|"onmouseover="x|href="javascript:/);
    expect(out).toContain('&lt;script&gt;');
  });
});
